import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { folderWith } from './built.ts';
import { ServerClient } from './server-client.ts';

const child = `Parameters:
  Public: {Type: String, Default: 'true'}
Resources:
  Orders:
    Type: AWS::RDS::DBInstance
    Properties: {PubliclyAccessible: !Ref Public}
`;
const parent = (value: string, location = './nested/child.yaml') => `Parameters:
  Wanted: {Type: String}
Resources:
  Child:
    Type: AWS::CloudFormation::Stack
    Properties:
      TemplateURL: ${location}
      Parameters: {Public: ${value}}
`;

let client: ServerClient;
beforeAll(async () => {
  client = (await ServerClient.start()).client;
});
afterAll(() => client.kill());

/** A folder with these files, and their addresses. */
function folder(files: Readonly<Record<string, string>>): (name: string) => string {
  const path = folderWith(files);
  return (name) => pathToFileURL(join(path, name)).href;
}

/** What is said of public access once it is as expected; what was said last when that does not come. */
async function publicAccess(uri: string, expected: boolean): Promise<boolean | undefined> {
  let found: boolean | undefined;
  for (let turn = 0; turn < 100 && found !== expected; turn++) {
    const last = client.published.findLast((each) => each.uri === uri);
    found = last?.diagnostics.some(({ code }) => code === 'rds-public-access');
    if (found !== expected) await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return found;
}

describe('a nested template is seen with the parameters that its parent passes', () => {
  test('which is a file in the folder above', async () => {
    const at = folder({ 'parent.yaml': parent("'false'"), 'nested/child.yaml': child });
    await client.open(at('nested/child.yaml'), child);
    expect(await publicAccess(at('nested/child.yaml'), false)).toBe(false);
    expect(client.published.filter(({ uri }) => uri === at('nested/child.yaml'))).toHaveLength(1);
  });

  test('which is open and changes', async () => {
    const at = folder({ 'nested/child.yaml': child });
    await client.open(at('nested/child.yaml'), child);
    expect(await publicAccess(at('nested/child.yaml'), true)).toBe(true);
    await client.open(at('parent.yaml'), parent("'false'"));
    expect(await publicAccess(at('nested/child.yaml'), false)).toBe(false);
    await client.change(at('parent.yaml'), 2, { text: parent("'true'") });
    expect(await publicAccess(at('nested/child.yaml'), true)).toBe(true);
    await client.change(at('parent.yaml'), 3, { text: parent("'false'") });
    expect(await publicAccess(at('nested/child.yaml'), false)).toBe(false);
    await client.close(at('parent.yaml'));
    expect(await publicAccess(at('nested/child.yaml'), true)).toBe(true);
  });

  test('and stays open where parents differ or nothing tells what they pass', async () => {
    const differing = folder({
      'a.yaml': parent("'false'", 'child.yaml'),
      'b.yaml': parent("'true'", 'child.yaml'),
      'child.yaml': child,
    });
    await client.open(differing('child.yaml'), child);
    expect(await publicAccess(differing('child.yaml'), true)).toBe(true);
    const untold = folder({ 'a.yaml': parent('!Ref Wanted', 'child.yaml'), 'child.yaml': child });
    await client.open(untold('child.yaml'), child);
    expect(await publicAccess(untold('child.yaml'), true)).toBe(true);
  });

  test('through a template between them', async () => {
    const middle = `Parameters:
  Wanted: {Type: String}
Resources:
  Inner:
    Type: AWS::Serverless::Application
    Properties: {Location: child.yaml, Parameters: {Public: !Ref Wanted}}
`;
    const at = folder({ 'child.yaml': child });
    const top = parent("'false'", 'middle.yaml').replace('Public:', 'Wanted:');
    await client.open(at('child.yaml'), child);
    await client.open(at('middle.yaml'), middle);
    await client.open(at('top.yaml'), top);
    expect(await publicAccess(at('child.yaml'), false)).toBe(false);
  });

  test('and templates that nest each other come to an end', async () => {
    const mutual = (other: string) => `Parameters:
  P: {Type: String, Default: x}
Resources:
  Other:
    Type: AWS::CloudFormation::Stack
    Properties: {TemplateURL: ${other}, Parameters: {P: !Sub '\${P}x'}}
`;
    const at = folder({});
    await client.open(at('a.yaml'), mutual('b.yaml'));
    await client.open(at('b.yaml'), mutual('a.yaml'));
    await client.open(at('c.yaml'), child);
    expect(await publicAccess(at('c.yaml'), true)).toBe(true);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(client.published.filter(({ uri }) => uri === at('a.yaml')).length).toBeLessThan(10);
  });
});
