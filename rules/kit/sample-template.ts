/** A resource to show a rule on: its properties beside the one that the rule is about, a line each. */
export interface Sample {
  readonly logicalId: string;
  readonly type: string;
  readonly properties?: readonly string[];
}

/**
 * The text of a template with a resource one of whose properties has a value (YAML on one line; left out when empty), for the examples of
 * rules that are alike. What is to be marked is named by its text: part of the value, the last key of the path, or the logical id. In
 * the path `[]` stands for the one item of a list. Sections such as parameters come first, a line each.
 */
export function sampleTemplate(
  { logicalId, type, properties = [] }: Sample,
  path: string,
  value: string,
  mark = '',
  sections: readonly string[] = [],
): string {
  const keys = path.split('.');
  let indent = 6;
  let dash = '';
  const nested =
    value === ''
      ? []
      : keys.map((key, depth) => {
          const isLast = depth === keys.length - 1;
          const line = `${' '.repeat(indent)}${dash}${key.replace('[]', '')}:${isLast ? ` ${value}` : ''}`;
          indent += dash.length + 2;
          dash = key.endsWith('[]') ? '- ' : '';
          return line;
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
  return `${lines.flatMap((line, at) => (at === markedLine(lines, mark) ? [line, under(line, mark)] : [line])).join('\n')}\n`;
}

function markedLine(lines: readonly string[], mark: string): number {
  if (mark === '') return -1;
  return lines.length - 1 - [...lines].reverse().findIndex((line) => line.includes(mark));
}

function under(line: string, mark: string): string {
  return `${' '.repeat(line.lastIndexOf(mark) - 2)}# ${'^'.repeat(mark.length)}`;
}
