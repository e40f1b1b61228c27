import type { Severity } from '#analysis';
import type { MapData, MapRow } from '#features';
import { SEVERITY_ORDER } from './words.ts';

/** What an author wants to see; undefined for everything. */
export interface Filter {
  readonly aspect: string | undefined;
  /** Open cells with a finding of this severity or a worse one. */
  readonly severity: Severity | undefined;
  /** Cells that a rule with a control of this framework looks at. */
  readonly framework: string | undefined;
}

/** Whether a cell is among what a filter asks for. */
export function matches(data: MapData, row: MapRow, at: number, { aspect, severity, framework }: Filter): boolean {
  const id = data.aspects[at]?.id;
  if (!id || (aspect !== undefined && aspect !== id)) return false;
  const findings = row.details[id]?.findings ?? [];
  if (severity !== undefined) {
    const least = SEVERITY_ORDER.indexOf(severity);
    if (!findings.some((finding) => SEVERITY_ORDER.indexOf(finding.severity) <= least)) return false;
  }
  if (framework === undefined) return true;
  const rules = [...(data.types[row.type]?.aspects[at]?.rules ?? []), ...findings.map(({ rule }) => rule)];
  return rules.some((rule) => (data.rules[rule]?.controls[framework]?.length ?? 0) > 0);
}
