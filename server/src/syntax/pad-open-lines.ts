import type { Span } from '#text';
import type { Composition } from './composition.ts';
import { createFlowScan } from './flow-scan.ts';
import type { SyntaxNode } from './node.ts';

/** A text whose lines within brackets and quotes were moved to the right, and where. */
export interface Padding {
  readonly text: string;
  /** The offsets in the padded text at which spaces were put in, ascending, and how many each time. */
  readonly places: readonly number[];
  readonly width: number;
}

/**
 * YAML asks that lines within brackets or quotes are indented further than the key they belong to; the parsers behind
 * CloudFormation do not. Indentation has no other meaning there, so such lines can be moved right of everything before they
 * are read. Undefined when there are none.
 */
export function padOpenLines(text: string): Padding | undefined {
  const flow = createFlowScan(text, 0);
  const width = widestIndent(text) + 1;
  const parts: string[] = [];
  const places: number[] = [];
  let from = 0;
  let length = 0;
  for (let at = nextLine(text, 0); at < text.length; at = nextLine(text, at)) {
    if (flow.openAt(at) === undefined) continue;
    parts.push(text.slice(from, at), ' '.repeat(width));
    length += at - from;
    places.push(length);
    length += width;
    from = at;
  }
  if (places.length === 0) return undefined;
  parts.push(text.slice(from));
  return { text: parts.join(''), places, width };
}

function widestIndent(text: string): number {
  let widest = 0;
  for (let at = 0; at < text.length; at = nextLine(text, at)) {
    let first = at;
    while (text.charCodeAt(first) === 0x20 || text.charCodeAt(first) === 0x2d) first++;
    widest = Math.max(widest, first - at);
  }
  return Math.min(widest, 1000);
}

function nextLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end + 1;
}

/** Takes the padding out of all spans again. */
export function unpad(to: Composition, root: SyntaxNode | undefined, padding: Padding) {
  const done = new Set<Span>();
  const fix = (span: Span) => {
    // Some nodes share a span object, and each must be moved once only. They are all of our own making and not yet handed out.
    if (done.has(span)) return;
    done.add(span);
    const open = span as { start: number; end: number };
    open.start = originalOffset(padding, span.start);
    open.end = originalOffset(padding, span.end);
  };
  const fixNode = (node: SyntaxNode) => {
    fix(node.span);
    if (node.tag) fix(node.tag.span);
    if (node.kind === 'map') {
      for (const entry of node.entries) {
        fix(entry.span);
        fixNode(entry.key);
        fixNode(entry.value);
      }
    } else if (node.kind === 'list') node.items.forEach(fixNode);
  };
  if (root) fixNode(root);
  for (const { span } of to.comments) fix(span);
  for (const { span } of to.errors) fix(span);
}

function originalOffset({ places, width }: Padding, offset: number): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  // Inside the spaces put in there is no place of the text; it is the start of the line.
  const inside = low === 0 ? 0 : Math.max(0, (places[low - 1] ?? 0) + width - offset);
  return offset - low * width + inside;
}
