import { describe, expect, it } from 'vitest';
import { detectLanguage, entryOf, parseTree, pathAt, walk } from '#syntax';

const text = 'Resources:\n  A:\n    List: [x, {k: v}]\n    Empty:\nDescription: d\n';
const tree = parseTree(text, 'yaml');

describe('pathAt', () => {
  it.each([
    ['A:', 'A', [], true],
    ['List', 'A', ['List'], true],
    ['x,', 'A', ['List', 0], false],
    ['k', 'A', ['List', 1, 'k'], true],
    ['v}', 'A', ['List', 1, 'k'], false],
    ['d\n', 'Description', [], false],
  ])('knows what stands at %j', (find, key, steps, onKey) => {
    const path = pathAt(tree, text.indexOf(find));
    expect(path.block.key?.text).toBe(key);
    expect(path.steps.map((step) => (step.kind === 'entry' ? step.entry.key.text : step.index))).toEqual(steps);
    expect(path.onKey).toBe(onKey);
  });
});

describe('entryOf', () => {
  it('takes the last of duplicates', () => {
    const value = parseTree('Metadata: {a: 1, b: 2, a: 3}\n', 'yaml').sections[0]?.value;
    expect(value?.kind === 'map' && entryOf(value, 'a')?.value).toMatchObject({ value: 3 });
    expect(value?.kind === 'map' && entryOf(value, 'c')).toBeUndefined();
  });
});

describe('walk', () => {
  it('visits values in the order of the text, and leaves out what it is told to', () => {
    const value = parseTree('Metadata: {a: [1, 2], b: {c: 3}}\n', 'yaml').sections[0]?.value;
    const seen: unknown[] = [];
    if (value) {
      walk(value, (node) => {
        seen.push(node.kind === 'scalar' ? node.value : node.kind);
        return node.kind !== 'list';
      });
    }
    expect(seen).toEqual(['map', 'list', 'map', 3]);
  });
});

describe('detectLanguage', () => {
  it.each([
    ['a.JSON', '', 'json'],
    ['a.yml', '{}', 'yaml'],
    ['a.template', '\ufeff \n{', 'json'],
    ['a.template', 'A: {}', 'yaml'],
    ['a', '', 'yaml'],
  ])('of %s with %j', (path, content, language) => {
    expect(detectLanguage(path, content)).toBe(language);
  });
});
