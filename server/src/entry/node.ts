import { createRequire } from 'node:module';
import { setFlagsFromString } from 'node:v8';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { greet } from '#lsp/greet';

// By itself the heap may grow to three times what is alive before the garbage of old versions of a file is collected.
setFlagsFromString('--heap-growing-percent=100');
// How much the optimizing compiler of Node 20 puts into one function; compiling the largest took 150 ms of a second thread. Later
// versions of Node have a cheaper compiler in between, and gain nothing.
if (process.versions.v8.startsWith('11.')) setFlagsFromString('--max-inlined-bytecode-size-cumulative=300');

const connection = process.argv.includes('--stdio')
  ? createConnection(ProposedFeatures.all, process.stdin, process.stdout)
  : createConnection(ProposedFeatures.all);

// A bundle of its own, so that the client is greeted before the engine and its rules are read.
greet(connection, (params) => {
  const { start } = createRequire(__filename)('./engine.js') as typeof import('./engine.ts');
  start(connection, params);
});
