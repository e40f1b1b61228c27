// Serves files of the project over http on 127.0.0.1: a web worker cannot be started from a vscode-remote: address.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, sep } from 'node:path';

const types = { '.js': 'text/javascript', '.json': 'application/json' };

/** Serves `folder` to any origin; `close()` ends it together with its open connections. */
export async function serveFiles(folder) {
  const server = createServer(async (request, response) => {
    const file = join(folder, decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname));
    const headers = { 'access-control-allow-origin': '*' };
    const content = file.startsWith(folder + sep) ? await readFile(file).catch(() => undefined) : undefined;
    if (!content) return response.writeHead(404, headers).end();
    response
      .writeHead(200, { ...headers, 'content-type': types[extname(file)] ?? 'application/octet-stream' })
      .end(content);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    authority: `127.0.0.1:${server.address().port}`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
