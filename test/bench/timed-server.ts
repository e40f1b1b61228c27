import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  createProtocolConnection,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  InitializedNotification,
  InitializeRequest,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  type Range,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';

/**
 * What something cost, in ms: `wall` until the answer was here; `cpu` in all threads of the server and `main` in the one that
 * answers (the others compile and collect garbage), undefined where the system does not tell.
 */
export interface Cost {
  readonly wall: number;
  readonly cpu: number | undefined;
  readonly main?: number | undefined;
}

const dist = resolve(import.meta.dirname, '../../dist');

/** A built bundle. Throws when it has not been built. */
export function bundle(name: string): string {
  const path = resolve(dist, name);
  if (!existsSync(path)) throw new Error(`${path} is missing: run npm run build first`);
  return path;
}

/** The built server over stdio, with a clock beside it. */
export class TimedServer {
  readonly start: Cost;
  /** Of the last document: how many diagnostics its last version has. */
  diagnostics = 0;
  readonly #child: ChildProcess;
  readonly #connection: ProtocolConnection;
  #waiting: ((params: PublishDiagnosticsParams) => void) | undefined;

  private constructor(child: ChildProcess, connection: ProtocolConnection, start: Cost) {
    this.#child = child;
    this.#connection = connection;
    this.start = start;
    connection.onNotification(PublishDiagnosticsNotification.type, (params) => this.#waiting?.(params));
  }

  /** Starts the server, up to the answer to `initialize`. */
  static async start(): Promise<TimedServer> {
    const begin = performance.now();
    const child = spawn(process.execPath, [bundle('server.js'), '--stdio'], {
      stdio: ['pipe', 'pipe', 'inherit'],
      detached: true,
    });
    const connection = createProtocolConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    running.add(child);
    connection.listen();
    await connection.sendRequest(InitializeRequest.type, {
      processId: process.pid,
      rootUri: null,
      capabilities: { textDocument: { publishDiagnostics: { relatedInformation: true, versionSupport: true } } },
    });
    const wall = performance.now() - begin;
    const server = new TimedServer(child, connection, { wall, cpu: cpuOf(child.pid) });
    await connection.sendNotification(InitializedNotification.type, {});
    return server;
  }

  /** Opens a text; the cost until its diagnostics are here. */
  open(uri: string, text: string): Promise<Cost> {
    const textDocument = { uri, languageId: 'yaml', version: 1, text };
    return this.#timed(uri, 1, () =>
      this.#connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument }),
    );
  }

  /** Changes a text; the cost until the diagnostics of that version are here. */
  change(uri: string, version: number, range: Range, text: string): Promise<Cost> {
    const textDocument = { uri, version };
    return this.#timed(uri, version, () =>
      this.#connection.sendNotification(DidChangeTextDocumentNotification.type, {
        textDocument,
        contentChanges: [{ range, text }],
      }),
    );
  }

  async close(uri: string): Promise<void> {
    await this.#connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } });
    await this.settle();
  }

  /** Waits until the server has nothing left to do; the answer is its processor time. */
  async settle(): Promise<number | undefined> {
    let before = cpuOf(this.#child.pid);
    for (let left = 500; left > 0; left--) {
      await new Promise((done) => setTimeout(done, before === undefined ? 20 : 3));
      const now = cpuOf(this.#child.pid);
      if (now === before) return now;
      before = now;
    }
    return before;
  }

  /** Waits until the server has loaded and warmed up all that it has to: an author reads for longer than that before typing. */
  async rest(): Promise<void> {
    let before: number | undefined;
    for (let now = await this.settle(); before === undefined || now !== before; now = await this.settle()) {
      before = now;
      await new Promise((done) => setTimeout(done, 500));
    }
  }

  /** Megabytes of memory the server has now, and the most it has had. */
  memory(): { readonly now: number; readonly peak: number } | undefined {
    const status = readText(`/proc/${this.#child.pid}/status`);
    const read = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status ?? '')?.[1]) / 1024;
    return status === undefined ? undefined : { now: read('VmRSS'), peak: read('VmHWM') };
  }

  kill(): void {
    kill(this.#child);
  }

  async #timed(uri: string, version: number, send: () => Promise<void>): Promise<Cost> {
    const before = await this.settle();
    const mainBefore = mainTimeOf(this.#child.pid);
    const answered = new Promise<PublishDiagnosticsParams>((done, fail) => {
      const timer = setTimeout(() => fail(new Error(`no diagnostics of version ${version} of ${uri}`)), 60_000);
      this.#waiting = (params) => {
        if (params.uri !== uri || params.version !== version) return;
        clearTimeout(timer);
        done(params);
      };
    });
    const begin = performance.now();
    await send();
    const { diagnostics } = await answered;
    const wall = performance.now() - begin;
    const after = await this.settle();
    this.diagnostics = diagnostics.length;
    return { wall, cpu: difference(after, before), main: difference(mainTimeOf(this.#child.pid), mainBefore) };
  }
}

const running = new Set<ChildProcess>();

/** Ends every server that is still running, with whatever it has started. */
export function killAll(): void {
  for (const child of running) kill(child);
}

function kill(child: ChildProcess): void {
  running.delete(child);
  if (child.pid === undefined || child.exitCode !== null) return;
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // Gone already.
  }
}

/** Milliseconds a process has run in all its threads; undefined where the system does not tell. */
function cpuOf(pid: number | undefined): number | undefined {
  try {
    const threads = readdirSync(`/proc/${pid}/task`);
    const times = threads.map((thread) => readText(`/proc/${pid}/task/${thread}/schedstat`));
    if (times.includes(undefined)) return undefined;
    return times.reduce((sum, time) => sum + Number(time?.split(' ')[0]) / 1e6, 0);
  } catch {
    return undefined;
  }
}

/** Milliseconds a process has run in its main thread; undefined where the system does not tell. */
function mainTimeOf(pid: number | undefined): number | undefined {
  const text = readText(`/proc/${pid}/task/${pid}/schedstat`);
  return text === undefined ? undefined : Number(text.split(' ')[0]) / 1e6;
}

function difference(after: number | undefined, before: number | undefined): number | undefined {
  return after === undefined || before === undefined ? undefined : after - before;
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
