import { type ChildProcess, spawn } from 'node:child_process';
import {
  type CodeAction,
  CodeActionRequest,
  ConfigurationRequest,
  createProtocolConnection,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  ExitNotification,
  type Hover,
  HoverRequest,
  InitializedNotification,
  InitializeRequest,
  type InitializeResult,
  LogMessageNotification,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  type Range,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  type TextEdit,
} from 'vscode-languageserver/node';
import { built } from './built.ts';

/** A client that speaks to the built server over stdio and follows one text at a time. */
export class ServerClient {
  readonly published: PublishDiagnosticsParams[] = [];
  readonly logged: string[] = [];
  settings: unknown = {};
  readonly #process: ChildProcess;
  readonly connection: ProtocolConnection;
  #waiting: (() => void)[] = [];

  private constructor() {
    this.#process = spawn(process.execPath, [built('server.js'), '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    const { stdin, stdout } = this.#process;
    if (!stdin || !stdout) throw new Error('the server has no standard streams');
    this.connection = createProtocolConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
    this.connection.onNotification(PublishDiagnosticsNotification.type, (params) => {
      this.published.push(params);
      for (const check of this.#waiting) check();
    });
    this.connection.onNotification(LogMessageNotification.type, ({ message }) => void this.logged.push(message));
    this.connection.onRequest(ConfigurationRequest.type, ({ items }) => items.map(() => this.settings));
    this.connection.listen();
  }

  static async start(settings: unknown = {}): Promise<{ client: ServerClient; initialized: InitializeResult }> {
    const client = new ServerClient();
    client.settings = settings;
    const initialized = await client.connection.sendRequest(InitializeRequest.type, {
      processId: process.pid,
      rootUri: null,
      capabilities: {
        workspace: { configuration: true, workspaceEdit: { documentChanges: true } },
        textDocument: { hover: { contentFormat: ['markdown'] } },
      },
    });
    await client.connection.sendNotification(InitializedNotification.type, {});
    return { client, initialized };
  }

  open(uri: string, text: string, languageId = 'yaml', version = 1): Promise<void> {
    const textDocument = { uri, languageId, version, text };
    return this.connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument });
  }

  change(uri: string, version: number, ...contentChanges: readonly { range?: Range; text: string }[]): Promise<void> {
    return this.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri, version },
      contentChanges: contentChanges.map(({ range, text }) => (range ? { range, text } : { text })),
    });
  }

  close(uri: string): Promise<void> {
    return this.connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } });
  }

  hover(uri: string, line: number, character: number): Promise<Hover | null> {
    return this.connection.sendRequest(HoverRequest.type, { textDocument: { uri }, position: { line, character } });
  }

  async actions(uri: string, range: Range, only?: string[]): Promise<CodeAction[]> {
    const diagnostics = this.published.findLast((each) => each.uri === uri)?.diagnostics ?? [];
    const context = { diagnostics, ...(only && { only }) };
    const found = await this.connection.sendRequest(CodeActionRequest.type, { textDocument: { uri }, range, context });
    return (found ?? []) as CodeAction[];
  }

  /** The diagnostics of a version of a document, once they are published. */
  diagnostics(uri: string, version: number): Promise<PublishDiagnosticsParams['diagnostics']> {
    return new Promise((resolve) => {
      const check = () => {
        const found = this.published.findLast((each) => each.uri === uri && each.version === version);
        if (!found) return;
        this.#waiting = this.#waiting.filter((other) => other !== check);
        resolve(found.diagnostics);
      };
      this.#waiting.push(check);
      check();
    });
  }

  /** Ends the server as an editor does; the answer is its exit code. */
  async stop(): Promise<number | null> {
    const exited = new Promise<number | null>((resolve) => this.#process.once('exit', resolve));
    await this.connection.sendRequest(ShutdownRequest.type);
    await this.connection.sendNotification(ExitNotification.type);
    return exited;
  }

  kill(): void {
    this.#process.kill();
  }
}

/** The text after an action's edits, which must be for this version of the document. */
export function applyAction(text: string, action: CodeAction | undefined, version: number): string {
  const [change] = action?.edit?.documentChanges ?? [];
  if (!change || !('textDocument' in change) || change.textDocument.version !== version) {
    throw new Error(`no edit for version ${version}`);
  }
  const lines = text.split('\n');
  const offset = ({ line, character }: { line: number; character: number }) =>
    lines.slice(0, line).reduce((sum, each) => sum + each.length + 1, 0) + character;
  return (change.edits as TextEdit[])
    .toSorted((a, b) => offset(b.range.start) - offset(a.range.start))
    .reduce(
      (now, { range, newText }) => now.slice(0, offset(range.start)) + newText + now.slice(offset(range.end)),
      text,
    );
}
