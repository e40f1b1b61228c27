import type { Value } from '#evaluate';

/**
 * How a message speaks of a value: its text, or what it refers to (`Server.PublicDnsName`) where that alone decides it.
 * Undefined when the value has no text.
 */
export function describe(value: Value): string | undefined {
  const pattern = value.pattern();
  return (pattern && /^\$\{([^${}]+)\}$/.exec(pattern)?.[1]) ?? pattern;
}
