// Opens a workbench page that runs the extension from this checkout, in either extension host.
import { relative, sep } from 'node:path';
import { root } from '../project.mjs';
import { openPage, remoteUri, workbenchAddress } from './session.mjs';
import { serveFiles } from './static-server.mjs';

/**
 * `{ page, open, close }`: `open()` goes to the workbench, so that a caller can listen first.
 * `host` is `remote` (Node) or `web` (web worker); `tests` is a bundle that the host runs after it has started.
 */
export async function extensionPage(browser, server, { host, folder, tests, files = [], pageOptions = {} }) {
  const payload = [
    ['skipWelcome', 'true'],
    ['skipReleaseNotes', 'true'],
    ...files.map((file) => ['openFile', remoteUri(server, file)]),
  ];
  if (host === 'remote') {
    payload.push(['extensionDevelopmentPath', remoteUri(server, root)]);
    if (tests) payload.push(['extensionTestsPath', remoteUri(server, tests)]);
  }
  const page = await openPage(browser, { ...pageOptions, bypassCSP: host === 'web' });
  const served = host === 'web' ? await serveFiles(root) : undefined;
  if (served) await developInWorker(page, served.authority, tests);
  return {
    page,
    open: () => page.goto(workbenchAddress(server, folder, payload)),
    async close() {
      await page.close();
      served?.close();
    },
  };
}

// The page's own configuration is changed before its deferred scripts read it. Answering the document through `page.route`
// instead makes Chromium's local network checks refuse the web socket.
async function developInWorker(page, authority, tests) {
  const at = (path) => ({ scheme: 'http', authority, path });
  const options = { extensions: [at('/')] };
  if (tests) options.extensionTestsPath = at(`/${relative(root, tests).split(sep).join('/')}`);
  await page.addInitScript((developmentOptions) => {
    document.addEventListener('readystatechange', () => {
      const meta =
        document.readyState === 'interactive' && document.getElementById('vscode-workbench-web-configuration');
      if (!meta) return;
      const configuration = JSON.parse(meta.dataset.settings);
      configuration.developmentOptions = { ...configuration.developmentOptions, ...developmentOptions };
      meta.dataset.settings = JSON.stringify(configuration);
    });
  }, options);
}
