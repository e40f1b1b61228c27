/** The part of a list that another list does not share with it at the beginning or at the end: `[from, before)` here, `[from, after)` there. */
export interface ChangedStretch {
  readonly from: number;
  readonly before: number;
  readonly after: number;
}

/** Where two lists differ, by identity. Empty on both sides when they have the same members in the same order. */
export function changedStretch(before: readonly unknown[], after: readonly unknown[]): ChangedStretch {
  const most = Math.min(before.length, after.length);
  let from = 0;
  while (from < most && before[from] === after[from]) from++;
  let same = 0;
  while (same < most - from && before[before.length - 1 - same] === after[after.length - 1 - same]) same++;
  return { from, before: before.length - same, after: after.length - same };
}
