import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Change } from '#syntax';
import { describeFindings, options, type Start, service, starts } from './templates.ts';

const numRuns = Number(process.env.FUZZ_RUNS ?? 300);

/** What editors' keys and an author's habits do to a text. */
const KINDS = [
  'type',
  'delete',
  'word',
  'new line',
  'drop line',
  'double line',
  'swap lines',
  'copy block',
  'drop block',
] as const;
const WORDS = [
  'dev',
  'true',
  'false',
  "'*'",
  '!Ref Env',
  '!Ref AWS::NoValue',
  '!If [IsProd, a, b]',
  'Condition: IsProd',
  '*a',
];

interface Step {
  readonly kind: (typeof KINDS)[number];
  /** Where, as a share of the text. */
  readonly at: number;
  readonly to: number;
  readonly pick: number;
}

const share = fc.double({ min: 0, max: 0.999, noNaN: true });
const steps = fc.array(fc.record({ kind: fc.constantFrom(...KINDS), at: share, to: share, pick: fc.nat(100) }), {
  minLength: 1,
  maxLength: 8,
});

it('finds the same after any edits as in the text read afresh', () => {
  fc.assert(
    fc.property(fc.constantFrom(...starts), steps, (start, all) => checkEdits(start, all)),
    { numRuns, ...(process.env.FUZZ_RUNS === undefined && { seed: 11 }) },
  );
}, 1_200_000);

function checkEdits({ name, text, language }: Start, all: readonly Step[]): void {
  let document = service.open({ name, text, language }, options);
  for (const step of all) {
    const change = changeOf(document.tree.text, step);
    document = service.change(document, [change]);
    const exact = document.exact();
    const fresh = service.open({ name, text: document.tree.text, language }, options);
    const story = `${document.tree.text}\n${JSON.stringify(change)}`;
    expect(exact.analysis?.faults ?? [], story).toEqual([]);
    expect(described(exact), story).toEqual(described(fresh));
  }
}

function described({ analysis, tree }: ReturnType<typeof service.open>): unknown {
  return analysis && [describeFindings(analysis.findings, tree), describeFindings(analysis.suppressed, tree)];
}

function changeOf(text: string, { kind, at, to, pick }: Step): Change {
  const offset = Math.floor(at * (text.length + 1));
  const line = lineAt(text, offset);
  const other = lineAt(text, Math.floor(to * (text.length + 1)));
  const word = WORDS[pick % WORDS.length] ?? '';
  switch (kind) {
    case 'type':
      return insert(offset, 'a: -#'.charAt(pick % 5));
    case 'delete':
      return { span: { start: offset, end: Math.min(offset + 1 + (pick % 3), text.length) }, newText: '' };
    case 'word': {
      const value = /: (.*)$/m.exec(text.slice(offset));
      const start = value ? offset + value.index + 2 : offset;
      return { span: { start, end: start + (value?.[1]?.length ?? 0) }, newText: word };
    }
    case 'new line':
      return insert(line.end, `${/^ */.exec(text.slice(line.start))?.[0] ?? ''}${word}\n`);
    case 'drop line':
      return { span: line, newText: '' };
    case 'double line':
      return insert(line.end, text.slice(line.start, line.end));
    case 'swap lines':
      return { span: line, newText: text.slice(other.start, other.end) };
    case 'copy block': {
      const block = blockAt(text, line.start);
      return insert(pick % 2 === 0 ? block.end : other.start, text.slice(block.start, block.end));
    }
    case 'drop block':
      return { span: blockAt(text, line.start), newText: '' };
  }
}

function insert(start: number, newText: string): Change {
  return { span: { start, end: start }, newText };
}

/** The line at an offset, its line break included. */
function lineAt(text: string, offset: number): { start: number; end: number } {
  const start = offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', offset) + 1;
  return { start, end: end === 0 ? text.length : end };
}

/** A line and all lines below it that are indented more. */
function blockAt(text: string, start: number): { start: number; end: number } {
  const width = (at: number) => /^ */.exec(text.slice(at))?.[0].length ?? 0;
  let { end } = lineAt(text, start);
  while (end < text.length && width(end) > width(start)) end = lineAt(text, end).end;
  return { start, end };
}
