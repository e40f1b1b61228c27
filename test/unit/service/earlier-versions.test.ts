import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { diagnostics } from '#features';
import { rules } from '#rules';
import { serviceWith } from '../features/analysed.ts';

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

const text = `Parameters:
  Env: { Type: String }
Conditions:
  IsProd: !Equals [!Ref Env, prod]
Resources:
  Data:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: data
      VersioningConfiguration: { Status: !If [IsProd, Enabled, Suspended] }
  Topic:
    Type: AWS::SNS::Topic
`;

it.each([
  ['typing in a value', 'x'],
  ['typing a line that does not parse', '\n      Ne'],
])('lets earlier versions of a document go after %s', async (_, typed) => {
  const service = serviceWith(...rules);
  let document = service.open({ name: 'a.yaml', text, language: 'yaml' }, service.options({ profile: 'strict' }));
  const at = text.indexOf('BucketName: data') + 'BucketName: data'.length;
  const versions: WeakRef<object>[] = [];
  for (let stroke = 0; stroke < 20; stroke++) {
    const span = { start: at, end: stroke % 2 === 0 ? at : at + typed.length };
    document = service.change(document, [{ span, newText: stroke % 2 === 0 ? typed : '' }]);
    diagnostics(document, 100);
    // The very last ones may still be on the engine's stack.
    if (stroke < 15) versions.push(...[document, document.tree, document.template, document.analysis].flatMap(weak));
  }
  // What a weak reference points to lives on until the task that made it has ended.
  await new Promise((done) => setTimeout(done));
  collectGarbage();
  expect(versions).toHaveLength(60);
  expect(versions.filter((version) => version.deref() !== undefined)).toEqual([]);
});

function weak(one: object | undefined): WeakRef<object>[] {
  return one ? [new WeakRef(one)] : [];
}
