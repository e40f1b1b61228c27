import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits, containsOffset, containsSpan, createLineIndex, type LineIndex, overlaps, shiftSpan } from '#text';

describe('createLineIndex', () => {
  it('ends lines at LF, CRLF and a lone CR', () => {
    const index = createLineIndex('a\nb\r\nc\rd');
    expect(index.lineCount).toBe(4);
    expect([0, 1, 2, 3].map((line) => index.lineStart(line))).toEqual([0, 2, 5, 7]);
  });

  it('takes a character beyond the line as the end of the line', () => {
    const index = createLineIndex('ab\r\nc');
    expect(index.offsetAt({ line: 0, character: 9 })).toBe(2);
    expect(index.offsetAt({ line: 9, character: 0 })).toBe(5);
  });

  it('finds the way back from every offset', () => {
    const parts = fc.array(fc.constantFrom('a', '\n', '\r\n', '\r', 'é', '\u{1f600}'));
    fc.assert(
      fc.property(parts, (list) => {
        const text = list.join('');
        const index = createLineIndex(text);
        for (let offset = 0; offset <= text.length; offset++) {
          // Between CR and LF there is no place of its own: it is the end of the line.
          const inBreak = text[offset - 1] === '\r' && text[offset] === '\n';
          expect(index.offsetAt(index.placeAt(offset))).toBe(inBreak ? offset - 1 : offset);
        }
      }),
    );
  });
});

describe('the line index after an edit', () => {
  it('is that of the text after it', () => {
    const text = fc.array(fc.constantFrom('a', '\n', '\r\n', '\r', 'bc')).map((parts) => parts.join(''));
    const edit = fc.tuple(fc.nat(40), fc.nat(10), text);
    fc.assert(
      fc.property(text, fc.array(edit, { maxLength: 4 }), (first, edits) => {
        let before = first;
        let index = createLineIndex(before);
        for (const [at, length, newText] of edits) {
          const start = Math.min(at, before.length);
          const change = { span: { start, end: Math.min(start + length, before.length) }, newText };
          const after = applyEdits(before, [change]);
          index = index.after(change, after);
          const lines = (of: LineIndex) => Array.from({ length: of.lineCount }, (_, line) => of.lineStart(line));
          expect(lines(index)).toEqual(lines(createLineIndex(after)));
          before = after;
        }
      }),
    );
  });
});

describe('applyEdits', () => {
  it('takes all edits as of the text before, in any order', () => {
    const edits = [
      { span: { start: 3, end: 4 }, newText: 'D' },
      { span: { start: 0, end: 1 }, newText: '' },
      { span: { start: 2, end: 2 }, newText: '+' },
      { span: { start: 2, end: 2 }, newText: '-' },
    ];
    expect(applyEdits('abcd', edits)).toBe('b+-cD');
  });

  it('throws on overlapping edits', () => {
    const edits = [
      { span: { start: 0, end: 2 }, newText: '' },
      { span: { start: 1, end: 3 }, newText: '' },
    ];
    expect(() => applyEdits('abc', edits)).toThrow(RangeError);
  });
});

describe('spans', () => {
  it('touch their end with an offset, but share no character with what follows', () => {
    const span = { start: 1, end: 3 };
    expect([0, 1, 3, 4].map((offset) => containsOffset(span, offset))).toEqual([false, true, true, false]);
    expect(overlaps(span, { start: 3, end: 4 })).toBe(false);
    expect(containsSpan(span, { start: 2, end: 3 })).toBe(true);
    expect(shiftSpan(span, 2)).toEqual({ start: 3, end: 5 });
  });
});
