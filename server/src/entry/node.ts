import { readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { startServer } from '#lsp';
import { responsibilityOf } from '#responsibility';
import { rules } from '#rules';
import { createSchema } from '#schema';
import { readBeside } from './read-beside.ts';
import { schemaFiles } from './schema-files.ts';

const connection = process.argv.includes('--stdio')
  ? createConnection(ProposedFeatures.all, process.stdin, process.stdout)
  : createConnection(ProposedFeatures.all);

startServer(connection, {
  rules,
  responsibilities: { of: responsibilityOf },
  createSchema: () => createSchema(schemaFiles(__dirname)),
  pages: () => pathToFileURL(join(__dirname, '..', 'docs', 'rules') + sep).href,
  readText: (uri) =>
    uri.startsWith('file:') ? readFile(fileURLToPath(uri), 'utf8').catch(() => undefined) : Promise.resolve(undefined),
  readIncluded: (uri, location) => (uri.startsWith('file:') ? readBeside(fileURLToPath(uri), location) : undefined),
  defer: (task) => void setImmediate(task),
});
