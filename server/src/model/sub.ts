/**
 * The parts of a `Fn::Sub` text: literal text, and names in `${…}`, which in a loop may hold its variable: `${Bucket${Env}.Arn}`.
 * `${!Name}` is the literal `${Name}`. Linear in the text.
 */
export function splitSub(text: string): readonly (string | { readonly name: string })[] {
  const parts: (string | { name: string })[] = [];
  let literal = '';
  let at = 0;
  while (at < text.length) {
    const open = text.indexOf('${', at);
    const close = open < 0 ? -1 : closingBrace(text, open + 2);
    if (close < 0) break;
    literal += text.slice(at, open);
    const name = text.slice(open + 2, close).trim();
    if (name.startsWith('!')) literal += `\${${name.slice(1)}}`;
    else {
      if (literal !== '') parts.push(literal);
      literal = '';
      parts.push({ name });
    }
    at = close + 1;
  }
  literal += text.slice(at);
  if (literal !== '') parts.push(literal);
  return parts;
}

/** A name with a loop's variables in it, to its last brace. */
const LOOPED_NAME = /\w*(?:[$&]\{\w+\}[\w.]*)+\}/y;

/** The brace that ends a name; -1 when there is none. */
function closingBrace(text: string, start: number): number {
  LOOPED_NAME.lastIndex = start;
  return LOOPED_NAME.test(text) ? LOOPED_NAME.lastIndex - 1 : text.indexOf('}', start);
}
