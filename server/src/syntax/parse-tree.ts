import { applyEdits } from '#text';
import { cutText, recut } from './cutting.ts';
import { LocatedTree } from './located-tree.ts';
import type { Change, Language, SyntaxTree } from './tree.ts';

/**
 * The located tree of a text, whatever the text is: what does not parse is in `errors()`, nothing throws. A text of more than
 * five million code units is not read at all (CloudFormation takes a million bytes).
 */
export function parseTree(text: string, language: Language): SyntaxTree {
  return new LocatedTree(language, cutText(text, language), text);
}

/** More changes than this at once (a fix in every resource) are cheaper to read as a new text that shares the old blocks. */
const maxSplices = 8;

/**
 * The tree after changes, all of which refer to the text before any of them and do not overlap. Blocks that the changes leave
 * alone are the same objects as before. For changes that follow one another, as LSP sends them, call it once for each.
 */
export function editTree(tree: SyntaxTree, changes: readonly Change[]): SyntaxTree {
  if (changes.length === 0) return tree;
  if (!(tree instanceof LocatedTree)) return parseTree(applyEdits(tree.text, changes), tree.language);
  const { language, cutting } = tree;
  const [only] = changes;
  if (changes.length === 1 && only) return tree.changed(recut(cutting, language, only), only);
  if (changes.length > maxSplices) {
    const text = applyEdits(tree.text, changes);
    return new LocatedTree(language, cutText(text, language, cutting), text);
  }
  // From the last to the first, so that each still stands where it says.
  const backwards = [...changes].sort((a, b) => b.span.start - a.span.start || b.span.end - a.span.end);
  return backwards.reduce<SyntaxTree>((edited, change) => editTree(edited, [change]), tree);
}
