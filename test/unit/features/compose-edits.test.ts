import fc from 'fast-check';
import { expect, test } from 'vitest';
import { composeEdits } from '#features';
import { applyEdits, type TextEdit } from '#text';

const insert = (at: number, newText: string): TextEdit => ({ span: { start: at, end: at }, newText });
const replace = (start: number, end: number, newText: string): TextEdit => ({ span: { start, end }, newText });

test('an edit inside what an earlier one added changes the added text', () => {
  expect(composeEdits('ab', [[insert(1, 'xyz')], [replace(2, 3, 'Y')]])).toEqual([insert(1, 'xYz')]);
});

test('edits that undo each other are none', () => {
  expect(composeEdits('abc', [[replace(1, 2, 'x')], [replace(1, 2, 'b')]])).toEqual([]);
});

test('edits far apart stay apart', () => {
  expect(composeEdits('abcdef', [[insert(5, 'y')], [insert(1, 'x')]])).toEqual([insert(1, 'x'), insert(5, 'y')]);
});

test('the edits do at once what the steps do one after another', () => {
  const seeds = fc.array(
    fc.array(fc.tuple(fc.nat(), fc.nat(4), fc.constantFrom('', 'x', 'yz', '\n')), { maxLength: 3 }),
    {
      maxLength: 5,
    },
  );
  fc.assert(
    fc.property(fc.string({ maxLength: 30 }), seeds, (text, rounds) => {
      let now = text;
      const steps = rounds.map((round) => {
        const step = nonOverlapping(round, now.length);
        now = applyEdits(now, step);
        return step;
      });
      expect(applyEdits(text, composeEdits(text, steps))).toBe(now);
    }),
  );
});

function nonOverlapping(seeds: readonly (readonly [number, number, string])[], length: number): TextEdit[] {
  const edits: TextEdit[] = [];
  for (const [at, width, newText] of [...seeds].sort((a, b) => (a[0] % (length + 1)) - (b[0] % (length + 1)))) {
    const start = at % (length + 1);
    if (start < (edits.at(-1)?.span.end ?? 0)) continue;
    edits.push(replace(start, Math.min(length, start + width), newText));
  }
  return edits;
}
