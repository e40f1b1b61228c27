import type { Change } from '#syntax';
import { applyEdits } from '#text';
import type { FuzzCase } from './fuzz-case.ts';

/** The smallest case found within some seconds for which `fails` still holds: fewer changes, then fewer lines, then fewer characters. */
export function minimise(found: FuzzCase, fails: (candidate: FuzzCase) => boolean, seconds = 20): FuzzCase {
  const until = performance.now() + seconds * 1000;
  const isLate = () => performance.now() > until;
  let best = withFewerChanges(found, fails);
  for (const pieceOf of [/[^\n]*\n|[^\n]+/g, /[^\s]+\s*|\s+/g, /[\s\S]/g]) {
    for (let size = Math.ceil(best.text.length / 2); !isLate(); size = Math.ceil(size / 2)) {
      best = withoutRuns(best, pieceOf, size, fails, isLate);
      if (size <= 1) break;
    }
  }
  return best;
}

function withFewerChanges(found: FuzzCase, fails: (candidate: FuzzCase) => boolean): FuzzCase {
  let best = found;
  for (;;) {
    const [first, ...rest] = best.changes;
    if (!first) return best;
    const candidates = [
      { ...best, text: applyEdits(best.text, [first]), changes: rest },
      { ...best, changes: best.changes.slice(0, -1) },
    ];
    const smaller = candidates.find(fails);
    if (!smaller) return best;
    best = smaller;
  }
}

/** Without as many runs of `size` characters' worth of pieces as can go. */
function withoutRuns(
  found: FuzzCase,
  pieceOf: RegExp,
  size: number,
  fails: (candidate: FuzzCase) => boolean,
  isLate: () => boolean,
): FuzzCase {
  let best = found;
  let at = 0;
  while (at < best.text.length && !isLate()) {
    const pieces = best.text.slice(at, at + size + 1000).match(pieceOf) ?? [];
    let length = 0;
    for (const piece of pieces) {
      length += piece.length;
      if (length >= size) break;
    }
    const smaller = without(best, at, at + length);
    if (smaller && fails(smaller)) best = smaller;
    else at += pieces[0]?.length ?? 1;
    if (length === 0) break;
  }
  return best;
}

/** Without a run of the first text, where no change touches it. */
function without(found: FuzzCase, start: number, end: number): FuzzCase | undefined {
  const changes: Change[] = [];
  let [from, to] = [start, end];
  for (const { span, newText } of found.changes) {
    if (span.start < to && span.end > from) return undefined;
    const isBehind = span.start >= to;
    const shift = isBehind ? to - from : 0;
    changes.push({ span: { start: span.start - shift, end: span.end - shift }, newText });
    if (!isBehind) {
      const moved = newText.length - (span.end - span.start);
      [from, to] = [from + moved, to + moved];
    }
  }
  return { ...found, text: found.text.slice(0, start) + found.text.slice(end), changes };
}
