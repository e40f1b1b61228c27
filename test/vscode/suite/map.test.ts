import * as vscode from 'vscode';
import { eventually, expectContains, expectEqual } from '../expect.ts';
import { canUseWebviews, clickInWebview, pressInWebview, textInWebview } from '../webview.ts';
import { append, findingOf, noFindingOf, openUntitled, openWorkspaceFile } from '../workbench.ts';

const rule = 's3-bucket-public-access-block';
const networkCell = (row: string) => `tr[data-row="${row}"] td[data-at="6"]`;

if (canUseWebviews) {
  suite('responsibility map', () => {
    teardown(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

    test('opened beside a template, it shows its resources and how many duties are done', async () => {
      const document = await openWorkspaceFile('twin.yaml');
      await findingOf(document, rule);
      await vscode.commands.executeCommand('remit.showMap');
      expectContains(await textInWebview('.summary'), 'duties done');
      expectContains(await textInWebview(networkCell('Data')), 'open');
    });

    test('a click on a cell moves the cursor, and its fix closes the cell', async () => {
      const text = 'Resources:\n  First:\n    Type: AWS::SNS::Topic\n  Data:\n    Type: AWS::S3::Bucket\n';
      const document = await openUntitled('yaml', text);
      const { range } = await findingOf(document, rule, 'Data');
      await vscode.commands.executeCommand('remit.showMap');
      await clickInWebview(networkCell('Data'));
      await eventually('the cursor at the finding', () => (cursor(document)?.isEqual(range.start) ? true : undefined), {
        describe: () => cursor(document),
      });
      expectContains(await textInWebview('.detail'), 'public access');

      const before = await textInWebview('.summary');
      await clickInWebview('.detail button.fix');
      await noFindingOf(document, rule);
      expectContains(document.getText(), 'PublicAccessBlockConfiguration');
      await textIs(networkCell('Data'), (shown) => shown.includes('done'));
      expectEqual((await textInWebview('.summary')) === before, false, 'the summary has changed');
    });

    test('a resource that is typed appears, and the keyboard reaches its cells', async () => {
      const document = await openUntitled('yaml', 'Resources:\n  Data:\n    Type: AWS::S3::Bucket\n');
      await findingOf(document, rule, 'Data');
      await vscode.commands.executeCommand('remit.showMap');
      await textInWebview(networkCell('Data'));
      await append(document, '  More:\n    Type: AWS::S3::Bucket\n');
      expectContains(await textInWebview(networkCell('More')), 'open');
      await clickInWebview(networkCell('Data'));
      await pressInWebview(networkCell('Data'), 'ArrowDown');
      await pressInWebview(networkCell('More'), 'Enter');
      await textIs('.detail h2', (shown) => shown.startsWith('More'));
      await eventually('the cursor at More', () => (cursor(document)?.line === 3 ? true : undefined));
    });
  });
}

suite('code lens', () => {
  const setting = () => vscode.workspace.getConfiguration('remit');
  const lenses = (document: vscode.TextDocument) =>
    vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', document.uri, 20);

  test('is off until it is asked for, then counts duties above each resource', async () => {
    const document = await openWorkspaceFile('twin.yaml');
    await findingOf(document, rule);
    expectEqual((await lenses(document)).length, 0, 'lenses');
    await setting().update('codeLens.enabled', true, vscode.ConfigurationTarget.Global);
    try {
      const shown = await eventually('a lens', async () => (await lenses(document)).find(({ command }) => command));
      expectContains(shown.command?.title ?? '', 'you: ');
      expectContains(shown.command?.title ?? '', ' open');
    } finally {
      await setting().update('codeLens.enabled', undefined, vscode.ConfigurationTarget.Global);
    }
  });
});

function cursor(document: vscode.TextDocument): vscode.Position | undefined {
  return vscode.window.visibleTextEditors.find((editor) => editor.document.uri.toString() === document.uri.toString())
    ?.selection.active;
}

async function textIs(selector: string, fits: (text: string) => boolean): Promise<void> {
  let shown = '';
  await eventually(
    `${selector} as it should be`,
    async () => {
      shown = await textInWebview(selector);
      return fits(shown) ? true : undefined;
    },
    { describe: () => shown },
  );
}
