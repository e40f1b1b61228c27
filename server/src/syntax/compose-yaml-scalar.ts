import { CST } from 'yaml';
import { addComment, type Composition, explain, fault } from './composition.ts';
import { isBreak } from './line-break.ts';
import { makeScalar } from './make-node.ts';
import type { ScalarNode } from './node.ts';
import { type Props, readEnd } from './read-yaml-props.ts';
import { resolvePlain, resolveTagged } from './yaml-scalar.ts';

/** The value of a scalar token, with its text as written. */
export function composeScalar(to: Composition, token: CST.FlowScalar | CST.BlockScalar, { tag }: Props): ScalarNode {
  if (token.type === 'block-scalar') return composeBlockScalar(to, token);
  const { source, offset } = token;
  const style = token.type === 'alias' ? 'plain' : styles[token.type];
  const text = readFlowText(to, token);
  const value = tag ? resolveTagged(tag.source, text, style) : style === 'plain' ? resolvePlain(text) : text;
  const span = { start: offset, end: offset + source.length };
  return makeScalar(to.block, span, value, style, text);
}

const styles = {
  scalar: 'plain',
  'single-quoted-scalar': 'single',
  'double-quoted-scalar': 'double',
} as const;

/** The text of a plain or quoted scalar; the library is asked only where escapes or line folds are in it. */
function readFlowText(to: Composition, token: CST.FlowScalar): string {
  const { source } = token;
  const last = source.length - 1;
  const plain = token.type === 'scalar';
  const quote = token.type === 'double-quoted-scalar' ? '"' : "'";
  const closed = plain || (last > 0 && source[last] === quote);
  const simple =
    closed &&
    !source.includes('\n') &&
    (plain ? !',%|>@`\t'.includes(source[0] ?? 'x') : !needsUnescape(source, quote, last));
  if (simple) {
    readEnd(to, token.end);
    return plain ? source : source.slice(1, -1);
  }
  if (!closed) {
    fault(
      to,
      `The quote that opens here is not closed; add a ${quote} at the end of the text.`,
      token.offset,
      token.offset + 1,
    );
  }
  readEnd(to, token.end);
  const bare = { ...token, end: [] };
  const resolved = CST.resolveAsScalar(bare, true, (offset, _code, message) => {
    if (closed || !message.startsWith('Missing closing')) fault(to, explain(message), offset);
  });
  return resolved?.value ?? '';
}

function needsUnescape(source: string, quote: string, last: number): boolean {
  if (quote === '"') return source.includes('\\');
  return source.indexOf("'", 1) !== last;
}

function composeBlockScalar(to: Composition, token: CST.BlockScalar): ScalarNode {
  for (const prop of token.props) if (prop.type === 'comment') addComment(to, prop);
  const resolved = CST.resolveAsScalar(token, true, (offset, _code, message) => fault(to, explain(message), offset));
  const text = resolved?.value ?? '';
  const folded = token.props[0] && 'source' in token.props[0] && token.props[0].source?.startsWith('>');
  const span = { start: token.offset, end: endOfBlockScalar(token) };
  const style = folded ? 'folded' : 'literal';
  return makeScalar(to.block, span, text, style, text);
}

/** Behind the last character of the scalar that is no white space, or behind its header when it is empty. */
function endOfBlockScalar({ offset, props, source }: CST.BlockScalar): number {
  const headerEnd = props.reduce((end, prop) => ('source' in prop ? end + (prop.source?.length ?? 0) : end), offset);
  let length = source.length;
  while (length > 0 && isWhite(source.charCodeAt(length - 1))) length--;
  const header = props[0];
  if (length === 0) return header && 'source' in header ? header.offset + (header.source?.length ?? 0) : offset;
  // White space behind the last word is part of the text; only the line breaks are not.
  while (length < source.length && !isBreak(source.charCodeAt(length))) length++;
  return headerEnd + length;
}

/** A null where a value is missing, or an empty text where a tag says so. */
export function emptyScalar(to: Composition, { end, tag }: Props): ScalarNode {
  const value = tag && (tag.source === '!!str' || tag.source === '!') ? '' : null;
  const span = { start: end, end };
  return makeScalar(to.block, span, value, 'plain', '');
}

function isWhite(code: number): boolean {
  return code === 0x20 || code === 0x09 || isBreak(code);
}
