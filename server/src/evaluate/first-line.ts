import { type Place, placeOf } from '#model';
import type { SyntaxNode } from '#syntax';

/** A value that spans lines is pointed at by its first one: the first entry of a map, the first item of a list. */
export function firstLine(node: SyntaxNode): Place {
  const place = placeOf(node);
  const text = place.block.text.slice(place.span.start, place.span.end);
  const lineEnd = text.search(/[\r\n]/);
  if (lineEnd < 0) return place;
  const length = text.slice(0, lineEnd).trimEnd().length;
  return { block: place.block, span: { start: place.span.start, end: place.span.start + length } };
}

/** Whether a place has no line break in it. */
export function isOneLine({ block, span }: Place): boolean {
  return !/[\r\n]/.test(block.text.slice(span.start, span.end));
}
