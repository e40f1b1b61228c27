import type { CST } from 'yaml';
import { addComment, type Composition, fault, tabMessage, unexpected } from './composition.ts';
import { isBreak } from './line-break.ts';

/** A token that is a piece of the text: an indicator, a tag, white space. */
export type SourceToken = CST.SourceToken;

/** The tag, anchor and indicator in front of a node, as `readProps` finds them. */
export interface Props {
  readonly tag: SourceToken | undefined;
  readonly anchor: SourceToken | undefined;
  readonly found: SourceToken | undefined;
  readonly comma: SourceToken | undefined;
  readonly newline: boolean;
  readonly newlineAfterProp: boolean;
  /** Where an empty value stands: right behind the last of them. */
  readonly end: number;
}

/** Reads what stands in front of a node, and collects the comments in it. */
export function readProps(
  to: Composition,
  tokens: readonly SourceToken[],
  indicator: string,
  offset: number,
  flow: 'map' | 'list' | undefined,
  hasNext = false,
): Props {
  let tag: SourceToken | undefined;
  let anchor: SourceToken | undefined;
  let found: SourceToken | undefined;
  let comma: SourceToken | undefined;
  let newline = false;
  let newlineAfterProp = false;
  let spaced = true;
  let glued: SourceToken | undefined;
  let lineStart = isLineStart(to, tokens[0]);
  let tab: SourceToken | undefined;
  let end = tokens[0]?.offset ?? offset;
  for (const token of tokens) {
    const { type } = token;
    if (tab && type !== 'space' && type !== 'newline' && type !== 'comment') reportTab(to, tab);
    if (type !== 'space') tab = undefined;
    else if (lineStart && !flow && token.source.includes('\t')) tab = token;
    lineStart = type === 'newline' || (lineStart && type === 'space');
    if (glued && type !== 'space' && type !== 'newline' && type !== 'comma') reportGlued(to, token.offset);
    glued = undefined;
    if (type === 'space') {
      spaced = true;
      continue;
    }
    if (type === 'newline') {
      newline = true;
      spaced = true;
      if (tag || anchor) newlineAfterProp = true;
      continue;
    }
    if (type === 'comment') {
      if (!spaced) fault(to, 'A comment needs a space in front of its `#`.', token.offset);
      addComment(to, token);
      continue;
    }
    spaced = false;
    end = token.offset + token.source.length;
    if (type === 'anchor') {
      if (anchor) fault(to, 'A value can have one anchor only; remove one.', token.offset, end);
      anchor = token;
      glued = token;
    } else if (type === 'tag') {
      if (tag)
        fault(to, 'A value can have one tag only; write the inner function in its long form.', token.offset, end);
      tag = token;
      glued = token;
    } else if (type === indicator) {
      if (found) fault(to, `Unexpected \`${token.source}\` here; remove it, or quote the text.`, token.offset, end);
      else if (anchor || tag) fault(to, `Tags and anchors stand behind the \`${token.source}\`.`, token.offset, end);
      found = token;
    } else if (type === 'comma' && flow) {
      if (comma) fault(to, 'There is nothing between these commas; remove one.', token.offset, end);
      comma = token;
    } else {
      unexpected(to, token);
    }
  }
  if (tab && hasNext) reportTab(to, tab);
  return { tag, anchor, found, comma, newline, newlineAfterProp, end };
}

function isLineStart(to: Composition, token: SourceToken | undefined): boolean {
  return token !== undefined && (token.offset === 0 || isBreak(to.block.text.charCodeAt(token.offset - 1)));
}

function reportTab(to: Composition, { offset, source }: SourceToken) {
  const start = offset + source.indexOf('\t');
  fault(to, tabMessage, start, start + 1);
}

function reportGlued(to: Composition, offset: number) {
  fault(to, 'A tag or anchor needs a space behind it.', offset);
}

/** Reads what stands behind a node on its line. */
export function readEnd(to: Composition, tokens: readonly SourceToken[] | undefined, atLineStart = false) {
  if (!tokens) return;
  let spaced = atLineStart;
  for (const token of tokens) {
    if (token.type === 'space' || token.type === 'newline') spaced = true;
    else if (token.type === 'comment') {
      if (!spaced) fault(to, 'A comment needs a space in front of its `#`.', token.offset);
      addComment(to, token);
    } else unexpected(to, token);
  }
}
