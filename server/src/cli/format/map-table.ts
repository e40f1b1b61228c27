import type { DutyState, MapData, MapRow } from '#features';
import type { Colors } from './pretty.ts';

/** The map as a table for a terminal: a letter for each cell, then what is open. Names are cut where the terminal is narrow. */
export function mapTable(data: MapData, path: string, colors: Colors, width: number): string {
  const { aspects, rows, summary } = data;
  const cellsWidth = aspects.length * CELL;
  const room = Math.max(16, width - cellsWidth - 2);
  const names = Math.min(room, Math.max(...rows.map((row) => labelOf(row).length), 8));
  const head = aspects.map((_, at) => String(at + 1).padStart(CELL)).join('');
  const lines = rows.map((row) => {
    const cells = row.states.map((state) => paint(state, colors)(MARKS[state].padStart(CELL))).join('');
    return `${cut(labelOf(row), names)}${cells}`;
  });
  const legend = aspects.map(({ title }, at) => `${String(at + 1).padStart(2)} ${title}`);
  const half = Math.ceil(legend.length / 2);
  const widest = Math.max(...legend.map(({ length }) => length));
  const columns = legend
    .slice(0, half)
    .map((text, at) => `${text.padEnd(widest + 3)}${legend[at + half] ?? ''}`.trimEnd());
  const { duties, done, open, unknown } = summary;
  return [
    `${path}: ${colors.bold(`${done} of your ${duties} duties done`)}, ${open} open, ${unknown} the template cannot tell`,
    '',
    `${' '.repeat(names)}${head}`,
    ...lines,
    '',
    ...columns,
    '',
    'A AWS   + yours, done   ! yours, open   ? yours, cannot tell   . not applicable',
    ...network(data, colors),
    '',
  ].join('\n');
}

const CELL = 3;

/** ASCII, so that no terminal gets them wrong. */
const MARKS: { readonly [state in DutyState]: string } = {
  aws: 'A',
  done: '+',
  open: '!',
  unknown: '?',
  'not-applicable': '.',
};

function paint(state: DutyState, colors: Colors): (text: string) => string {
  switch (state) {
    case 'done':
      return colors.green;
    case 'open':
      return (text) => colors.red(colors.bold(text));
    case 'unknown':
      return colors.yellow;
    default:
      return colors.dim;
  }
}

function labelOf({ id, type }: MapRow): string {
  return id === '' ? 'Your account' : `${id} (${type.replace(/^AWS::/, '')})`;
}

function cut(text: string, width: number): string {
  return text.length <= width ? text.padEnd(width) : `${text.slice(0, width - 1)}…`;
}

function network({ network: { edges } }: MapData, colors: Colors): string[] {
  if (edges.length === 0) return [];
  const lines = edges.map(({ from, to, label, certain, when }) => {
    const start = from === 'internet' ? 'the internet' : from;
    const condition = when === undefined ? '' : ` (when ${when})`;
    return `  ${start} ${certain ? '──' : '┄┄'}> ${to}  ${colors.dim(`${label}${condition}${certain ? '' : ', cannot tell'}`)}`;
  });
  return ['', colors.bold('What the internet reaches'), ...lines];
}
