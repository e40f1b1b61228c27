import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type BenchCase, figuresOf, isUnder, percentile, round } from './figures.ts';
import { generateTemplate, LARGEST, USUAL } from './generate-template.ts';
import { bundle, type Cost, TimedServer } from './timed-server.ts';
import { type Desk, restructure, type Stroke, typeInValues } from './typing.ts';

const SEED = 20_251;

/** Keystrokes in the usual and in the largest template, and how much more a whole pass costs. */
export async function measureTyping(): Promise<readonly BenchCase[]> {
  const server = await TimedServer.start();
  await server.rest();
  const small = await openDesk(server, generateTemplate({ seed: SEED, ...USUAL }));
  await typeInValues(small, 60, 1);
  const smallStrokes = await typeInValues(small, 300, 2);
  const smallDiagnostics = server.diagnostics;
  const smallFull = await reopen(small, 9);

  const large = await openDesk(server, generateTemplate({ seed: SEED, ...LARGEST }));
  await new Promise((done) => setTimeout(done, 2000));
  const opened = server.memory();
  await typeInValues(large, 40, 1);
  const largeStrokes = await typeInValues(large, 250, 2);
  const diagnostics = server.diagnostics;
  const structural = await restructure(large, 9, 3);
  const typed = server.memory();
  const largeFull = await reopen(large, 3);
  server.kill();
  return [
    typingCase('keystroke-10k', smallStrokes, smallFull, { p50: 2, p99: 5, ratio: undefined }, smallDiagnostics),
    typingCase('keystroke-1m', largeStrokes, largeFull, { p50: 5, p99: 16, ratio: 50 }, diagnostics),
    {
      ...typingCase('structural-1m', structural, largeFull, { p50: 5, p99: 16, ratio: 50 }, diagnostics),
      kinds: byKind(structural),
    },
    memoryCase(opened, typed),
  ];
}

/** Opening a text in a server that has opened nothing yet, and starting one. Each sample is a process of its own. */
export async function measureOpening(): Promise<readonly BenchCase[]> {
  const starts: Cost[] = [];
  const small: Cost[] = [];
  const large: Cost[] = [];
  const again: Cost[] = [];
  for (let number = 0; number < 9; number++) {
    const server = await TimedServer.start();
    starts.push(server.start);
    await server.rest();
    if (number < 6) {
      small.push(await server.open('file:///a.yaml', generateTemplate({ seed: SEED + number, ...USUAL })));
      again.push(await server.open('file:///b.yaml', generateTemplate({ seed: SEED + 50 + number, ...USUAL })));
    } else {
      large.push(await server.open('file:///c.yaml', generateTemplate({ seed: SEED + number, ...LARGEST })));
    }
    server.kill();
  }
  const start = figuresOf(starts);
  const first = figuresOf(small);
  const largest = figuresOf(large);
  return [
    {
      name: 'open-10k',
      ...first,
      ratio_to_full: 1,
      second_p50_ms: figuresOf(again).p50_ms,
      budget: { p50_ms: '< 30' },
      ok: isUnder(first.p50_ms, 30),
    },
    {
      name: 'open-1m',
      ...largest,
      ratio_to_full: 1,
      budget: { p50_ms: '< 700' },
      ok: isUnder(largest.p50_ms, 700),
    },
    {
      name: 'start',
      ...start,
      ratio_to_full: undefined,
      budget: { p50_ms: '< 150' },
      ok: isUnder(start.p50_ms, 150),
    },
  ];
}

/** `remit check` over a folder, or over as many generated templates. */
export async function measureScan(folder: string | undefined): Promise<BenchCase> {
  const made = folder === undefined ? mkdtempSync(join(tmpdir(), 'remit-bench-')) : undefined;
  if (made) writeTemplates(made, 360);
  const scanned = made ?? resolve(folder ?? '.');
  const costs: Cost[] = [];
  let templates = 0;
  for (let left = 3; left > 0; left--) {
    const before = childTime();
    const begin = performance.now();
    templates = await check(scanned);
    const wall = performance.now() - begin;
    const after = childTime();
    costs.push({ wall, cpu: before === undefined || after === undefined ? undefined : after - before });
  }
  if (made) rmSync(made, { recursive: true, force: true });
  const figures = figuresOf(costs);
  const rate =
    templates /
    ((percentile(
      costs.map((cost) => cost.wall),
      0.5,
    ) ?? 0) /
      1000);
  const best = templates / (Math.min(...costs.map((cost) => cost.wall)) / 1000);
  return {
    name: 'scan-corpus',
    ...figures,
    ratio_to_full: undefined,
    templates,
    templates_per_second: round(rate),
    best_templates_per_second: round(best),
    templates_per_cpu_second: round(templates / ((figures.p50_ms ?? 0) / 1000)),
    budget: { templates_per_second: '>= 200' },
    ok: rate >= 200,
  };
}

