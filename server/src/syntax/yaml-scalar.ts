import type { ScalarNode } from './node.ts';

/** The value of a plain YAML scalar in the core schema (YAML 1.2.2, section 10.3.2). Anything else is its own text. */
export function resolvePlain(text: string): string | number | boolean | null {
  switch (text) {
    case '':
    case '~':
    case 'null':
    case 'Null':
    case 'NULL':
      return null;
    case 'true':
    case 'True':
    case 'TRUE':
      return true;
    case 'false':
    case 'False':
    case 'FALSE':
      return false;
  }
  return couldBeNumber(text) ? resolveNumber(text) : text;
}

/** The value of a scalar under a tag: core tags say what it is, under all others it is text. */
export function resolveTagged(tag: string, text: string, style: ScalarNode['style']): ScalarNode['value'] {
  const core = resolvePlain(text);
  if (tag === '!!null') return null;
  if (tag === '!!bool') return typeof core === 'boolean' ? core : text;
  if (tag === '!!int' || tag === '!!float') return typeof core === 'number' ? core : text;
  // A short intrinsic without a value (`!Ref`) is still without one; any other text under a tag stays text.
  return text === '' && style === 'plain' && tag !== '!!str' && tag !== '!' ? null : text;
}

function couldBeNumber(text: string): boolean {
  const code = text.charCodeAt(0);
  return (code >= 0x30 && code <= 0x39) || code === 0x2b || code === 0x2d || code === 0x2e;
}

function resolveNumber(text: string): number | string {
  if (/^[-+]?[0-9]+$/.test(text)) return Number(text);
  if (/^0o[0-7]+$/.test(text) || /^0x[0-9a-fA-F]+$/.test(text)) return Number(text);
  if (/^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/.test(text)) return Number(text);
  if (/^[-+]?\.(?:inf|Inf|INF)$/.test(text))
    return text.startsWith('-') ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  return /^\.(?:nan|NaN|NAN)$/.test(text) ? Number.NaN : text;
}
