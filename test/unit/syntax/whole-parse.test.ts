import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAlias, isMap, isScalar, isSeq, parseDocument } from 'yaml';
import { parseTree, type SyntaxNode, type SyntaxTree, spanOf } from '#syntax';
import { yamlTemplate } from './yaml-template.ts';

describe('a tree of blocks', { timeout: 60_000 }, () => {
  it('says what one parse of the whole YAML says, at the same places', () => {
    const runs = Number(process.env.FUZZ_RUNS ?? 300);
    let compared = 0;
    fc.assert(
      fc.property(yamlTemplate, (text) => {
        const document = parseDocument(text, { uniqueKeys: false, logLevel: 'silent', prettyErrors: false });
        const tree = parseTree(text, 'yaml');
        if (document.errors.length > 0) return;
        compared++;
        expect(ours(tree)).toEqual(theirs(document.contents));
        expect(tree.errors().filter(({ message }) => !message.includes('occurs twice'))).toEqual([]);
      }),
      { numRuns: runs },
    );
    expect(compared).toBeGreaterThan(runs / 2);
  });
});

function ours(tree: SyntaxTree): unknown {
  return {
    map: tree.sections.map((section) => [
      section.key && node(tree, section.key),
      section.entries && section.entries.length > 0
        ? {
            map: section.entries.map((block) => [
              block.key && node(tree, block.key),
              block.value && node(tree, block.value),
            ]),
          }
        : section.value
          ? node(tree, section.value)
          : { value: null },
    ]),
  };
}

function node(tree: SyntaxTree, it: SyntaxNode): unknown {
  const tag = it.tag ? { tag: it.tag.name } : {};
  if (it.kind === 'map')
    return { ...tag, map: it.entries.map((entry) => [node(tree, entry.key), node(tree, entry.value)]) };
  if (it.kind === 'list') return { ...tag, list: it.items.map((item) => node(tree, item)) };
  if (it.kind === 'alias') return { alias: it.name };
  const span = spanOf(tree, it);
  if (it.value === null && it.text === '') return { ...tag, value: null };
  const isBlock = it.style === 'literal' || it.style === 'folded';
  return { ...tag, value: it.value, start: span?.start, ...(isBlock ? {} : { end: span?.end }) };
}

function theirs(it: unknown): unknown {
  if (isAlias(it)) return { alias: it.source };
  if (!isMap(it) && !isSeq(it) && !isScalar(it)) return { value: null };
  const tag = it.tag && !it.tag.startsWith('tag:') ? { tag: it.tag } : {};
  if (isMap(it)) return { ...tag, map: it.items.map((pair) => [theirs(pair.key), theirs(pair.value)]) };
  if (isSeq(it)) return { ...tag, list: it.items.map(theirs) };
  // The package reads a tag without a value as an empty text; a template means nothing by it.
  if (it.source === '' && it.type === 'PLAIN') return { ...tag, value: null };
  const isBlock = it.type === 'BLOCK_LITERAL' || it.type === 'BLOCK_FOLDED';
  return { ...tag, value: it.value, start: it.range?.[0], ...(isBlock ? {} : { end: it.range?.[1] }) };
}
