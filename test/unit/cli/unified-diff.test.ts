import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyEdits, type TextEdit } from '#text';
import { unifiedDiff } from '../../../server/src/cli/unified-diff.ts';

const edit = (start: number, end: number, newText: string): TextEdit => ({ span: { start, end }, newText });

test('a changed line stands in three lines of context', () => {
  expect(unifiedDiff('a', '1\n2\n3\n4\n5\n6\n7\n8\n', [edit(8, 9, 'x')])).toBe(
    '--- a/a\n+++ b/a\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+x\n 6\n 7\n 8\n',
  );
});

test('changes far apart are hunks of their own, the later one moved by the earlier', () => {
  const text = Array.from({ length: 20 }, (_, at) => `${at}\n`).join('');
  const diff = unifiedDiff('a', text, [edit(0, 0, 'new\n'), edit(text.length, text.length, 'end\n')]);
  expect(diff.match(/^@@.*@@$/gm)).toEqual(['@@ -1,3 +1,4 @@', '@@ -18,3 +19,4 @@']);
});

test('a missing last line break is said', () => {
  expect(unifiedDiff('a', 'x', [edit(1, 1, 'y')])).toBe(
    '--- a/a\n+++ b/a\n@@ -1,1 +1,1 @@\n-x\n\\ No newline at end of file\n+xy\n\\ No newline at end of file\n',
  );
});

test('edits that change nothing are no diff', () => {
  expect(unifiedDiff('a', 'x\n', [edit(0, 1, 'x')])).toBe('');
});

test('git applies what is printed', { timeout: 60_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'remit-diff-'));
  const line = fc.constantFrom('a\n', 'b\n', 'c\r\n', '\n', 'dd\n');
  const texts = fc.tuple(fc.array(line, { minLength: 1, maxLength: 30 }), fc.constantFrom('', 'end'));
  const seeds = fc.array(fc.tuple(fc.nat(), fc.nat(6), fc.constantFrom('', 'x', 'y\n', '\nz')), { maxLength: 4 });
  fc.assert(
    fc.property(texts, seeds, ([lines, end], spots) => {
      const text = lines.join('') + end;
      const edits: TextEdit[] = [];
      for (const [at, width, newText] of [...spots].sort((a, b) => (a[0] % text.length) - (b[0] % text.length))) {
        const start = at % text.length;
        if (start >= (edits.at(-1)?.span.end ?? 0))
          edits.push(edit(start, Math.min(text.length, start + width), newText));
      }
      const after = applyEdits(text, edits);
      const diff = unifiedDiff('t', text, edits);
      expect(diff === '').toBe(after === text);
      if (diff === '' || after === '') return;
      writeFileSync(join(folder, 't'), text);
      const { stderr } = spawnSync('git', ['apply', '--whitespace=nowarn', '-'], {
        cwd: folder,
        input: diff,
        encoding: 'utf8',
      });
      expect(stderr).toBe('');
      expect(readFileSync(join(folder, 't'), 'utf8')).toBe(after);
    }),
    { numRuns: 60 },
  );
});
