import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { folderWith, openTemplate, remit } from './built.ts';
import { ServerClient } from './server-client.ts';

describe('remit map', () => {
  const folder = folderWith({ 'a.yaml': openTemplate, 'b.txt': 'nothing\n' });

  test('prints a table that fits the terminal, and what is done', () => {
    const { code, out, err } = remit(folder, ['map', '--no-config', 'a.yaml']);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^a\.yaml: \d+ of your \d+ duties done, \d+ open, \d+ the template cannot tell\n/);
    expect(out).toMatch(/^Data \(S3::Bucket\) .*!/m);
    expect(Math.max(...out.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(100);
  });

  test('prints JSON with lines', () => {
    const { out } = remit(folder, ['map', '--no-config', '--format', 'json', 'a.yaml']);
    const { version, path, rows } = JSON.parse(out) as {
      version: number;
      path: string;
      rows: { id: string; line: number | null }[];
    };
    expect({ version, path, lines: rows.map(({ id, line }) => [id, line]) }).toEqual({
      version: 1,
      path: 'a.yaml',
      lines: [
        ['', null],
        ['Data', 2],
      ],
    });
  });

  test('writes a report that needs nothing else and may run its own script alone', () => {
    expect(remit(folder, ['map', '--no-config', 'a.yaml', '--html', 'map.html'])).toMatchObject({
      code: 0,
      out: 'map.html\n',
    });
    const html = readFileSync(join(folder, 'map.html'), 'utf8');
    const policy = /content="(default-src 'none'[^"]*)"/.exec(html)?.[1] ?? '';
    const hashOf = (text: string | undefined) =>
      createHash('sha256')
        .update(text ?? '')
        .digest('base64');
    const script = /<script>([\s\S]*?)<\/script>/.exec(html)?.[1];
    const style = /<style>([\s\S]*?)<\/style>/.exec(html)?.[1];
    expect(policy).toBe(
      `default-src 'none'; style-src 'sha256-${hashOf(style)}'; script-src 'sha256-${hashOf(script)}'`,
    );
    expect(html).not.toMatch(/\ssrc=|<link|sourceMappingURL|@import|url\(http/);
    expect(html).toContain('<td class="cell open"');
  });

  test('ends with 2 and one line for what is no template, is not there or cannot be written', () => {
    for (const [args, line] of [
      [['b.txt'], 'remit: b.txt: no CloudFormation or SAM template\n'],
      [['c.yaml'], 'remit: c.yaml: no such file\n'],
      [[], 'remit: remit map takes a template: remit map FILE\n'],
      [['a.yaml', 'b.txt'], 'remit: remit map takes one template at a time, not 2\n'],
      [['.'], 'remit: .: is a folder; remit map takes a template\n'],
      [['a.yaml', '--html', 'x', '--format', 'json'], 'remit: --html writes a report: leave out --format\n'],
      [['a.yaml', '--html', 'no/such/folder.html'], 'remit: no/such/folder.html: no such file\n'],
    ] as const)
      expect(remit(folder, ['map', '--no-config', ...args])).toMatchObject({ code: 2, out: '', err: line });
  });
});

describe('the server', () => {
  const uri = 'file:///map/a.yaml';
  let client: ServerClient;
  beforeAll(async () => {
    ({ client } = await ServerClient.start());
  });
  afterAll(() => client.kill());

  test('answers with the map, says when it has changed, and mends what a cell leaves open', async () => {
    const changes: { uri: string; version?: number }[] = [];
    client.connection.onNotification(
      'remit/mapChanged',
      (change: (typeof changes)[number]) => void changes.push(change),
    );
    await client.open(uri, openTemplate);
    const states = async () => {
      const map = await client.connection.sendRequest<{ rows: { id: string; states: string[] }[] }>('remit/map', {
        uri,
      });
      return map.rows.map(({ id, states: [, , , , , , exposure] }) => [id, exposure]);
    };
    expect(await states()).toEqual([
      ['', 'not-applicable'],
      ['Data', 'open'],
    ]);

    const cell = await client.connection.sendRequest<{
      range: { start: object };
      fixes: { rule: string; message: string; fix: string }[];
    }>('remit/mapCell', { uri, resource: 'Data', aspect: 'network-exposure' });
    expect(cell.range.start).toEqual({ line: 2, character: 2 });
    const fix = { uri, resource: 'Data', ...cell.fixes[0] };
    const edit = await client.connection.sendRequest<{ documentChanges: { edits: { newText: string }[] }[] }>(
      'remit/fix',
      fix,
    );
    expect(edit.documentChanges[0]?.edits[0]?.newText).toContain('PublicAccessBlockConfiguration');

    await client.change(uri, 2, { text: 'Resources:\n  Other:\n    Type: AWS::SNS::Topic\n' });
    await client.diagnostics(uri, 2);
    expect((await states()).map(([id]) => id)).toEqual(['', 'Other']);
    expect(changes).toContainEqual({ uri, version: 2 });
    expect(await client.connection.sendRequest('remit/fix', fix)).toBeNull();

    await client.connection.sendNotification('remit/unmap', { uri });
    const before = changes.length;
    await client.change(uri, 3, { text: openTemplate });
    await client.diagnostics(uri, 3);
    await states();
    expect(changes.length).toBe(before);
  });
});
