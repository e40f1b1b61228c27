/**
 * What makes a finding the same one later: neither its line nor the conditions under which it holds, so that edits elsewhere do not
 * make it news.
 */
export interface Cause {
  /** Relative to the baseline, with `/`. */
  readonly path: string;
  readonly rule: string;
  /** The author's logical id; undefined for a finding on the template. */
  readonly resource?: string | undefined;
  readonly message: string;
}

/** Findings against a baseline. */
export interface Compared<T> {
  /** What the baseline does not know. */
  readonly fresh: ReadonlySet<T>;
  /** What the baseline knows and nobody found. */
  readonly missing: readonly Cause[];
}

/** Compares findings with the ones that were there when a baseline was written. Each entry of it stands for one finding. */
export function compareWithBaseline<T>(
  findings: readonly T[],
  causeOf: (finding: T) => Cause,
  baseline: readonly Cause[],
): Compared<T> {
  const left = new Map<string, Cause[]>();
  for (const cause of baseline) {
    const same = left.get(nameOf(cause));
    if (same) same.push(cause);
    else left.set(nameOf(cause), [cause]);
  }
  const fresh = findings.filter((finding) => left.get(nameOf(causeOf(finding)))?.pop() === undefined);
  return { fresh: new Set(fresh), missing: [...left.values()].flat() };
}

/** Causes in an order that is the same on every machine. */
export function sortCauses(causes: readonly Cause[]): readonly Cause[] {
  const named = causes.map((cause) => ({ cause, name: nameOf(cause) }));
  return named.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)).map(({ cause }) => cause);
}

function nameOf({ path, rule, resource, message }: Cause): string {
  return [path, resource ?? '', rule, message].join('\n');
}
