import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseTree } from '#syntax';
import { LazyBlock } from '../../../server/src/syntax/block.ts';
import type { Composition } from '../../../server/src/syntax/composition.ts';
import { readWithPackage } from '../../../server/src/syntax/parse-yaml-block.ts';
import { readSimpleYaml } from '../../../server/src/syntax/read-simple-yaml.ts';
import { yamlTemplate } from './yaml-template.ts';

function compositionOf(block: LazyBlock): Composition {
  return { block, comments: [], errors: [], anchors: [], aliases: [], length: block.text.length };
}

/** Whether the reader of simple YAML answers; then it must have said all that the package says. */
function agrees(block: LazyBlock): boolean {
  const simple = compositionOf(block);
  const root = readSimpleYaml(simple);
  if (!root) return false;
  const whole = compositionOf(block);
  expect(root).toEqual(readWithPackage(whole, block.text));
  const ordered = whole.comments.toSorted((a, b) => a.span.start - b.span.start);
  expect({ ...simple, comments: simple.comments.toSorted((a, b) => a.span.start - b.span.start) }).toEqual({
    ...whole,
    comments: ordered,
  });
  return true;
}

describe('readSimpleYaml', { timeout: 60_000 }, () => {
  it('says what the package says, down to every span, or nothing', () => {
    let answered = 0;
    fc.assert(
      fc.property(
        yamlTemplate,
        fc.nat(400),
        fc.constantFrom('', '', ':', '- ', '#', '"', '[', ' ', '\n', '!a '),
        (text, at, typed) => {
          const edited = at < text.length ? text.slice(0, at) + typed + text.slice(at) : text;
          for (const block of parseTree(edited, 'yaml').blocks) {
            if (block instanceof LazyBlock && block.kind !== 'head' && agrees(block)) answered++;
          }
        },
      ),
      { numRuns: Number(process.env.FUZZ_RUNS ?? 300) },
    );
    expect(answered).toBeGreaterThan(Number(process.env.FUZZ_RUNS ?? 300) / 2);
  });
});
