import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { startServer } from '#lsp';
import { greet } from '#lsp/greet';
import { responsibilityOf } from '#responsibility';
import { rules } from '#rules';
import { createSchema } from '#schema';
import { schemaDownload } from './schema-download.ts';

const connection = createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self));

greet(connection, (params) =>
  startServer(connection, params, {
    rules,
    responsibilities: { of: responsibilityOf },
    createSchema: (assets) => createSchema(schemaDownload(assets, download)),
    pages: (assets) => (assets === undefined ? undefined : new URL('../docs/rules/', `${assets}/`).href),
    readText: download,
    defer: afterMessages(),
  }),
);

async function download(address: string): Promise<string | undefined> {
  const response = await fetch(address).catch(() => undefined);
  return response?.ok ? response.text() : undefined;
}

/** A task of its own behind those that wait: what `setTimeout` does, without the four milliseconds it waits in a row. */
function afterMessages(): (task: () => void) => void {
  const { port1, port2 } = new MessageChannel();
  const tasks: (() => void)[] = [];
  port1.onmessage = () => tasks.shift()?.();
  return (task) => {
    tasks.push(task);
    port2.postMessage(undefined);
  };
}
