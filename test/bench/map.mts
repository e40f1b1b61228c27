// Measures the responsibility map of the largest template CloudFormation takes: made at first, and again after a keystroke.
//   node --import tsx test/bench/map.mts [--json]
// In this process; times are processor time of its main thread where the system tells, since the machine may be busy with other things.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type LiveMap, liveMap } from '#features';
import { responsibilityOf } from '#responsibility';
import { rules } from '#rules';
import { createSchema } from '#schema';
import { createService } from '#service';
import { schemaFiles } from '../../server/src/entry/schema-files.ts';
import { percentile, round } from './figures.ts';
import { generateTemplate, LARGEST, USUAL } from './generate-template.ts';

const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } });
const schema = createSchema(schemaFiles(join(import.meta.dirname, '..', '..', 'dist')));
const service = createService({ rules, schema, responsibilities: { of: responsibilityOf } });
const options = service.options({});

// What an author has open before: everything is loaded and warm.
for (let seed = 1; seed <= 5; seed++) liveMap(open(generateTemplate({ seed, ...USUAL })));

const text = generateTemplate({ seed: 20_251, ...LARGEST });
const opened = Array.from({ length: 3 }, () => {
  const document = open(text);
  return timed(() => liveMap(document));
});
let document = open(text);
let map: LiveMap | undefined = liveMap(document);
const updates: number[] = [];
const sent: number[] = [];
let at = 0;
for (let stroke = 0; stroke < 200; stroke++) {
  at = nextValue(document.tree.text, (at + 4000) % document.tree.text.length);
  document = service.change(document, [{ span: { start: at, end: at }, newText: 'x' }]);
  updates.push(timed(() => (map = liveMap(document, map))));
  sent.push(timed(() => JSON.stringify(map?.data)));
}

const { rows = [], network, summary } = map?.data ?? {};
const figures = {
  resources: rows.length,
  edges: network?.edges.length,
  duties: summary?.duties,
  open_ms: round(percentile(opened, 0.5)),
  update_p50_ms: round(percentile(updates, 0.5)),
  update_p99_ms: round(percentile(updates, 0.99)),
  to_json_p50_ms: round(percentile(sent, 0.5)),
  kilobytes: round(JSON.stringify(map?.data).length / 1024),
  budget: { open_ms: '< 500', update_p99_ms: '< 50' },
};
console.log(values.json ? JSON.stringify(figures) : figures);

function open(source: string) {
  return service.open({ name: 'a.yaml', text: source, language: 'yaml' }, options);
}

/** The end of the next plain value in a text. */
function nextValue(source: string, from: number): number {
  const line = /\n {6,}[A-Za-z]+: [A-Za-z0-9]+(?=\n)/g;
  line.lastIndex = from;
  const match = line.exec(source) ?? line.exec(source);
  return match ? match.index + match[0].length : 0;
}

function timed(task: () => unknown): number {
  const before = mainTime();
  task();
  return mainTime() - before;
}

/** Milliseconds this thread has run; of the clock where the system does not tell. */
function mainTime(): number {
  try {
    return Number(readFileSync(`/proc/self/task/${process.pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6;
  } catch {
    return performance.now();
  }
}
