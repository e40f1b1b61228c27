/** A half-open stretch of text, `start` included and `end` excluded, in UTF-16 code units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The number of UTF-16 code units a span covers. */
export function spanLength(span: Span): number {
  return span.end - span.start;
}

/** The same stretch, `by` code units further on (negative: further back). */
export function shiftSpan(span: Span, by: number): Span {
  return by === 0 ? span : { start: span.start + by, end: span.end + by };
}

/** Whether an offset lies in a span or just behind it, where a cursor still touches its last character. */
export function containsOffset(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}

/** Whether `inner` lies wholly in `outer`. */
export function containsSpan(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Whether two spans share a code unit. Empty spans overlap nothing. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}
