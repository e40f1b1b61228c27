// Pictures of the extension in a real VS Code, light and dark: a squiggle with its quick fixes, a hover, the Problems panel, the map.
//   npm run screenshot [-- FILE] [--out=FOLDER] [--theme=light|dark]
import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { extensionPage } from './editor/extension-page.mjs';
import { launchBrowser, startServer } from './editor/session.mjs';
import { webviewFrame } from './editor/webview-actions.mjs';
import { inProject, option, PlainError, runScript } from './project.mjs';
import { setUp } from './set-up.mjs';

const themes = { light: 'Default Light Modern', dark: 'Default Dark Modern' };
const patience = { timeout: 40_000 };

runScript(async () => {
  const args = process.argv.slice(2);
  const file = fileToShow(args.find((arg) => !arg.startsWith('--')));
  const folder = resolve(option(args, 'out') ?? inProject('docs', 'images'));
  const wanted = option(args, 'theme');
  if (wanted !== undefined && !(wanted in themes)) throw new PlainError(`--theme is light or dark, not ${wanted}`);
  await setUp({ quiet: true });
  mkdirSync(folder, { recursive: true });
  for (const theme of wanted ? [wanted] : Object.keys(themes)) await takePictures(theme, file, folder);
});

function fileToShow(given) {
  const examples = inProject('examples');
  const file = given ? resolve(given) : join(examples, 'web-app.yaml');
  if (!existsSync(file)) throw new PlainError(`${given ?? 'examples/web-app.yaml'} does not exist`);
  return file;
}

async function takePictures(theme, file, folder) {
  const settings = {
    'workbench.colorTheme': themes[theme],
    'editor.hover.delay': 100,
    'editor.minimap.enabled': false,
    'workbench.activityBar.location': 'hidden',
    'editor.fontSize': 13,
  };
  const server = await startServer({ settings });
  const browser = await launchBrowser();
  try {
    const pageOptions = { viewport: { width: 1100, height: 680 }, deviceScaleFactor: 1.5 };
    const session = await extensionPage(browser, server, {
      host: 'remote',
      folder: dirname(file),
      files: [file],
      pageOptions,
    });
    await session.open();
    const { page } = session;
    const shoot = async (name) => {
      const path = join(folder, `${name}-${theme}.png`);
      await page.screenshot({ path });
      console.log(path);
    };
    await settle(page);
    await showQuickFixes(page);
    await shoot('quick-fix');
    await page.keyboard.press('Escape');
    await showHover(page);
    await shoot('hover');
    await page.keyboard.press('Escape');
    await showProblems(page);
    await shoot('problems');
    await page.keyboard.press('Control+Shift+M');
    await page.setViewportSize({ width: 1900, height: 1060 });
    await showMap(page);
    await shoot('map');
    await session.close();
  } catch (error) {
    await browser
      .contexts()[0]
      ?.pages()[0]
      ?.screenshot({ path: join(folder, `failed-${theme}.png`) });
    throw error;
  } finally {
    await browser.close();
    await server.close();
  }
}

const squiggle = '.monaco-editor .view-overlays :is(.squiggly-error, .squiggly-warning, .squiggly-info)';

async function settle(page) {
  await page.locator('.monaco-editor .view-line').first().waitFor(patience);
  await page
    .locator(squiggle)
    .first()
    .waitFor({ ...patience, state: 'attached' });
}

// The first squiggle is clicked in its middle: that puts the cursor where the lightbulb has something to offer.
async function showQuickFixes(page) {
  const { x, y } = await middleOfSquiggle(page);
  await page.mouse.click(x, y);
  const menu = page.locator('.action-widget .monaco-list-row').first();
  // Right after start the answer may still be empty: ask again.
  for (const deadline = Date.now() + patience.timeout; ; ) {
    await page.keyboard.press('Control+.');
    const shown = await menu.waitFor({ timeout: 2_000 }).then(
      () => true,
      () => false,
    );
    if (shown) return;
    if (Date.now() > deadline) throw new PlainError('no quick fix is offered on the first squiggle');
  }
}

async function showHover(page) {
  const { x, y } = await middleOfSquiggle(page);
  // A hover opens for a mouse that comes from elsewhere.
  await page.mouse.move(x + 300, y + 200);
  await page.mouse.move(x, y, { steps: 5 });
  await page.locator('.monaco-hover:not(.hidden) .hover-row').first().waitFor(patience);
}

async function showProblems(page) {
  await page.keyboard.press('Control+Shift+M');
  await page.locator('.markers-panel .monaco-list-row').first().waitFor(patience);
}

// The map beside the template, with the first open cell chosen and its fix offered.
async function showMap(page) {
  await page.locator('.monaco-editor .view-line').first().click();
  await page.keyboard.press('Control+B');
  await page.keyboard.press('F1');
  await page.locator('.quick-input-widget input').first().fill('>Remit: Show Responsibility Map');
  await page.locator('.quick-input-list .monaco-list-row').first().waitFor(patience);
  await page.keyboard.press('Enter');
  const frame = webviewFrame(page);
  await frame.locator('label:has(input[name="mine"]) input').check(patience);
  await frame.locator('td.cell.open').first().click(patience);
  await frame.locator('.detail button.fix').first().waitFor(patience);
  // The tooltip of the cell would cover its neighbours.
  await page.mouse.move(20, 20);
}

async function middleOfSquiggle(page) {
  const box = await page.locator(squiggle).first().boundingBox();
  if (!box) throw new PlainError('the squiggle is not on the screen');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
