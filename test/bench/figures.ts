import type { Cost } from './timed-server.ts';

/** A line of the report. Times are in ms: of the processor where the system tells, else of the clock. */
export interface BenchCase {
  readonly name: string;
  readonly p50_ms: number | undefined;
  readonly p99_ms: number | undefined;
  /** How many times more a whole pass costs: opening the text anew in the same server, in the same run. */
  readonly ratio_to_full: number | undefined;
  /** Of the thread that answers alone. */
  readonly main_p50_ms?: number | undefined;
  readonly main_p99_ms?: number | undefined;
  readonly wall_p50_ms?: number | undefined;
  readonly wall_p99_ms?: number | undefined;
  readonly samples: number;
  /** The budgets it is held to, by figure, and whether it keeps all of them. */
  readonly budget: Readonly<Record<string, string>>;
  readonly ok: boolean;
  readonly [more: string]: unknown;
}

/** The value below which a share of the values lies. Undefined for none. */
export function percentile(values: readonly number[], share: number): number | undefined {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

/** What costs come to. */
export function figuresOf(costs: readonly Cost[]) {
  const cpu = costs.flatMap((cost) => cost.cpu ?? []);
  const wall = costs.map((cost) => cost.wall);
  const main = costs.flatMap((cost) => cost.main ?? []);
  const spent = cpu.length > 0 ? cpu : wall;
  return {
    p50_ms: round(percentile(spent, 0.5)),
    p99_ms: round(percentile(spent, 0.99)),
    main_p50_ms: round(percentile(main, 0.5)),
    main_p99_ms: round(percentile(main, 0.99)),
    wall_p50_ms: round(percentile(wall, 0.5)),
    wall_p99_ms: round(percentile(wall, 0.99)),
    samples: costs.length,
  };
}

/** Whether a figure keeps its budget; one that was not measured does not. */
export function isUnder(figure: number | undefined, budget: number): boolean {
  return figure !== undefined && figure < budget;
}

export function round(value: number | undefined): number | undefined {
  return value === undefined ? undefined : Math.round(value * 100) / 100;
}
