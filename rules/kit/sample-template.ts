/** A resource to show a rule on: its properties beside the one that the rule is about, a line each. */
export interface Sample {
  readonly logicalId: string;
  readonly type: string;
  readonly properties?: readonly string[];
}

/**
 * The text of a template with a resource one of whose properties has a value (YAML on one line; left out when empty), for the examples of
 * rules that are alike. What is to be marked is named by its text: part of the value, the last key of the path, or the logical id.
 * Sections such as parameters come first, a line each.
 */
export function sampleTemplate(
  { logicalId, type, properties = [] }: Sample,
  path: string,
  value: string,
  mark = '',
  sections: readonly string[] = [],
): string {
  const keys = value === '' ? [] : path.split('.');
  const nested = keys.map((key, depth) => {
    const isLast = depth === keys.length - 1;
    return `${'  '.repeat(depth + 3)}${key}:${isLast ? ` ${value}` : ''}`;
  });
  const given = properties.map((property) => `      ${property}`);
  const lines = [
    ...sections,
    'Resources:',
    `  ${logicalId}:`,
    `    Type: ${type}`,
    ...(given.length + nested.length > 0 ? ['    Properties:'] : []),
    ...given,
    ...nested,
  ];
  const at = lines.findLastIndex((line) => mark !== '' && line.includes(mark));
  return `${lines.flatMap((line, number) => (number === at ? [line, under(line, mark)] : [line])).join('\n')}\n`;
}

function under(line: string, mark: string): string {
  return `${' '.repeat(line.lastIndexOf(mark) - 2)}# ${'^'.repeat(mark.length)}`;
}
