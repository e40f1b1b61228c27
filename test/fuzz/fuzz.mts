// Mutates templates and takes them through the whole of Remit, looking for what throws, hangs, disagrees or grows.
//   npm run fuzz -- [--seconds N] [--seed S] [--corpus DIR] [--out DIR]
// Prints counts; exits 1 when something was found. Each find is written, made small, to out/fuzz/ (or DIR) as JSON.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { readCorpus } from './corpus.ts';
import type { EngineMessage, EngineSetup, Slowest } from './engine-worker.ts';
import { type Find, type FuzzCase, finalText } from './fuzz-case.ts';
import { makeCase } from './mutate.ts';
import { type FuzzedServer, startFuzzedServer } from './server-steps.ts';

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    seed: { type: 'string', default: String(Date.now() % 1e9) },
    corpus: { type: 'string' },
    out: { type: 'string', default: resolve(import.meta.dirname, '../../out/fuzz') },
  },
});
const seconds = Number(values.seconds);
const seed = Number(values.seed);
if (!Number.isFinite(seconds) || !Number.isInteger(seed)) {
  console.error('fuzz: --seconds and --seed take numbers');
  process.exit(2);
}

const MOST_FINDS = 200;
/** A step that runs this long without an end has to be stopped; a busy machine may take its time. */
const HANG_MS = 30_000;
/** Growth of memory beyond this, over a run, is a leak. */
const GROWTH_MEGABYTES = 120;

const counts = { cases: 0, edits: 0, findings: 0, fixes: 0, hovers: 0, actions: 0, conversations: 0, finds: 0 };
const memories = { engine: [] as number[], server: [] as number[] };
let slowest: Slowest = { step: '', ms: 0, seed };
const names = new Set<string>();
const started = performance.now();
const isOver = () => performance.now() - started > seconds * 1000 || counts.finds >= MOST_FINDS;

const corpus = readCorpus(values.corpus);
console.log(`fuzz: seed ${seed}, ${corpus.length} templates, ${seconds} s`);
const ticker = setInterval(print, 60_000);
await Promise.all([fuzzEngine(seed), fuzzServer(seed + 500_000_000)]);
clearInterval(ticker);
checkGrowth('engine', memories.engine);
checkGrowth('server', memories.server);
print();
process.exit(counts.finds > 0 ? 1 : 0);

/** Runs the engine's thread, over and over where a case stops it. */
async function fuzzEngine(from: number): Promise<void> {
  let next = from;
  while (!isOver()) next = await runEngine(next);
}

/** Runs one thread until time is up or it hangs or dies; the answer is the seed to go on with. */
function runEngine(from: number): Promise<number> {
  return new Promise((end) => {
    const workerData: EngineSetup = { seed: from, corpus: values.corpus };
    // A thread does not take over the loader of TypeScript from the process.
    const script = `require('tsx/cjs'); require(${JSON.stringify(resolve(import.meta.dirname, 'engine-worker.ts'))});`;
    const worker = new Worker(script, {
      eval: true,
      workerData,
      resourceLimits: { maxOldGenerationSizeMb: 1500 },
    });
    let current: FuzzCase | undefined;
    let step = 'start';
    let since = performance.now();
    let done = false;
    const stop = (failure?: string) => {
      if (done) return;
      done = true;
      clearInterval(watch);
      void worker.terminate();
      if (failure && !current) throw new Error(failure);
      if (failure && current) keep({ step, message: failure, found: current });
      end((current?.seed ?? from) + 1);
    };
    const watch = setInterval(() => {
      if (isOver()) stop();
      else if (step !== 'minimise' && performance.now() - since > HANG_MS) stop('never ends');
    }, 500);
    worker.on('error', (error) => stop(`ends the process: ${error.stack ?? error.message}`));
    worker.on('message', (message: EngineMessage) => {
      since = performance.now();
      if (message.kind === 'begin') current = message.found;
      if (message.kind === 'step') step = message.name;
      if (message.kind === 'find') keep(message.find);
      if (message.kind === 'memory') memories.engine.push(message.megabytes);
      if (message.kind !== 'end') return;
      counts.cases++;
      for (const [name, count] of Object.entries(message.counts)) counts[name as keyof typeof message.counts] += count;
      if (message.slowest.ms > slowest.ms) slowest = message.slowest;
    });
  });
}

async function fuzzServer(from: number): Promise<void> {
  let server: FuzzedServer | undefined;
  for (let number = 0; !isOver(); number++) {
    server ??= await startFuzzedServer();
    const found = makeCase(from + number, corpus);
    try {
      await server.run(found);
      counts.conversations++;
    } catch (error) {
      keep({ step: 'server', message: error instanceof Error ? error.message : String(error), found });
      server.kill();
      server = undefined;
    }
    const megabytes = number % 100 === 99 ? server?.memory() : undefined;
    if (megabytes !== undefined) memories.server.push(megabytes);
  }
  server?.kill();
}

function keep(find: Find): void {
  counts.finds++;
  const name = `${find.step}|${find.message.split('\n').slice(0, 2).join('|').replace(/\d+/g, '')}`;
  if (names.has(name)) return;
  names.add(name);
  mkdirSync(values.out, { recursive: true });
  const path = join(values.out, `${find.step.replaceAll(' ', '-')}-${find.found.seed}.json`);
  writeFileSync(path, `${JSON.stringify({ ...find, text: finalText(find.found) }, undefined, 2)}\n`);
  console.log(`find: ${find.step}: ${find.message.split('\n')[0]?.slice(0, 300)}\n      ${path}`);
}

/** Compares the lowest of the second quarter of a run (the first warms up) with the lowest of the last. */
function checkGrowth(what: string, megabytes: readonly number[]): void {
  const quarter = Math.floor(megabytes.length / 4);
  if (quarter < 2) return;
  const before = Math.min(...megabytes.slice(quarter, 2 * quarter));
  const after = Math.min(...megabytes.slice(-quarter));
  console.log(`fuzz: memory of the ${what}: ${before} MB, at the end ${after} MB`);
  if (after - before <= GROWTH_MEGABYTES) return;
  counts.finds++;
  console.log(`find: memory of the ${what} grows`);
}

function print(): void {
  const minutes = ((performance.now() - started) / 60_000).toFixed(1);
  const all = Object.entries(counts).map(([name, count]) => `${count} ${name}`);
  const memory = [memories.engine.at(-1), memories.server.at(-1)].map((each) => `${each ?? '?'} MB`).join(' and ');
  console.log(
    `fuzz: ${minutes} min, ${all.join(', ')}; slowest ${slowest.step} ${slowest.ms} ms (${slowest.seed}); ${memory}`,
  );
}
