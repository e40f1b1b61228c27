import * as vscode from 'vscode';
import { expectContains, expectEqual } from '../expect.ts';
import { append, findingOf, findings, noFindingOf, openUntitled, openWorkspaceFile, type } from '../workbench.ts';

const rule = 's3-bucket-public-access-block';

suite('findings', () => {
  test('an unsaved edit is analysed: a new bucket is underlined on its logical id', async () => {
    const document = await openWorkspaceFile('template.yaml');
    await append(document, '  Uploads:\n    Type: AWS::S3::Bucket\n');
    const line = document.getText().split('\n').indexOf('  Uploads:');
    await findingOf(document, rule, 'Uploads');
    const ranges = findings(document)
      .filter((finding) => finding.rule === rule)
      .map(({ range }) => [range.start.line, range.start.character, range.end.line, range.end.character]);
    expectEqual(ranges, [
      [2, 2, 2, 6],
      [line, 2, line, 9],
    ]);
    expectEqual(document.isDirty, true, 'unsaved');
  });

  test('the code of a finding links to the page of its rule', async () => {
    const document = await openWorkspaceFile('sam.yaml');
    const { page } = await findingOf(document, rule, 'Uploads');
    expectContains(page, `/docs/rules/${rule}`);
  });

  test('a buffer that was never saved is analysed', async () => {
    const document = await openUntitled('yaml', 'Resources:\n  Data:\n    Type: AWS::S3::Bucket\n');
    await findingOf(document, rule, 'Data');
  });

  test('a JSON template has the findings of its YAML twin', async () => {
    const [yaml, json] = [await openWorkspaceFile('twin.yaml'), await openWorkspaceFile('twin.json')];
    await findingOf(yaml, rule, 'Data');
    await findingOf(json, rule, 'Data');
    expectEqual(rulesAndTexts(json), rulesAndTexts(yaml));
  });

  for (const name of ['stack.template', 'stack-json.template', 'sam.yaml']) {
    test(`${name} is analysed`, async () => {
      await findingOf(await openWorkspaceFile(name), rule);
    });
  }

  test('findings stay, at their place, while a block does not parse', async () => {
    const document = await openUntitled(
      'yaml',
      'Resources:\n  Data:\n    Type: AWS::S3::Bucket\n  Other:\n    Type: AWS::SNS::Topic\n',
    );
    await findingOf(document, rule, 'Data');
    // Someone types a new resource above: its key has no colon yet.
    const start = new vscode.Position(1, 0);
    await type(document, new vscode.Range(start, start), '  Log\n');
    await serverIsDone();
    const { range } = await findingOf(document, rule, 'Data');
    expectEqual(range.start.line, 2, 'line');
    await type(document, new vscode.Range(4, 4, 4, 9), 'Type: [');
    await serverIsDone();
    await findingOf(document, rule, 'Data');
  });

  test('closing a bucket that was opened up leaves no finding behind', async () => {
    const closed =
      '{BlockPublicAcls: true, BlockPublicPolicy: true, IgnorePublicAcls: true, RestrictPublicBuckets: true}';
    const document = await openUntitled(
      'yaml',
      `Resources:\n  Data:\n    Type: AWS::S3::Bucket\n    Properties:\n      PublicAccessBlockConfiguration: ${closed}\n`,
    );
    const at = document.positionAt(document.getText().indexOf('true'));
    const value = document.getWordRangeAtPosition(at) ?? new vscode.Range(at, at.translate(0, 4));
    await type(document, value, 'false');
    await findingOf(document, rule);
    await vscode.commands.executeCommand('undo');
    await noFindingOf(document, rule);
  });
});

suite('what is no template', () => {
  for (const name of ['docker-compose.yml', 'kubernetes.yaml', 'workflow.yml', 'openapi.yaml', 'serverless.yml']) {
    test(`${name} gets nothing`, async () => {
      const document = await openWorkspaceFile(name);
      await serverIsDone();
      expectEqual(findings(document), []);
    });
  }
});

// The server works in order: once it has found something in a document that was opened later, it is done with the earlier ones.
async function serverIsDone(): Promise<void> {
  const probe = await openUntitled('yaml', 'Resources:\n  Probe:\n    Type: AWS::S3::Bucket\n');
  await findingOf(probe, rule, 'Probe');
}

function rulesAndTexts(document: vscode.TextDocument): readonly string[] {
  return findings(document)
    .map((finding) => `${finding.rule} on ${finding.text.replaceAll('"', '')}`)
    .sort();
}
