// The engine part of the fuzzer, in a thread of its own so that a step that never ends can be seen and stopped.
import { resolve } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { parentPort, workerData } from 'node:worker_threads';
import { createSchema } from '#schema';
import { schemaFiles } from '../../server/src/entry/schema-files.ts';
import { readCorpus } from './corpus.ts';
import { createEngineSteps, type EngineCounts, type RunStep } from './engine-steps.ts';
import type { Find, FuzzCase } from './fuzz-case.ts';
import { minimise } from './minimise.ts';
import { makeCase } from './mutate.ts';
import { threadTime } from './thread-time.ts';

/** What the engine's thread says to the main one. */
export type EngineMessage =
  | { readonly kind: 'begin'; readonly found: FuzzCase }
  | { readonly kind: 'step'; readonly name: string }
  | { readonly kind: 'end'; readonly counts: EngineCounts; readonly slowest: Slowest }
  | { readonly kind: 'find'; readonly find: Find }
  | { readonly kind: 'memory'; readonly megabytes: number };

export interface Slowest {
  readonly step: string;
  readonly ms: number;
  readonly seed: number;
}

/** What the thread is started with. */
export interface EngineSetup {
  readonly seed: number;
  readonly corpus: string | undefined;
}

/** The most a step may take. */
const MOST_MS = 2000;
const CASES_BETWEEN_MEASURES = 200;

const { seed, corpus: folder } = workerData as EngineSetup;
const corpus = readCorpus(folder);
const steps = createEngineSteps(createSchema(schemaFiles(resolve(import.meta.dirname, '../../dist'))));
setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;
const known = new Set<string>();

for (let number = 0; ; number++) {
  const found = makeCase(seed + number, corpus);
  say({ kind: 'begin', found });
  const counts: EngineCounts = { edits: 0, findings: 0, fixes: 0, hovers: 0, actions: 0 };
  let slowest: Slowest = { step: '', ms: 0, seed: found.seed };
  const failure = failureOf(found, counts, (step, ms) => {
    if (ms > slowest.ms) slowest = { step, ms: Math.round(ms), seed: found.seed };
  });
  if (failure && !known.has(nameOf(failure))) {
    known.add(nameOf(failure));
    say({ kind: 'step', name: 'minimise' });
    const smallest = minimise(found, (candidate) => {
      const other = failureOf(candidate, { ...counts });
      return other !== undefined && nameOf(other) === nameOf(failure);
    });
    say({ kind: 'find', find: { ...(failureOf(smallest, { ...counts }) ?? failure), found: smallest } });
  }
  say({ kind: 'end', counts, slowest });
  if (number % CASES_BETWEEN_MEASURES === CASES_BETWEEN_MEASURES - 1) {
    collectGarbage();
    say({ kind: 'memory', megabytes: Math.round(process.memoryUsage().heapUsed / 1e6) });
  }
}

function say(message: EngineMessage): void {
  parentPort?.postMessage(message);
}

interface Failure {
  readonly step: string;
  readonly message: string;
}

function failureOf(
  found: FuzzCase,
  counts: EngineCounts,
  timed: (step: string, ms: number) => void = () => {},
): Failure | undefined {
  let current = 'start';
  const step: RunStep = (name, run) => {
    current = name;
    say({ kind: 'step', name });
    const before = threadTime();
    const result = run();
    const ms = threadTime() - before;
    timed(name, ms);
    if (ms > MOST_MS) throw new Error('takes more than 2 s');
    return result;
  };
  try {
    steps.run(found, step, counts);
    return undefined;
  } catch (error) {
    return { step: current, message: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

/** Failures of one name have one cause, as far as can be told. */
function nameOf({ step, message }: Failure): string {
  const [what = '', ...stack] = message.split('\n');
  const places = stack.flatMap((line) => /(?:server|rules)\/[^)\s]+/.exec(line)?.[0] ?? []).slice(0, 2);
  const kind = what.replace(/"[^"]*"|\d+/g, '').split(/[:[{(]/, 2);
  const rule = /rule ([\w-]+) failed/.exec(what)?.[1] ?? '';
  return [step, ...kind, rule, ...places].join('|');
}
