// What a test in an extension host cannot do itself: click and read in a webview's page. It says so in a marked line, the runner does
// it, and leaves the answer as a file in the workspace.
import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const patience = { timeout: 15_000 };

/** The document inside the frame of the one webview that is shown. */
export function webviewFrame(page) {
  return page.frameLocator('iframe.webview').frameLocator('iframe#active-frame');
}

/** Does what a test asks for and writes `{ text }` or `{ error }` to the file that it waits for. */
export async function actInWebview(page, { action, selector, key, answer }, workspace) {
  const act = async () => {
    const target = webviewFrame(page).locator(selector).first();
    if (action === 'click') await target.click(patience);
    else if (action === 'press') await target.press(key, patience);
    else return { text: await target.textContent(patience) };
    return { text: '' };
  };
  const result = await act().catch((error) => ({ error: String(error.message ?? error).split('\n')[0] }));
  const file = join(workspace, answer);
  // Renamed when it is whole: the test may look at any moment.
  writeFileSync(`${file}.part`, JSON.stringify(result));
  renameSync(`${file}.part`, file);
}
