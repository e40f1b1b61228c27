import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTemplate } from './built.ts';
import { applyAction, ServerClient } from './server-client.ts';

let client: ServerClient;
let capabilities: unknown;
let count = 0;
const newUri = (extension = 'yaml') => `file:///project/${++count}.${extension}`;
const at = (line: number, start: number, end = start) => ({
  start: { line, character: start },
  end: { line, character: end },
});
const versioning = 's3-bucket-versioning';

beforeAll(async () => {
  const started = await ServerClient.start();
  client = started.client;
  capabilities = started.initialized.capabilities;
});
afterAll(() => client.kill());

test('the server says what it can do', () => {
  expect(capabilities).toMatchObject({
    positionEncoding: 'utf-16',
    textDocumentSync: { openClose: true, change: 2 },
    hoverProvider: true,
    codeActionProvider: { codeActionKinds: ['quickfix', 'source.fixAll.remit'] },
  });
});

describe('diagnostics', () => {
  test('come with range, severity, code, page and version', async () => {
    const uri = newUri();
    await client.open(uri, openTemplate);
    const found = (await client.diagnostics(uri, 1)).find(({ code }) => code === versioning);
    expect(found).toMatchObject({ range: at(2, 2, 6), severity: 3, source: 'Remit', code: versioning });
    const page = found?.codeDescription?.href ?? '';
    expect(page).toMatch(/^file:.*\/docs\/rules\/s3-bucket-versioning\.md$/);
    expect(existsSync(fileURLToPath(page))).toBe(true);
  });

  test('follow changes, several in one notification included', async () => {
    const uri = newUri();
    await client.open(uri, openTemplate);
    await client.change(uri, 2, { range: at(0, 0), text: '# é🙂\n' }, { range: at(0, 2, 5), text: '' });
    const found = (await client.diagnostics(uri, 2)).find(({ code }) => code === versioning);
    expect(found?.range).toEqual(at(3, 2, 6));
    await client.change(uri, 3, { text: 'Resources: {}\n' });
    expect(await client.diagnostics(uri, 3)).toEqual([]);
  });

  test('of a flood of changes are those of the last', async () => {
    const uri = newUri();
    await client.open(uri, openTemplate);
    for (let version = 2; version < 60; version++) await client.change(uri, version, { range: at(0, 0), text: '#\n' });
    const found = (await client.diagnostics(uri, 59)).find(({ code }) => code === versioning);
    expect(found?.range).toEqual(at(60, 2, 6));
    expect(client.published.filter((each) => each.uri === uri).length).toBeLessThan(59);
  });

  test('stay while a block does not parse', async () => {
    const uri = newUri();
    await client.open(uri, openTemplate);
    await client.diagnostics(uri, 1);
    await client.change(uri, 2, { range: at(3, 4), text: 'Properties: {\n    ' });
    const found = await client.diagnostics(uri, 2);
    expect(found.filter(({ code }) => code === versioning)).toHaveLength(1);
    expect(found.find(({ code }) => code === 'syntax')?.severity).toBe(1);
  });

  test.each([
    ['a compose file', 'services:\n  web:\n    image: nginx\n'],
    ['a Kubernetes manifest', 'apiVersion: v1\nkind: Service\n---\nkind: Pod\n'],
    ['a workflow', 'on: push\njobs:\n  a:\n    runs-on: x\n'],
    ['an OpenAPI document', "openapi: '3.0.0'\npaths: {}\n"],
    ['a broken one', 'a: [\n'],
  ])('do not come for what is no template: %s', async (_name, text) => {
    const uri = newUri();
    await client.open(uri, text);
    expect(await client.diagnostics(uri, 1)).toEqual([]);
  });

  test('are cleared when the document is closed', async () => {
    const uri = newUri();
    await client.open(uri, openTemplate);
    await client.diagnostics(uri, 1);
    await client.close(uri);
    // A second document's diagnostics come after those of the first.
    const other = newUri();
    await client.open(other, openTemplate);
    await client.diagnostics(other, 1);
    expect(client.published.findLast((each) => each.uri === uri)?.diagnostics).toEqual([]);
  });

  test('above 500 are cut off, and the last one says so', async () => {
    const uri = newUri();
    const names = Array.from({ length: 200 }, (_, at) => `  B${at}: { Type: AWS::S3::Bucket }\n`);
    await client.open(uri, `Resources:\n${names.join('')}`);
    const found = await client.diagnostics(uri, 1);
    expect(found).toHaveLength(500);
    expect(found.at(-1)?.message).toMatch(/^\d+ more findings/);
  });

  test('come for JSON in a file shown as YAML', async () => {
    const uri = newUri('template');
    await client.open(uri, '{ "Resources": { "Data": { "Type": "AWS::S3::Bucket" } } }');
    expect((await client.diagnostics(uri, 1)).some(({ code }) => code === versioning)).toBe(true);
  });
});

