import * as vscode from 'vscode';
import { expectContains, expectEqual } from '../expect.ts';
import {
  applyQuickFix,
  findingOf,
  findings,
  hoverText,
  noFindingOf,
  openUntitled,
  openWorkspaceFile,
  quickFixes,
} from '../workbench.ts';

const rule = 's3-bucket-public-access-block';
const fixTitle = 'Block all public access';

suite('quick fixes', () => {
  for (const name of ['twin.yaml', 'twin.json']) {
    test(`applied in ${name}, the finding is gone and no other has come`, async () => {
      const document = await openWorkspaceFile(name);
      const { range } = await findingOf(document, rule);
      const before = findings(document).map((finding) => finding.rule);
      await applyQuickFix(document, range, fixTitle);
      await noFindingOf(document, rule);
      expectContains(document.getText(), 'PublicAccessBlockConfiguration');
      const after = findings(document).map((finding) => finding.rule);
      expectEqual(
        after.filter((found) => !before.includes(found)),
        [],
        'new findings',
      );
      await vscode.commands.executeCommand('undo');
      await findingOf(document, rule);
    });
  }

  test('a comment beside the fixed property stays', async () => {
    const text = 'Resources:\n  Data: # ours\n    Type: AWS::S3::Bucket # plain\n';
    const document = await openUntitled('yaml', text);
    const { range } = await findingOf(document, rule);
    await applyQuickFix(document, range, fixTitle);
    expectContains(document.getText(), '  Data: # ours\n    Type: AWS::S3::Bucket # plain\n');
  });

  test('a file that is no template is offered nothing', async () => {
    const document = await openWorkspaceFile('serverless.yml');
    const everything = new vscode.Range(0, 0, document.lineCount, 0);
    expectEqual(
      (await quickFixes(document, everything)).map(({ title }) => title),
      [],
    );
  });
});

suite('hover', () => {
  test('over a resource type says what it is and whose remit', async () => {
    const document = await openWorkspaceFile('twin.yaml');
    await findingOf(document, rule);
    const at = document.positionAt(document.getText().indexOf('AWS::S3::Bucket') + 7);
    const text = await hoverText(document, at);
    expectContains(text, 'S3');
    expectContains(text, 'docs.aws.amazon.com');
  });

  test('over a squiggle explains the rule', async () => {
    const document = await openWorkspaceFile('twin.yaml');
    const { range } = await findingOf(document, rule);
    expectContains(await hoverText(document, range.start), 'public');
  });
});
