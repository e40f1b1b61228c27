import { readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Connection, InitializeParams } from 'vscode-languageserver';
import { startServer } from '#lsp';
import { responsibilityOf } from '#responsibility';
import { rules } from '#rules';
import { createSchema } from '#schema';
import { findParents } from './find-parents.ts';
import { readBeside } from './read-beside.ts';
import { schemaFiles } from './schema-files.ts';

/** Starts the language server in Node for a client that has been greeted. */
export function start(connection: Connection, params: InitializeParams): void {
  startServer(connection, params, {
    rules,
    responsibilities: { of: responsibilityOf },
    createSchema: () => createSchema(schemaFiles(__dirname)),
    pages: () => pathToFileURL(join(__dirname, '..', 'docs', 'rules') + sep).href,
    readText: (uri) =>
      uri.startsWith('file:')
        ? readFile(fileURLToPath(uri), 'utf8').catch(() => undefined)
        : Promise.resolve(undefined),
    readIncluded: (uri, location) => (uri.startsWith('file:') ? readBeside(fileURLToPath(uri), location) : undefined),
    findParents: (uri) => (uri.startsWith('file:') ? findParents(fileURLToPath(uri)) : []),
    defer: (task) => void setImmediate(task),
  });
}
