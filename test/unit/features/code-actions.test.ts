import { describe, expect, test } from 'vitest';
import { applyFixes, type CodeAction, codeActions, FIX_ALL_KIND } from '#features';
import { applyEdits } from '#text';
import { namelessBucket, openAt, publicBucket } from './analysed.ts';

const bucket = `Resources:
  Da$0ta:
    Type: AWS::S3::Bucket
    Properties:
      AccessControl: PublicRead # open
`;
const onValue = bucket.replace('$0', '').replace('PublicRead', 'Public$0Read');

function actionsAt(text: string, fixAll = false): readonly CodeAction[] {
  const { document, offset } = openAt(text, [publicBucket, namelessBucket]);
  return codeActions(document, { start: offset, end: offset }, { quickFixes: !fixAll, fixAll });
}

function textAfter(text: string, action: CodeAction | undefined): string {
  return applyEdits(text.replace('$0', ''), action?.edits ?? []);
}

describe('code actions', () => {
  test('are the fixes that hold, the best first, then hardening the resource and ignoring the finding', () => {
    expect(actionsAt(onValue).map(({ title, isPreferred }) => [title, isPreferred])).toEqual([
      ['Make the bucket private', true],
      ['Remove the setting (may change how the stack works)', false],
      ['Harden Data (2 safe fixes)', false],
      ['Ignore public-bucket for Data', false],
    ]);
  });

  test('keep what they do not speak of', () => {
    expect(textAfter(onValue, actionsAt(onValue)[0])).toBe(onValue.replace('Public$0Read', 'Private'));
  });

  test('of an ignored finding say so above its resource', () => {
    expect(textAfter(onValue, actionsAt(onValue).at(-1))).toContain(
      'Resources:\n  # remit-ignore public-bucket: TODO say why\n  Data:\n',
    );
  });

  test('are none away from a squiggle', () => {
    expect(actionsAt(bucket.replace('$0', '').replace('Type', 'Ty$0pe'))).toEqual([]);
  });

  test('are none for a finding kept in a block that does not parse', () => {
    const { document, offset, service } = openAt(onValue, [publicBucket]);
    const broken = service.change(document, [{ span: { start: offset + 4, end: offset + 4 }, newText: '\n      "x' }]);
    expect(broken.analysis?.findings).toHaveLength(1);
    expect(codeActions(broken, { start: offset, end: offset }, { quickFixes: true, fixAll: true })).toEqual([]);
  });

  test('harden a resource with several safe fixes at once', () => {
    const action = actionsAt(bucket).find(({ title }) => title === 'Harden Data (2 safe fixes)');
    expect(textAfter(bucket, action)).toBe(`Resources:
  Data:
    Type: AWS::S3::Bucket
    Properties:
      AccessControl: Private # open
      BucketName: named
`);
  });

  test('fix the whole file when asked', () => {
    const two = `${bucket}  Other:\n    Type: AWS::S3::Bucket\n`;
    const [action, ...more] = actionsAt(two, true);
    expect(more).toEqual([]);
    expect(action).toMatchObject({ kind: FIX_ALL_KIND, title: 'Fix everything in this file that is safe to fix (3)' });
    expect(textAfter(two, action).match(/BucketName: named/g)).toHaveLength(2);
  });
});

test('fixes are applied until none is left, only the wanted ones', () => {
  const { document } = openAt(bucket, [publicBucket, namelessBucket]);
  const { text, applied } = applyFixes(document, ({ rule }) => rule.id === 'nameless-bucket');
  expect(applied.map(({ fix }) => fix.title)).toEqual(['Name the bucket']);
  expect(text).toContain('PublicRead');
});
