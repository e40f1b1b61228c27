import { createRequire } from 'node:module';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { greet } from '#lsp/greet';

const connection = process.argv.includes('--stdio')
  ? createConnection(ProposedFeatures.all, process.stdin, process.stdout)
  : createConnection(ProposedFeatures.all);

// A bundle of its own, so that the client is greeted before the engine and its rules are read.
greet(connection, (params) => {
  const { start } = createRequire(__filename)('./engine.js') as typeof import('./engine.ts');
  start(connection, params);
});
