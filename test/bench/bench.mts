// Measures the built server and command, and holds them to their budgets.
//   npm run bench [-- --json] [--corpus DIR]
// --corpus DIR scans the templates in DIR rather than generated ones. Times are processor time of all threads of the server (the
// machine may be busy with other things), `main` of the one that answers, `wall` is what an author waits. Exits 0 also where a budget is not kept: it says so beside the figure.
import { spawnSync } from 'node:child_process';
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { measureOpening, measureScan, measureTyping } from './cases.ts';
import { type BenchCase, percentile, round } from './figures.ts';
import { killAll } from './timed-server.ts';

const { values } = parseArgs({ options: { json: { type: 'boolean', default: false }, corpus: { type: 'string' } } });

process.once('SIGINT', () => process.exit(130));
process.once('SIGTERM', () => process.exit(143));
process.once('exit', killAll);

try {
  const cases = [...(await measureTyping()), ...(await measureOpening()), await measureScan(values.corpus)];
  const machine = { node: process.version, empty_process_ms: emptyProcess(), load: loadavg()[0]?.toFixed(1) };
  if (values.json) console.log(JSON.stringify({ ...machine, cases }));
  else {
    const { node, empty_process_ms, load } = machine;
    console.log(`node ${node}, which takes ${empty_process_ms} ms to start here, load of the machine ${load}\n`);
    printTable(cases);
  }
  process.exit(0);
} catch (error) {
  console.error(`bench: ${error instanceof Error ? error.message : String(error)}`);
  process.exit(2);
}

/** How long Node takes for an empty script, in ms: what tells a slow machine from slow code. */
function emptyProcess(): number | undefined {
  const times = Array.from({ length: 9 }, () => {
    const begin = performance.now();
    spawnSync(process.execPath, ['-e', '0']);
    return performance.now() - begin;
  });
  return round(percentile(times, 0.5));
}

function printTable(all: readonly BenchCase[]): void {
  const header = [
    'case',
    'p50 ms',
    'p99 ms',
    'main p50',
    'main p99',
    'wall p50',
    'wall p99',
    'n',
    'full/p50',
    'other figures',
    'budget',
    '',
  ];
  const rows = all.map((each) => [
    each.name,
    shown(each.p50_ms),
    shown(each.p99_ms),
    shown(each.main_p50_ms),
    shown(each.main_p99_ms),
    shown(each.wall_p50_ms),
    shown(each.wall_p99_ms),
    String(each.samples),
    shown(each.ratio_to_full),
    otherFigures(each),
    Object.entries(each.budget)
      .map(([figure, budget]) => `${figure} ${budget}`)
      .join(', '),
    each.ok ? 'ok' : 'over',
  ]);
  printRows([header, ...rows]);
  for (const { name, kinds } of all) {
    if (kinds === undefined) continue;
    console.log(`\n${name}, by what was done`);
    const parts = Object.entries(kinds as Record<string, Pick<BenchCase, 'p50_ms' | 'p99_ms' | 'samples'>>);
    printRows(parts.map(([kind, of]) => [kind, shown(of.p50_ms), shown(of.p99_ms), String(of.samples)]));
  }
}

/** The plain figures that are not columns, each with its name. */
function otherFigures(each: BenchCase): string {
  const columns = new Set([
    'p50_ms',
    'p99_ms',
    'main_p50_ms',
    'main_p99_ms',
    'wall_p50_ms',
    'wall_p99_ms',
    'samples',
    'ratio_to_full',
  ]);
  return Object.entries(each)
    .filter(([name, value]) => typeof value === 'number' && !columns.has(name))
    .map(([name, value]) => `${name} ${value}`)
    .join(', ');
}

function shown(value: number | undefined): string {
  return value === undefined ? '' : value.toFixed(value < 100 ? 2 : 0);
}

function printRows(rows: readonly (readonly string[])[]): void {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  for (const row of rows)
    console.log(
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    );
}
