import { spawnSync } from 'node:child_process';
import { chmodSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { built, emptyTemplate, folderWith, openTemplate, remit } from './built.ts';

interface Contract {
  readonly version: number;
  readonly files: readonly {
    readonly path: string;
    readonly kind: string | null;
    readonly error: { readonly message: string; readonly range: { readonly start: { readonly line: number } } } | null;
    readonly findings: readonly Readonly<Record<string, unknown>>[];
  }[];
}

function checkJson(folder: string, ...args: readonly string[]): Contract {
  return JSON.parse(remit(folder, ['check', '--no-config', '--format', 'json', ...args]).out) as Contract;
}

const versioning = 's3-bucket-versioning';

describe('remit check', () => {
  test('exits with 0 where nothing is found', () => {
    const { code, out, err } = remit(folderWith({ 'a.yaml': emptyTemplate }), ['check', 'a.yaml']);
    expect({ code, out, err }).toEqual({ code: 0, out: 'Nothing found in 1 template.\n', err: '' });
  });

  test('exits with 1 and points at the place where something is found', () => {
    const { code, out } = remit(folderWith({ 'a.yaml': openTemplate }), ['check', 'a.yaml']);
    expect(code).toBe(1);
    expect(out).toMatch(/^a\.yaml:3:3 {2}medium {2}.*s3-bucket-versioning\n {4}3 \| {3}Data:\n {6}\| {3}\^\^\^\^\n/m);
  });

  test('exits with 0 where all findings are below --fail-on', () => {
    const folder = folderWith({ 'a.yaml': openTemplate });
    expect(remit(folder, ['check', '--fail-on', 'critical', 'a.yaml']).code).toBe(0);
    expect(remit(folder, ['check', '--fail-on', 'never', 'a.yaml']).code).toBe(0);
  });

  test('prints exactly the keys of the contract', () => {
    const { version, files } = checkJson(folderWith({ 'a.yaml': openTemplate }), 'a.yaml');
    expect(version).toBe(1);
    expect(Object.keys(files[0] ?? {})).toEqual(['path', 'kind', 'error', 'findings']);
    const finding = files[0]?.findings.find(({ rule }) => rule === versioning);
    expect(Object.keys(finding ?? {})).toEqual([
      'rule',
      'severity',
      'category',
      'message',
      'resource',
      'resourceType',
      'when',
      'range',
      'peers',
      'fixes',
    ]);
    expect(finding).toMatchObject({
      resource: 'Data',
      resourceType: 'AWS::S3::Bucket',
      when: null,
      range: { start: { line: 2, character: 2 }, end: { line: 2, character: 6 } },
    });
    expect(finding?.fixes).toEqual([
      {
        title: expect.any(String),
        safety: 'cost',
        edits: [{ range: expect.anything(), newText: expect.stringContaining('Status: Enabled') }],
      },
    ]);
  });

  test('says the condition of a finding under a condition', () => {
    const text = `Conditions:
  IsProd: !Equals [!Ref AWS::Region, eu-west-1]
Resources:
  Data:
    Type: AWS::S3::Bucket
    Properties:
      VersioningConfiguration: !If [IsProd, { Status: Enabled }, !Ref AWS::NoValue]
`;
    const [file] = checkJson(folderWith({ 'a.yaml': text }), 'a.yaml').files;
    expect(file?.findings.find(({ rule }) => rule === versioning)?.when).toBe('IsProd is false');
  });

  test('searches folders, without what .gitignore names and installed packages', () => {
    const folder = folderWith({
      '.git/HEAD': '',
      '.gitignore': 'build/\n!keep.yaml\n',
      'a.yaml': openTemplate,
      'deep/b.template': openTemplate,
      'deep/notes.txt': openTemplate,
      'build/c.yaml': openTemplate,
      'node_modules/d/d.json': '{"Resources":{}}',
    });
    expect(checkJson(folder).files.map(({ path }) => path)).toEqual(['a.yaml', 'deep/b.template']);
    expect(checkJson(join(folder, 'deep')).files.map(({ path }) => path)).toEqual(['b.template']);
  });

  test('checks many files in threads, in the same order and with the same findings', () => {
    const names = Array.from({ length: 230 }, (_, at) => `${String(at).padStart(3, '0')}.yaml`);
    const folder = folderWith(
      Object.fromEntries(names.map((name, at) => [name, at % 2 ? openTemplate : emptyTemplate])),
    );
    const { files } = checkJson(folder);
    expect(files.map(({ path }) => path)).toEqual(names);
    const [few] = checkJson(folder, '001.yaml').files;
    expect(files.filter(({ findings }) => findings.length > 0)).toHaveLength(115);
    expect(files[1]).toEqual(few);
  });

  test('takes globs', () => {
    const folder = folderWith({ 'x/a.yaml': openTemplate, 'x/b.json': '{}', 'y/c.yaml': openTemplate });
    expect(checkJson(folder, '*/*.yaml').files.map(({ path }) => path)).toEqual(['x/a.yaml', 'y/c.yaml']);
  });

  test('still checks the other files when one cannot be had', () => {
    const { code, out, err } = remit(folderWith({ 'a.yaml': openTemplate }), ['check', 'gone.yaml', 'a.yaml']);
    expect(code).toBe(2);
    expect(err).toBe('remit: gone.yaml: no such file or folder\n');
    expect(out).toContain(versioning);
  });

  test('says nothing about files that are no templates', () => {
    const folder = folderWith({
      'compose.yml': 'services:\n  web:\n    image: nginx\n',
      'manifests.yaml': 'apiVersion: v1\n---\napiVersion: v1\n',
      'package.json': '{ "name": "x" }',
    });
    const { code, err } = remit(folder, ['check', 'compose.yml', 'manifests.yaml', 'package.json']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(checkJson(folder).files.map(({ kind }) => kind)).toEqual([null, null, null]);
  });

  test('reads standard input under the name it is given', () => {
    const { code, out } = remit(folderWith({}), ['check', '--stdin', '--stdin-filename', 'x/y.yaml'], openTemplate);
    expect(code).toBe(1);
    expect(out).toContain('x/y.yaml:3:3');
  });

  test('reads standard input for a dash', () => {
    const { code, out } = remit(folderWith({}), ['check', '-'], openTemplate);
    expect(code).toBe(1);
    expect(out).toContain('stdin:3:3');
  });

  test.skipIf(process.platform === 'win32')('reads what a shell passes as a pipe', () => {
    const folder = folderWith({ 'a.yaml': openTemplate });
    const piped = spawnSync('bash', ['-c', `"${process.execPath}" "${built('cli.js')}" check <(cat a.yaml)`], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect(piped.stdout).toContain(versioning);
  });

  test('passes over links that lead in circles, unless they are named', () => {
    const folder = folderWith({ 'a.yaml': openTemplate });
    symlinkSync('.', join(folder, 'self'));
    symlinkSync('b.yaml', join(folder, 'b.yaml'));
    expect(checkJson(folder).files.map(({ path }) => path)).toEqual(['a.yaml']);
    const { code, err } = remit(folder, ['check', 'b.yaml']);
    expect({ code, err }).toEqual({ code: 2, err: 'remit: b.yaml: links that lead in a circle\n' });
  });

  test.skipIf(process.getuid?.() === 0)('says which folder it may not read', () => {
    const folder = folderWith({ 'a.yaml': openTemplate, 'closed/b.yaml': openTemplate });
    chmodSync(join(folder, 'closed'), 0);
    expect(remit(folder, ['check', '.'])).toMatchObject({ code: 2, err: 'remit: closed: permission denied\n' });
    chmodSync(join(folder, 'closed'), 0o755);
  });

  test('ends quietly when its reader has seen enough', () => {
    const folder = folderWith({ 'a.yaml': openTemplate });
    const command = `"${process.execPath}" "${built('cli.js')}" rules --format json | head -1`;
    const { stdout, stderr } = spawnSync('sh', ['-c', command], { cwd: folder, encoding: 'utf8' });
    expect({ stdout, stderr }).toEqual({ stdout: '{\n', stderr: '' });
  });

  test('checks the stack as deployed with a parameter file', () => {
    const text = `Parameters:
  Status: { Type: String }
Resources:
  Data: { Type: AWS::S3::Bucket, Properties: { VersioningConfiguration: { Status: !Ref Status } } }
`;
    const folder = folderWith({
      'a.yaml': text,
      'list.json': '[{ "ParameterKey": "Status", "ParameterValue": "Suspended" }]',
      'pipeline.json': '{ "Parameters": { "Status": "Enabled" } }',
    });
    const found = (...args: string[]) =>
      checkJson(folder, 'a.yaml', ...args).files[0]?.findings.some(({ rule }) => rule === versioning);
    expect(found('--parameters', 'list.json')).toBe(true);
    expect(found('--parameters', 'pipeline.json')).toBe(false);
  });

  test('checks a nested template with the parameters that its parent passes down', () => {
    const child = `Parameters:
  Status: { Type: String, Default: Suspended }
Resources:
  Data: { Type: AWS::S3::Bucket, Properties: { VersioningConfiguration: { Status: !Ref Status } } }
`;
    const parent = (status: string) => `Resources:
  Child:
    Type: AWS::CloudFormation::Stack
    Properties: { TemplateURL: ./child.yaml, Parameters: { Status: ${status} } }
`;
    const folder = folderWith({ 'child.yaml': child, 'parent.yaml': parent('Enabled') });
    const found = (...args: string[]) =>
      checkJson(folder, ...args).files.some(({ findings }) => findings.some(({ rule }) => rule === versioning));
    expect(found('child.yaml')).toBe(true);
    expect(found('.')).toBe(false);
    writeFileSync(join(folder, 'other.yaml'), parent('Suspended'));
    expect(found('.')).toBe(true);
  });
});

describe('the configuration', () => {
  test('is found upward, and switches rules off', () => {
    const folder = folderWith({ '.remit.yaml': `disable: [${versioning}]\n`, 'x/a.yaml': openTemplate });
    expect(remit(join(folder, 'x'), ['check', 'a.yaml']).out).not.toContain(versioning);
    expect(remit(join(folder, 'x'), ['check', '--no-config', 'a.yaml']).out).toContain(versioning);
  });

  test('gives severities and leaves files out', () => {
    const config = `severities: { ${versioning}: critical }\nignore: [b.yaml]\nfailOn: critical\n`;
    const folder = folderWith({ '.remit.yml': config, 'a.yaml': openTemplate, 'b.yaml': openTemplate });
    const { code, out } = remit(folder, ['check', '.']);
    expect(code).toBe(1);
    expect(out).toContain('a.yaml:3:3  critical');
    expect(out).not.toContain('b.yaml');
  });

  test.each([
    ['profiles: strict', '.remit.yaml: unknown key "profiles"; known are '],
    ['profile: all', '.remit.yaml: profile must be '],
    ['disable: [no-such-rule]', '.remit.yaml: there is no rule "no-such-rule"'],
    ['disable: [CKV_AWS_21]', 'did you mean s3-bucket-versioning?'],
    ['disable: s3-bucket-versioning', '.remit.yaml: disable must be a list, not "s3-bucket-versioning"'],
    ['[profile]', '.remit.yaml: the file must be keys with values, not a list'],
    ['framework: pci', '.remit.yaml: framework is one of aws-fsbp, '],
    ['disable: [', '.remit.yaml: cannot be read: '],
  ])('with a mistake is one line: %s', (text, message) => {
    const { code, out, err } = remit(folderWith({ '.remit.yaml': text }), ['check', '--config', '.remit.yaml', '.']);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/^remit: .*\n$/);
    expect(err).toContain(message);
  });
});

describe('a framework', () => {
  test('chooses the rules that check its controls, of all profiles, and names the controls', () => {
    const folder = folderWith({ 'a.yaml': openTemplate });
    const listed = JSON.parse(remit(folder, ['rules', '--framework', 'pci-dss-4', '--format', 'json']).out) as {
      rules: { id: string; profile: string; controls: Record<string, string[]> }[];
    };
    const byId = new Map(listed.rules.map((rule) => [rule.id, rule]));
    const [file] = checkJson(folder, 'a.yaml', '--framework', 'pci-dss-4').files;
    const found = (file?.findings ?? []).map(({ rule }) => byId.get(String(rule)));
    expect(found.map((rule) => rule?.profile)).toContain('strict');
    for (const rule of found) expect(rule?.controls['pci-dss-4']).not.toHaveLength(0);
    const { out } = remit(folder, ['check', 'a.yaml', '--framework', 'pci-dss-4']);
    expect(out).toMatch(/s3-bucket-logging \(10\.\d/);
  });

  test('may stand in the configuration, and keeps to the profile that stands there', () => {
    const config = 'framework: pci-dss-4\nprofile: recommended\n';
    const folder = folderWith({ 'a.yaml': openTemplate, '.remit.yaml': config });
    const rulesOf = (...args: string[]) => {
      const { files } = JSON.parse(remit(folder, ['check', '--format', 'json', 'a.yaml', ...args]).out) as Contract;
      return (files[0]?.findings ?? []).map(({ rule }) => rule);
    };
    expect(rulesOf()).toContain('s3-bucket-logging');
    expect(rulesOf()).not.toContain('s3-bucket-object-lock');
    expect(rulesOf('--framework', 'pci-dss-4')).toContain('s3-bucket-object-lock');
  });

  test('is one that the help names', () => {
    const { out } = remit(folderWith({}), ['check', '--help']);
    for (const name of ['aws-fsbp', 'cis-aws-3', 'hipaa', 'nist-800-53-r5', 'pci-dss-4']) expect(out).toContain(name);
  });
});

describe('a baseline', () => {
  const write = ['check', 'a.yaml', '--baseline', 'known.json', '--update-baseline'];
  const compare = ['check', 'a.yaml', '--baseline', 'known.json'];

  test('makes what was there known, wherever it has moved to', () => {
    const folder = folderWith({ 'a.yaml': openTemplate });
    expect(remit(folder, write)).toMatchObject({
      code: 0,
      out: 'Nothing new found in 1 template.\n',
      err: expect.stringMatching(/^remit: known\.json: knows \d+ findings now, \d+ new, 0 gone\n$/),
    });
    writeFileSync(join(folder, 'a.yaml'), openTemplate.replace('Resources:', '# moved\n\nResources:'));
    expect(remit(folder, compare)).toMatchObject({
      code: 0,
      out: 'Nothing new found in 1 template.\n',
      err: expect.stringMatching(/^remit: known\.json: \d+ known findings not shown\n$/),
    });
  });

  test('leaves what is new, also of a rule that it knows elsewhere', () => {
    const folder = folderWith({ 'a.yaml': openTemplate });
    remit(folder, write);
    writeFileSync(join(folder, 'a.yaml'), `${openTemplate}  More:\n    Type: AWS::S3::Bucket\n`);
    const { code, out } = remit(folder, [...compare, '--format', 'json']);
    expect(code).toBe(1);
    const resources = (JSON.parse(out) as Contract).files[0]?.findings.map(({ resource }) => resource);
    expect(new Set(resources)).toEqual(new Set(['More']));
  });

  test('says what is gone until it is written again', () => {
    const folder = folderWith({ 'a.yaml': openTemplate });
    remit(folder, write);
    remit(folder, ['check', 'a.yaml', '--unsafe-fixes']);
    const { code, err } = remit(folder, compare);
    expect(code).toBe(0);
    expect(err).toMatch(
      /known\.json: \d+ findings gone, --update-baseline forgets: .*a\.yaml Data s3-bucket-versioning/,
    );
    expect(remit(folder, write).err).toMatch(/knows 0 findings now, 0 new, \d+ gone/);
    expect(remit(folder, compare).err).toBe('remit: known.json: 0 known findings not shown\n');
  });

  test('keeps what a run could not find: other files, other rules, files that do not parse', () => {
    const folder = folderWith({ 'a.yaml': openTemplate, 'b.yaml': openTemplate });
    remit(folder, ['check', '.', '--baseline', 'known.json', '--update-baseline']);
    const before = readFileSync(join(folder, 'known.json'), 'utf8');
    expect(before).toContain('"path":"b.yaml"');
    writeFileSync(join(folder, 'b.yaml'), "Resources:\n  A: 'open\n");
    expect(remit(folder, [...write, 'b.yaml', '--profile', 'essential']).err).toContain('0 new, 0 gone');
    expect(readFileSync(join(folder, 'known.json'), 'utf8')).toBe(before);
  });

  test('may stand in the configuration, relative to it', () => {
    const folder = folderWith({ '.remit.yaml': 'baseline: known.json\n', 'deep/a.yaml': openTemplate });
    expect(remit(join(folder, 'deep'), ['check', '.', '--update-baseline']).code).toBe(0);
    expect(readFileSync(join(folder, 'known.json'), 'utf8')).toContain('"path":"deep/a.yaml"');
    expect(remit(folder, ['check', '.']).code).toBe(0);
  });

  test.each([
    ['{', 'is no baseline'],
    ['{ "version": 2, "findings": [] }', 'is no baseline'],
    ['{ "version": 1, "files": [] }', 'is no baseline'],
  ])('that is something else is one line: %s', (text, message) => {
    const folder = folderWith({ 'a.yaml': openTemplate, 'known.json': text });
    for (const args of [compare, write]) {
      const { code, out, err } = remit(folder, args);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toMatch(/^remit: known\.json: [^\n]*\n$/);
      expect(err).toContain(message);
    }
    expect(readFileSync(join(folder, 'known.json'), 'utf8')).toBe(text);
  });
});

describe('wrong usage is one line and exit code 2', () => {
  test.each([
    [['chekc'], 'there is no command "chekc": see remit --help'],
    [['a.yaml'], 'did you mean remit check a.yaml?'],
    [['--fix', 'a.yaml'], 'options come behind a command, as in remit check --fix'],
    [['help', 'chekc'], 'remit help is one of check, map, rules, explain'],
    [['check', '--frmat', 'json'], "Unknown option '--frmat': see remit check --help"],
    [['check', ''], 'an argument is empty'],
    [['check', 'a.yaml', '-'], '--stdin takes no paths'],
    [['check', '--config', '.'], '.: is a folder'],
    [['check', '--format', 'xml'], '--format is one of pretty, json, '],
    [['check', '--fail-on', 'nothing'], '--fail-on is one of critical, '],
    [['check', '--framework', 'pci'], '--framework is one of aws-fsbp, '],
    [['rules', '--framework', 'pci'], '--framework is one of aws-fsbp, '],
    [['check', '--baseline', 'gone.json'], 'gone.json: no such file; --update-baseline writes it'],
    [['check', '--update-baseline'], '--update-baseline needs --baseline FILE'],
    [['check', '--stdin', 'a.yaml'], '--stdin takes no paths'],
    [['check', '--parameters', 'gone.json'], 'gone.json: no such file'],
    [['check'], '.: no YAML or JSON files in this folder'],
    [['check', '*.yaml'], '*.yaml: no files match'],
    [['explain', 'versioning'], 'did you mean s3-bucket-versioning'],
    [['explain', 'ckv_aws_21'], 'did you mean s3-bucket-versioning'],
  ])('%s', (args, message) => {
    const { code, err } = remit(folderWith({}), args);
    expect(code).toBe(2);
    expect(err).toMatch(/^remit: [^\n]*\n$/);
    expect(err).toContain(message);
  });
});

describe('fixes', () => {
  test('are written with --unsafe-fixes, comments and mode kept', () => {
    const folder = folderWith({ 'a.yaml': openTemplate });
    const path = join(folder, 'a.yaml');
    chmodSync(path, 0o640);
    const { err } = remit(folder, ['check', '--unsafe-fixes', 'a.yaml']);
    expect(err).toMatch(/^remit: applied \d+ fix/);
    expect(readFileSync(path, 'utf8')).toContain("Type: AWS::S3::Bucket # the customers' files\n");
    expect(readFileSync(path, 'utf8')).toContain('Status: Enabled');
    expect(statSync(path).mode & 0o777).toBe(0o640);
    expect(readdirSync(folder)).toEqual(['a.yaml']);
    expect(checkJson(folder, 'a.yaml').files[0]?.findings.some(({ rule }) => rule === versioning)).toBe(false);
  });

  test('that are not safe stay out of --fix', () => {
    const folder = folderWith({ 'a.yaml': openTemplate });
    remit(folder, ['check', '--fix', 'a.yaml']);
    expect(readFileSync(join(folder, 'a.yaml'), 'utf8')).not.toContain('VersioningConfiguration');
  });

  test('keep line ends and a byte order mark', () => {
    const folder = folderWith({ 'a.yaml': `\uFEFF${openTemplate.replaceAll('\n', '\r\n')}` });
    remit(folder, ['check', '--unsafe-fixes', 'a.yaml']);
    const text = readFileSync(join(folder, 'a.yaml'), 'utf8');
    expect(text).toMatch(/^\uFEFFAWSTemplate/);
    expect(text).toContain('Status: Enabled');
    expect(text.replaceAll('\r\n', '')).not.toContain('\n');
  });

  test('go to the file a link names, and leave the link', () => {
    const folder = folderWith({ 'real.yaml': openTemplate });
    symlinkSync('real.yaml', join(folder, 'link.yaml'));
    remit(folder, ['check', '--unsafe-fixes', 'link.yaml']);
    expect(lstatSync(join(folder, 'link.yaml')).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(folder, 'real.yaml'), 'utf8')).toContain('Status: Enabled');
  });

  test('of --diff are what git applies, and write nothing', () => {
    const folder = folderWith({ 'a.yaml': openTemplate });
    const { code, out } = remit(folder, ['check', '--diff', '--unsafe-fixes', 'a.yaml']);
    expect(code).toBe(1);
    expect(readFileSync(join(folder, 'a.yaml'), 'utf8')).toBe(openTemplate);
    const applied = spawnSync('git', ['apply', '-'], { cwd: folder, input: out, encoding: 'utf8' });
    expect(applied.stderr).toBe('');
    const byGit = readFileSync(join(folder, 'a.yaml'), 'utf8');
    writeFileSync(join(folder, 'a.yaml'), openTemplate);
    remit(folder, ['check', '--unsafe-fixes', 'a.yaml']);
    expect(byGit).toBe(readFileSync(join(folder, 'a.yaml'), 'utf8'));
  });
});

describe('bad input is an answer or one clear error', () => {
  const levels = 20_000;
  const anchors = Array.from({ length: 12 }, (_, at) => `a${at + 1}: &a${at + 1} [${`*a${at},`.repeat(9)}]`).join('\n');
  const bad: Readonly<Record<string, string | Uint8Array>> = {
    'empty.yaml': '',
    'empty.json': '',
    'broken.yaml': "Resources:\n  A:\n    Type: 'AWS::S3::Bucket\n",
    'cut.json': '{ "Resources": { "A": { "Type": "AWS::S3::Bucket", "Properties": {',
    'binary.yaml': Uint8Array.from({ length: 4096 }, (_, at) => at % 256),
    'latin-1.yaml': Buffer.from(`${openTemplate}# caf\u00e9\n`, 'latin1'),
    'utf-16.yaml': Buffer.from(`\uFEFF${openTemplate}`, 'utf16le'),
    'large.yaml': `${openTemplate}${'# comment\n'.repeat(1_000_000)}`,
    'deep.yaml': `${openTemplate}    Properties: ${'['.repeat(levels)}${']'.repeat(levels)}\n`,
    'deep.json': `{"Resources":{"A":{"Type":"AWS::S3::Bucket","Properties":${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}}}}`,
    'bomb.yaml': `a0: &a0 [x]\n${anchors}\n${openTemplate}    Properties: { Tags: *a12 }\n`,
    'duplicate.yaml': `${openTemplate}  Data:\n    Type: AWS::S3::Bucket\n`,
    'tabs.yaml': 'Resources:\n\tData:\n\t\tType: AWS::S3::Bucket\n',
    'documents.yaml': `${openTemplate}---\n${openTemplate}`,
    'list.yaml': "AWSTemplateFormatVersion: '2010-09-09'\nResources: [{ Type: AWS::S3::Bucket }]\n",
    'number.yaml':
      "AWSTemplateFormatVersion: '2010-09-09'\nResources: { A: { Type: 42 }, B: { Type: AWS::S3::Bucket } }\n",
  };
  const answered: Readonly<Record<string, string>> = {
    'empty.yaml': 'null',
    'empty.json': 'null',
    'bomb.yaml': 'cloudformation',
    'list.yaml': 'cloudformation',
    'number.yaml': 'cloudformation',
  };

  test.each(Object.keys(bad))('%s', (name) => {
    const folder = folderWith({ [name]: bad[name] ?? '', 'good.yaml': openTemplate });
    const { code, out, err } = remit(folder, ['check', '--no-config', '--format', 'json', name, 'good.yaml']);
    const [first, second] = (JSON.parse(out) as Contract).files;
    expect(second?.findings.length).toBeGreaterThan(0);
    if (name in answered) {
      expect({ kind: String(first?.kind), error: first?.error, err }).toEqual({
        kind: answered[name],
        error: null,
        err: '',
      });
      return;
    }
    expect(code).toBe(2);
    expect(err).toMatch(/^remit: [^\n]*:\d+:\d+: [^\n]*\n$/);
    expect(first?.error?.message).toMatch(/\w{3}/);
    expect(first?.error?.range.start.line).toBeGreaterThanOrEqual(0);
  });

  test('Latin-1 is pointed at', () => {
    const [file] = checkJson(folderWith({ 'a.yaml': bad['latin-1.yaml'] ?? '' }), 'a.yaml').files;
    expect(file?.error?.range.start).toEqual({ line: 4, character: 5 });
  });

  test('is not touched by --fix', () => {
    const folder = folderWith({ 'a.yaml': bad['latin-1.yaml'] ?? '', 'b.yaml': bad['broken.yaml'] ?? '' });
    remit(folder, ['check', '--unsafe-fixes', '.']);
    expect(readFileSync(join(folder, 'a.yaml'))).toEqual(bad['latin-1.yaml']);
    expect(readFileSync(join(folder, 'b.yaml'), 'utf8')).toBe(bad['broken.yaml']);
  });
});
