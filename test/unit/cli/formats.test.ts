import { describe, expect, test } from 'vitest';
import { github } from '../../../server/src/cli/format/github.ts';
import { junit } from '../../../server/src/cli/format/junit.ts';
import { markdown } from '../../../server/src/cli/format/markdown.ts';
import { sarif } from '../../../server/src/cli/format/sarif.ts';
import type { Report, ReportedFinding } from '../../../server/src/cli/report.ts';
import { publicBucket } from '../features/analysed.ts';

const range = { start: { line: 2, character: 4 }, end: { line: 2, character: 8 } };
const finding: ReportedFinding = {
  rule: 'public-bucket',
  severity: 'high',
  category: 'access-control',
  message: 'Open, to "all" | 100%',
  resource: 'Data',
  resourceType: 'AWS::S3::Bucket',
  when: 'A is <b>',
  range,
  peers: {},
  controls: [],
  fixes: [{ title: 'Close it', safety: 'cost', edits: [{ range, newText: 'x' }] }],
};
const report: Report = {
  known: undefined,
  files: [
    {
      path: 'a b/c.yaml',
      kind: 'cloudformation',
      error: undefined,
      unknownIgnores: [],
      findings: [finding, finding],
      text: '',
    },
    { path: 'd.yaml', kind: 'sam', error: { message: 'no colon', range }, unknownIgnores: [], findings: [], text: '' },
    { path: 'e.json', kind: undefined, error: undefined, unknownIgnores: [], findings: [], text: '' },
  ],
};

describe('SARIF', () => {
  const log = JSON.parse(sarif(report, [publicBucket], '1.2.3', '/work space'));
  const [run] = log.runs;

  test('names the version, the tool and the rules it used', () => {
    expect(log.version).toBe('2.1.0');
    expect(run.tool.driver).toMatchObject({ name: 'Remit', semanticVersion: '1.2.3' });
    expect(run.tool.driver.rules.map((rule: { id: string }) => rule.id)).toEqual(['public-bucket']);
    expect(run.results.map((result: { ruleIndex: number }) => result.ruleIndex)).toEqual([0, 0]);
  });

  test('counts lines and columns from one, in UTF-16 code units', () => {
    expect(run.columnKind).toBe('utf16CodeUnits');
    expect(run.results[0].locations[0].physicalLocation).toEqual({
      artifactLocation: { uri: 'a%20b/c.yaml', uriBaseId: '%SRCROOT%' },
      region: { startLine: 3, startColumn: 5, endLine: 3, endColumn: 9 },
    });
  });

  test('names what lies beside the current folder in full, and what lies in it as seen from there', () => {
    const [file] = report.files;
    const at = (path: string) =>
      JSON.parse(sarif({ ...report, files: file ? [{ ...file, path }] : [] }, [], '1', '/work space')).runs[0];
    expect(run.originalUriBaseIds).toEqual({ '%SRCROOT%': { uri: 'file:///work%20space/' } });
    expect(at('../x.yaml').artifacts[0].location).toEqual({ uri: 'file:///x.yaml' });
    expect(at('/work space/x.yaml').artifacts[0].location).toEqual({ uri: 'x.yaml', uriBaseId: '%SRCROOT%' });
  });

  test('carries fixes', () => {
    expect(run.results[0].fixes[0]).toMatchObject({
      description: { text: 'Close it (costs money)' },
      artifactChanges: [{ replacements: [{ insertedContent: { text: 'x' } }] }],
    });
  });

  test('gives findings of one cause fingerprints of their own, whatever their line', () => {
    const prints = run.results.map((result: { partialFingerprints: object }) => result.partialFingerprints);
    expect(prints[0]).not.toEqual(prints[1]);
    const moved = { ...finding, range: { start: { line: 9, character: 0 }, end: { line: 9, character: 1 } } };
    const [file] = report.files;
    const other = JSON.parse(sarif({ ...report, files: file ? [{ ...file, findings: [moved] }] : [] }, [], '1', '/'));
    expect(other.runs[0].results[0].partialFingerprints).toEqual(prints[0]);
  });

  test('says that a file did not parse', () => {
    const [invocation] = run.invocations;
    expect(invocation.executionSuccessful).toBe(false);
    expect(invocation.toolExecutionNotifications[0]).toMatchObject({ level: 'error', message: { text: 'no colon' } });
  });
});

test('workflow commands escape what would end them', () => {
  expect(github(report).split('\n')[0]).toBe(
    '::warning file=a b/c.yaml,line=3,endLine=3,col=5,endColumn=9,title=Remit%3A public-bucket::Open, to "all" | 100%25 (when A is <b>)%0AFix: Close it (costs money)',
  );
});

test('JUnit counts findings as failures and escapes their words', () => {
  const xml = junit(report);
  expect(xml).toContain('<testsuites name="Remit" tests="3" failures="2" errors="1">');
  expect(xml).toContain('message="Open, to &quot;all&quot; | 100% (when A is &lt;b&gt;)"');
  expect(xml).not.toContain('e.json');
});

test('Markdown keeps a bar inside its cell', () => {
  expect(markdown(report)).toContain(
    '| high | 3 | Data | Open, to "all" \\| 100% (when A is <b>) | `public-bucket` | Close it (costs money) |',
  );
});
