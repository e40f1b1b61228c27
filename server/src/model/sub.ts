/** The parts of a `Fn::Sub` text: literal text, and names in `${…}`. `${!Name}` is the literal `${Name}`. Linear in the text. */
export function splitSub(text: string): readonly (string | { readonly name: string })[] {
  const parts: (string | { name: string })[] = [];
  let literal = '';
  let at = 0;
  while (at < text.length) {
    const open = text.indexOf('${', at);
    const close = open < 0 ? -1 : text.indexOf('}', open);
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
