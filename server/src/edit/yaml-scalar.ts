import type { Style } from './style.ts';

/**
 * A scalar as YAML that both YAML 1.1 (which CloudFormation reads) and 1.2 understand as that very value. A string that either would
 * misread, such as `yes`, `012`, `2012-10-17` or `a: b`, is quoted.
 */
export function yamlScalar(
  value: string | number | boolean,
  style: Pick<Style, 'quote' | 'quotesAll'>,
  context: 'block' | 'flow',
): string {
  if (typeof value !== 'string') return String(value);
  return isPlain(value, context) && !style.quotesAll ? value : quoted(value, style);
}

/** A key: quoted only where it must be. */
export function yamlKey(key: string, style: Pick<Style, 'quote'>, context: 'block' | 'flow'): string {
  return isPlain(key, context) ? key : quoted(key, style);
}

/** A string in the quotes of the file, unless only double quotes can say it, or single ones do so without escapes. */
export function quoted(value: string, { quote }: Pick<Style, 'quote'>): string {
  const isBare = /["\\]/.test(value) && !value.includes("'");
  if ((quote === '"' && !isBare) || needsEscape(value)) return escaped(value);
  return `'${value.replaceAll("'", "''")}'`;
}

/** Whether a string can be written without quotes. */
export function isPlain(value: string, context: 'block' | 'flow'): boolean {
  if (!/^[A-Za-z0-9_/.$(~\u00a1-\ud7ff\ue000-\ufefe]/.test(value)) return false;
  if (/\s$|:$|:\s|\s#/.test(value) || needsEscape(value)) return false;
  if (context === 'flow' && /[,[\]{}]/.test(value)) return false;
  return !isMisread(value);
}

/** Whether a plain scalar is something else than a string to YAML 1.1 or 1.2 (yaml.org/type, and the 1.2 core schema). */
function isMisread(value: string): boolean {
  if (/^(~|null|y|n|yes|no|on|off|true|false)$/i.test(value)) return true;
  // Numbers of all bases, with exponents and underscores, sexagesimals such as 1:30; dates and times.
  if (/^[-+.]?[0-9][0-9_.,:]*(e[-+]?[0-9]*)?$/i.test(value)) return true;
  return (
    /^0[xob][0-9a-f_]*$/i.test(value) || /^\.(inf|nan)$/i.test(value) || /^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}/.test(value)
  );
}

function needsEscape(value: string): boolean {
  for (const char of value) {
    const code = char.codePointAt(0) ?? 0;
    const isPrintable =
      (code >= 0x20 && code < 0x7f) || (code >= 0xa0 && code !== 0x2028 && code !== 0x2029 && code !== 0xfeff);
    if (!isPrintable || (code >= 0xd800 && code <= 0xdfff) || (code >= 0xfffe && code <= 0xffff)) return true;
  }
  return false;
}

/** In double quotes. JSON's escapes are YAML's; what else YAML cannot print gets a `\u`. */
function escaped(value: string): string {
  return JSON.stringify(value).replace(/[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g, (char) => {
    return `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}
