import { availableParallelism } from 'node:os';
import { parentPort, Worker, workerData } from 'node:worker_threads';
import { createService, type ServiceOptions, type Settings } from '#service';
import { checkFile, type FileCommand, type FileOutcome } from './check-file.ts';
import type { FoundFile } from './find-files.ts';
import { createOptions } from './passed-parameters.ts';
import type { Progress } from './progress.ts';

/** From this many files on, threads of their own win more time than starting them takes. */
export const WORTH_WORKERS = 200;

/** Few enough for a slow file to hold up no others, enough for messages not to matter. */
const FILES_AT_ONCE = 8;

const MOST_THREADS = 8;

/** Nearly all that a check makes is garbage when its file is done: with room for it, most is never copied. */
const resourceLimits = { maxYoungGenerationSizeMb: 64 };

/** What a worker has to know of the command line. */
export interface WorkerTask {
  readonly settings: Settings;
  readonly command: FileCommand;
}

/** Threads that are getting ready to check files. */
export interface Crew {
  /** Checks files; the outcomes are in their order. Rejects when a thread dies. To be called once. */
  check(files: readonly FoundFile[], progress: Progress): Promise<FileOutcome[]>;
}

/** Starts as many threads as there are processors. */
export function startCrew(script: string, task: WorkerTask): Crew {
  const threads = Math.min(availableParallelism(), MOST_THREADS);
  const workers = Array.from({ length: threads }, () => new Worker(script, { workerData: task, resourceLimits }));
  return {
    check: (files, progress) => {
      const outcomes = new Map<number, FileOutcome>();
      let next = 0;
      return new Promise((resolve, reject) => {
        const give = (worker: Worker) => {
          if (next >= files.length) return void worker.postMessage(undefined);
          worker.postMessage({ from: next, files: files.slice(next, next + FILES_AT_ONCE) } satisfies Portion);
          next += FILES_AT_ONCE;
        };
        for (const worker of workers) {
          worker.on('error', reject);
          worker.on('message', ({ from, outcomes: done }: Done) => {
            done.forEach((outcome, at) => void outcomes.set(from + at, outcome));
            progress.at(outcomes.size, files.length);
            if (outcomes.size === files.length) resolve(files.flatMap((_, at) => outcomes.get(at) ?? []));
            give(worker);
          });
          give(worker);
        }
      });
    },
  };
}

interface Portion {
  readonly from: number;
  readonly files: readonly FoundFile[];
}

interface Done {
  readonly from: number;
  readonly outcomes: readonly FileOutcome[];
}

/** The other side: what the command does when it finds itself in a worker. */
export function runWorker(parts: ServiceOptions): void {
  const { settings, command } = workerData as WorkerTask;
  const service = createService(parts);
  const optionsFor = createOptions(service, settings);
  const port = parentPort;
  port?.on('message', (portion: Portion | undefined) => {
    if (!portion) return port.close();
    const { from, files } = portion;
    const outcomes = files.map((file) => checkFile(file, command, service, optionsFor(file)));
    port.postMessage({ from, outcomes } satisfies Done);
  });
}
