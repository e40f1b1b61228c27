import * as vscode from 'vscode';
import { eventually, expectContains, expectEqual } from '../expect.ts';
import { openUntitled, openWorkspaceFile, remit } from '../workbench.ts';

suite('activation', () => {
  test('a YAML document starts the server, and it answers initialize', async () => {
    await openWorkspaceFile('template.yaml');
    await eventually('the extension is active', () => (remit().isActive ? true : undefined));
    const { capabilities, serverInfo } = await remit().exports.serverReady();
    expectContains((serverInfo?.name ?? '').toLowerCase(), 'remit');
    const sync = capabilities.textDocumentSync;
    expectEqual(typeof sync === 'object' ? sync.change : sync, 2, 'incremental sync');
  });

  test('a restart brings a server that answers', async () => {
    await vscode.commands.executeCommand('remit.restart');
    const { serverInfo } = await remit().exports.serverReady();
    expectContains((serverInfo?.name ?? '').toLowerCase(), 'remit');
  });

  test('a .template file that holds YAML is shown as YAML', async () => {
    const document = await openWorkspaceFile('stack.template');
    await eventually('language yaml', () => (current(document).languageId === 'yaml' ? true : undefined));
  });

  test('a .template file that holds JSON is shown as JSON', async () => {
    const document = await openWorkspaceFile('stack-json.template');
    await eventually('language json', () => (current(document).languageId === 'json' ? true : undefined));
  });

  test('a .template file of something else stays plain text', async () => {
    const document = await openWorkspaceFile('nginx.conf.template');
    // The other two were opened before and have changed: this one has been considered by the time a third has.
    const probe = await openUntitled('yaml', 'a: 1\n');
    expectEqual([current(document).languageId, probe.languageId], ['plaintext', 'yaml']);
  });

  test('every command that the manifest names exists', async () => {
    const declared: { command: string }[] = remit().packageJSON.contributes.commands;
    const known = await vscode.commands.getCommands(true);
    expectEqual(
      declared.map(({ command }) => command).filter((command) => !known.includes(command)),
      [],
      'commands without a handler',
    );
  });

  test('the YAML extension and AWS Toolkit keep their commands and languages', () => {
    const { commands, languages = [] } = remit().packageJSON.contributes;
    expectEqual(
      commands.filter(({ command }: { command: string }) => !command.startsWith('remit.')),
      [],
      'foreign commands',
    );
    expectEqual(languages, [], 'languages');
  });
});

function current(document: vscode.TextDocument): vscode.TextDocument {
  return vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === document.uri.toString()) ?? document;
}
