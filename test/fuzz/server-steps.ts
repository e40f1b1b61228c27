import { type ChildProcess, spawn } from 'node:child_process';
import {
  CodeActionRequest,
  createProtocolConnection,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  HoverRequest,
  InitializedNotification,
  InitializeRequest,
  LogMessageNotification,
  MessageType,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { applyEdits, createLineIndex } from '#text';
import { built } from '../process/built.ts';
import { createDice } from '../unit/edit/random-template.ts';
import { type FuzzCase, finalText } from './fuzz-case.ts';
import { processTime, residentMegabytes } from './thread-time.ts';

/** The built server as a process, fed with cases; `run` rejects when it crashes, logs an error or takes too long. */
export interface FuzzedServer {
  run(fuzzed: FuzzCase): Promise<void>;
  memory(): number | undefined;
  kill(): void;
}

/** The most processor time an answer may take. */
const MOST_MS = 2000;
/** After this the server is given up, however busy the machine is. */
const MOST_WAIT_MS = 60_000;

export async function startFuzzedServer(): Promise<FuzzedServer> {
  const child = spawn(process.execPath, [built('server.js'), '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit'],
    detached: true,
  });
  const { stdin, stdout, pid } = child;
  const connection = createProtocolConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
  const errors: string[] = [];
  connection.onNotification(LogMessageNotification.type, ({ type, message }) => {
    if (type === MessageType.Error) errors.push(message);
  });
  connection.onError(() => {});
  connection.listen();
  const ended = new Promise<never>((_, reject) => {
    child.once('exit', (code, signal) => reject(new Error(`the server ended (${code ?? signal})`)));
  });
  ended.catch(() => {});
  await connection.sendRequest(InitializeRequest.type, { processId: process.pid, rootUri: null, capabilities: {} });
  await connection.sendNotification(InitializedNotification.type, {});

  return {
    async run(fuzzed) {
      errors.length = 0;
      const before = processTime(pid ?? 0);
      await withinTime(Promise.race([converse(fuzzed, connection), ended]));
      const [error] = errors;
      if (error) throw new Error(error);
      const spent = (processTime(pid ?? 0) ?? 0) - (before ?? 0);
      // A whole conversation: far more than one answer, so this is a bound for all of it that only a slow answer breaks.
      if (spent > MOST_MS * 2) throw new Error(`takes more than 2 s: ${spent} ms for a conversation`);
    },
    memory: () => residentMegabytes(pid ?? 0),
    kill: () => killGroup(child),
  };
}

/** Ends a server and whatever it has started. */
function killGroup({ pid, exitCode }: ChildProcess): void {
  if (pid === undefined || exitCode !== null) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // Gone already.
  }
}

function withinTime<T>(answer: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('takes more than 2 s: no answer at all')), MOST_WAIT_MS);
    answer.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

async function converse(fuzzed: FuzzCase, connection: ProtocolConnection): Promise<void> {
  const dice = createDice(fuzzed.seed ^ 0xc0de);
  const uri = `file:///fuzz/${fuzzed.seed}.${fuzzed.language}`;
  const textDocument = { uri, languageId: fuzzed.language, version: 1, text: fuzzed.text };
  await connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument });
  let text = fuzzed.text;
  let version = 1;
  const somewhere = () => {
    // Now and then a place that the text does not have.
    if (dice.chance(0.05)) return { line: dice.below(1e6), character: dice.below(1e6) };
    const { line, character } = createLineIndex(text).placeAt(dice.below(text.length + 1));
    return { line, character };
  };
  const ask = async () => {
    const position = somewhere();
    await connection.sendRequest(HoverRequest.type, { textDocument: { uri }, position });
    const range = { start: position, end: dice.chance(0.5) ? position : somewhere() };
    await connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri },
      range,
      context: { diagnostics: [] },
    });
  };
  for (const { span, newText } of fuzzed.changes) {
    const index = createLineIndex(text);
    const range = { start: index.placeAt(span.start), end: index.placeAt(span.end) };
    text = applyEdits(text, [{ span, newText }]);
    const contentChanges = [dice.chance(0.05) ? { text } : { range, text: newText }];
    await connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri, version: ++version },
      contentChanges,
    });
    if (dice.chance(0.3)) await ask();
  }
  if (text !== finalText(fuzzed)) throw new Error('the fuzzer lost count');
  await ask();
  await connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } });
}