interface TypingBudget {
  readonly p50: number;
  readonly p99: number;
  readonly ratio: number | undefined;
}

function typingCase(
  name: string,
  strokes: readonly Stroke[],
  full: readonly Cost[],
  { p50, p99, ratio }: TypingBudget,
  diagnostics: number,
): BenchCase {
  const figures = figuresOf(strokes.map(({ cost }) => cost));
  const whole = figuresOf(full).p50_ms;
  const times = whole === undefined || !figures.p50_ms ? undefined : round(whole / figures.p50_ms);
  return {
    name,
    ...figures,
    ratio_to_full: times,
    full_ms: whole,
    diagnostics,
    budget: {
      p50_ms: `< ${p50}`,
      p99_ms: `< ${p99}`,
      ...(ratio !== undefined && { ratio_to_full: `>= ${ratio}` }),
    },
    ok: isUnder(figures.p50_ms, p50) && isUnder(figures.p99_ms, p99) && (ratio === undefined || (times ?? 0) >= ratio),
  };
}

function byKind(strokes: readonly Stroke[]): Readonly<Record<string, ReturnType<typeof figuresOf>>> {
  const kinds = [...new Set(strokes.map(({ kind }) => kind))];
  return Object.fromEntries(
    kinds.map((kind) => [kind, figuresOf(strokes.filter((stroke) => stroke.kind === kind).map(({ cost }) => cost))]),
  );
}

type Memory = ReturnType<TimedServer['memory']>;

/** With the largest template open, before and after an author works on it. */
function memoryCase(opened: Memory, typed: Memory): BenchCase {
  return {
    name: 'rss-1m',
    p50_ms: undefined,
    p99_ms: undefined,
    ratio_to_full: undefined,
    samples: 1,
    megabytes: round(opened?.now),
    megabytes_after_typing: round(typed?.now),
    peak_megabytes: round(typed?.peak),
    budget: { megabytes: '< 200', megabytes_after_typing: '< 200' },
    ok: isUnder(opened?.now, 200) && isUnder(typed?.now, 200),
  };
}

async function openDesk(server: TimedServer, text: string): Promise<Desk> {
  const desk: Desk = { server, uri: `file:///${text.length}.yaml`, text, version: 1 };
  await server.open(desk.uri, text);
  return desk;
}

/** A whole parse and pass over a text, in a server that is warm by now. */
async function reopen(desk: Desk, times: number): Promise<readonly Cost[]> {
  const costs: Cost[] = [];
  for (let left = times; left > 0; left--) {
    await desk.server.close(desk.uri);
    costs.push(await desk.server.open(desk.uri, desk.text));
  }
  return costs;
}

function writeTemplates(folder: string, count: number): void {
  mkdirSync(folder, { recursive: true });
  for (let number = 0; number < count; number++) {
    const text = generateTemplate({
      seed: SEED + number,
      resources: 4 + (number % 17),
      characters: 2500 + 700 * (number % 17),
    });
    writeFileSync(join(folder, `${number}.yaml`), text);
  }
}

/** Runs the built command over a folder; the answer is how many templates it read. */
function check(folder: string): Promise<number> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [bundle('cli.js'), 'check', folder, '--format', 'json', '--no-config'], {
      // What it says of files that do not parse belongs to the corpus, not to the measure.
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.once('error', fail);
    child.once('close', (code) => {
      if (chunks.length === 0) return fail(new Error(`remit check ended with ${code}`));
      const report = JSON.parse(Buffer.concat(chunks).toString('utf8')) as {
        readonly files: readonly { kind: unknown }[];
      };
      done(report.files.filter(({ kind }) => kind !== null).length);
    });
  });
}

/** Milliseconds of processor time of the children that have ended. */
function childTime(): number | undefined {
  try {
    const stat = readFileSync('/proc/self/stat', 'utf8');
    const [user, system] = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .slice(13, 15);
    return (Number(user) + Number(system)) * 10;
  } catch {
    return undefined;
  }
}