describe('code actions', () => {
  test('fix the finding under the cursor', async () => {
    const uri = newUri();
    await client.open(uri, openTemplate);
    await client.diagnostics(uri, 1);
    const actions = await client.actions(uri, at(2, 3));
    const fix = actions.find(({ title }) => title.startsWith('Enable versioning'));
    expect(fix?.kind).toBe('quickfix');
    expect(fix?.isPreferred).toBeUndefined();
    expect(fix?.diagnostics?.map(({ code }) => code)).toEqual([versioning]);
    const fixed = applyAction(openTemplate, fix, 1);
    expect(fixed).toContain("# the customers' files\n");
    await client.change(uri, 2, { text: fixed });
    expect((await client.diagnostics(uri, 2)).some(({ code }) => code === versioning)).toBe(false);
  });

  test('ignore a rule for one resource', async () => {
    const uri = newUri();
    await client.open(uri, openTemplate);
    const action = (await client.actions(uri, at(2, 3))).find(({ title }) => title === `Ignore ${versioning} for Data`);
    const ignored = applyAction(openTemplate, action, 1);
    expect(ignored).toContain(`  # remit-ignore ${versioning}: `);
    await client.change(uri, 2, { text: ignored });
    const found = await client.diagnostics(uri, 2);
    expect(found.some(({ code }) => code === versioning)).toBe(false);
    expect(found.length).toBeGreaterThan(0);
  });

  test('ignore a rule in JSON, by Metadata', async () => {
    const uri = newUri('json');
    const text = '{\n  "Resources": {\n    "Data": {\n      "Type": "AWS::S3::Bucket"\n    }\n  }\n}\n';
    await client.open(uri, text, 'json');
    const action = (await client.actions(uri, at(2, 6))).find(({ title }) => title === `Ignore ${versioning} for Data`);
    const ignored = applyAction(text, action, 1);
    expect(JSON.parse(ignored).Resources.Data.Metadata.remit.ignore).toEqual([
      { rule: versioning, reason: expect.any(String) },
    ]);
    await client.change(uri, 2, { text: ignored });
    expect((await client.diagnostics(uri, 2)).some(({ code }) => code === versioning)).toBe(false);
  });

  test('fix everything safe only when asked for', async () => {
    const uri = newUri();
    await client.open(uri, openTemplate);
    const kinds = async (only?: string[]) =>
      new Set((await client.actions(uri, at(0, 0, 0), only)).map(({ kind }) => kind));
    expect(await kinds()).toEqual(new Set());
    expect(await kinds(['source.fixAll'])).toEqual(new Set(['source.fixAll.remit']));
    expect(await kinds(['refactor'])).toEqual(new Set());
  });
});

describe('hover', () => {
  test('on a resource type says what it is', async () => {
    const uri = newUri();
    await client.open(uri, openTemplate);
    const hover = await client.hover(uri, 3, 14);
    expect(hover?.range).toEqual(at(3, 10, 25));
    expect(hover?.contents).toMatchObject({ kind: 'markdown', value: expect.stringContaining('**AWS::S3::Bucket**') });
  });

  test('outside of everything says nothing', async () => {
    const uri = newUri();
    await client.open(uri, `\n${openTemplate}`);
    expect(await client.hover(uri, 0, 0)).toBeNull();
    expect(await client.hover('file:///not/open.yaml', 0, 0)).toBeNull();
  });
});

describe('settings', () => {
  test('choose severities, rules and profile', async () => {
    const { client: other } = await ServerClient.start({ disable: [versioning], severity: { medium: 'error' } });
    try {
      await other.open('file:///a.yaml', openTemplate);
      const found = await other.diagnostics('file:///a.yaml', 1);
      expect(found.some(({ code }) => code === versioning)).toBe(false);
      expect(found.some(({ severity }) => severity === 1)).toBe(true);
      other.settings = { profile: 'essential' };
      await other.connection.sendNotification('workspace/didChangeConfiguration', { settings: {} });
      await expect.poll(() => other.published.at(-1)?.diagnostics.length).toBeLessThan(found.length);
    } finally {
      other.kill();
    }
  });

  test('choose a framework, of which all rules run', async () => {
    const { client: other } = await ServerClient.start({ profile: 'essential', framework: 'cis-aws-3' });
    try {
      await other.open('file:///a.yaml', openTemplate);
      const found = await other.diagnostics('file:///a.yaml', 1);
      expect(found.map(({ code }) => code)).toEqual(['s3-bucket-public-access-block', 's3-bucket-tls-only']);
    } finally {
      other.kill();
    }
  });

  test('with a framework that nobody knows are told of, and all rules of the profile run', async () => {
    const { client: other } = await ServerClient.start({ framework: 'cis' });
    try {
      await other.open('file:///a.yaml', openTemplate);
      expect((await other.diagnostics('file:///a.yaml', 1)).some(({ code }) => code === versioning)).toBe(true);
      expect(other.logged.filter((message) => message.includes('"cis"'))).toHaveLength(1);
    } finally {
      other.kill();
    }
  });

  test('that make no sense are the standard ones', async () => {
    const { client: other } = await ServerClient.start({ profile: 7, framework: [], severity: 'x', disable: 'all' });
    try {
      await other.open('file:///a.yaml', openTemplate);
      expect((await other.diagnostics('file:///a.yaml', 1)).some(({ code }) => code === versioning)).toBe(true);
    } finally {
      other.kill();
    }
  });
});

test('a request that makes no sense gets an error, and the server lives on', async () => {
  await expect(client.connection.sendRequest('textDocument/hover', {})).rejects.toThrow();
  const uri = newUri();
  await client.open(uri, openTemplate);
  expect(await client.hover(uri, 3, 14)).not.toBeNull();
});

test('the server ends with 0 when it is told to', async () => {
  const { client: other } = await ServerClient.start();
  expect(await other.stop()).toBe(0);
});
