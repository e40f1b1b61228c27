import type { Domain } from '#model';
import { activeRules } from './active-rules.ts';
import type { AnalysisOptions } from './analysis.ts';
import type { AnyRule } from './rule.ts';

/** Options, arranged for running. */
export interface Plan {
  readonly options: AnalysisOptions;
  readonly byType: ReadonlyMap<string, readonly AnyRule[]>;
  readonly onTemplate: readonly AnyRule[];
  readonly pins: ReadonlyMap<string, Domain>;
}

const plans = new WeakMap<AnalysisOptions, Plan>();

/** The plan of options, made once for each. */
export function planOf(options: AnalysisOptions): Plan {
  const known = plans.get(options);
  if (known) return known;
  const byType = new Map<string, AnyRule[]>();
  for (const rule of activeRules(options)) {
    for (const type of typeof rule.on === 'string' ? [rule.on] : rule.on) {
      const group = byType.get(type);
      if (group) group.push(rule);
      else byType.set(type, [rule]);
    }
  }
  const pins = new Map([...options.parameters].map(([name, text]) => [name, pinned(name, text)]));
  const plan: Plan = { options, byType, onTemplate: byType.get('template') ?? [], pins };
  plans.set(options, plan);
  return plan;
}

function pinned(name: string, text: string): Domain {
  return { name, literals: [text], open: false, default: text, opaque: false };
}

/** The domains of the parameters that options pin, by name. */
export function pinsOf(options: AnalysisOptions): ReadonlyMap<string, Domain> {
  return planOf(options).pins;
}
