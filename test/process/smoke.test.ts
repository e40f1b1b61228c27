import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';

const dist = resolve(import.meta.dirname, '../../dist');

test('the built server answers initialize over stdio', async () => {
  const server = spawn(process.execPath, [`${dist}/server.js`, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  try {
    const request = {
      jsonrpc: '2.0',
      id: 1,
      method: 'initialize',
      params: { processId: process.pid, rootUri: null, capabilities: {} },
    };
    const body = JSON.stringify(request);
    server.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
    const answer = await firstMessage(server.stdout);
    expect(answer.id).toBe(1);
    expect(answer.result?.capabilities.textDocumentSync).toBeDefined();
  } finally {
    server.kill();
  }
});

interface Answer {
  readonly id: number;
  readonly result?: { readonly capabilities: Readonly<Record<string, unknown>> };
}

function firstMessage(stream: NodeJS.ReadableStream): Promise<Answer> {
  return new Promise((found) => {
    let bytes = Buffer.alloc(0);
    stream.on('data', (data: Buffer) => {
      bytes = Buffer.concat([bytes, data]);
      const header = bytes.indexOf('\r\n\r\n');
      const length = Number(/Content-Length: (\d+)/i.exec(bytes.toString('latin1'))?.[1] ?? Number.NaN);
      if (header < 0 || bytes.length < header + 4 + length) return;
      found(JSON.parse(bytes.subarray(header + 4, header + 4 + length).toString('utf8')) as Answer);
    });
  });
}
