import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { editTree, parseTree } from '#syntax';
import { toChanges } from '../../../server/src/lsp/positions.ts';

const text = fc
  .array(fc.constantFrom('Resources:', '  A:', ' x', '\n', '\r\n', '\r', 'é', '\u{1f600}', ' '), { maxLength: 30 })
  .map((parts) => parts.join(''));
const position = fc.record({ line: fc.nat(8), character: fc.nat(12) });
const event = fc.oneof(
  { weight: 9, arbitrary: fc.record({ from: position, to: position, text }) },
  { weight: 1, arbitrary: fc.record({ text }) },
);

test('a text changes as the protocol says, with positions beyond lines, in one message and in many', () => {
  fc.assert(
    fc.property(text, fc.array(fc.array(event, { maxLength: 3 }), { maxLength: 4 }), (first, messages) => {
      let tree = parseTree(first, 'yaml');
      const document = TextDocument.create('file:///a.yaml', 'yaml', 0, first);
      for (const [version, events] of messages.entries()) {
        const changes: TextDocumentContentChangeEvent[] = [];
        for (const each of events) {
          const change = 'from' in each ? { range: rangeIn(document, each), text: each.text } : each;
          TextDocument.update(document, [change], version);
          changes.push(change);
        }
        for (const change of toChanges(changes, tree)) tree = editTree(tree, [change]);
        expect(tree.text).toBe(document.getText());
        for (let offset = 0; offset <= tree.length; offset++) {
          expect(document.offsetAt(tree.lines.placeAt(offset))).toBe(document.offsetAt(document.positionAt(offset)));
        }
      }
    }),
    { numRuns: 500 },
  );
});

type Place = { readonly line: number; readonly character: number };

/** The lines of the text only: the library loses count after a change beyond the last. */
function rangeIn({ lineCount }: TextDocument, { from, to }: { readonly from: Place; readonly to: Place }) {
  const [a, b] = [from, to].map(({ line, character }) => ({ line: line % lineCount, character }));
  const start = a ?? from;
  const end = b ?? to;
  const isForward = start.line < end.line || (start.line === end.line && start.character <= end.character);
  return isForward ? { start, end } : { start: end, end: start };
}
