/**
 * Template text in a rule's examples: the common indentation and the first and last line breaks are taken away. Write
 * `\${Name}` for a `${Name}` of the template.
 */
export function template(strings: TemplateStringsArray): string {
  const text = strings
    .join('')
    .replace(/^\n/, '')
    .replace(/\n[ \t]*$/, '\n');
  const lines = text.split('\n');
  const widths = lines.filter((line) => line.trim() !== '').map((line) => line.search(/\S/));
  const width = Math.min(...widths);
  return lines.map((line) => line.slice(width)).join('\n');
}
