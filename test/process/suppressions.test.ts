import { expect, test } from 'vitest';
import { folderWith, remit } from './built.ts';

const bucket = (ignored: string) => `Resources:
  # remit-ignore ${ignored}: rebuilt every night
  Cache:
    Type: AWS::S3::Bucket
`;

test('a suppression that names no rule is told of, and changes no exit code', () => {
  const folder = folderWith({ 'a.yaml': bucket('s3-bucket-versionning'), 'b.yaml': bucket('s3-bucket-versioning') });
  const { code, out, err } = remit(folder, ['check', '.', '--fail-on', 'critical', '--format', 'json']);
  expect(err).toMatch(/^remit: a\.yaml:2:18: Nothing is ignored: .*s3-bucket-versionning.*s3-bucket-versioning/m);
  expect(err).not.toContain('b.yaml');
  expect(out.match(/"s3-bucket-versioning"/g)).toHaveLength(1);
  expect(code).toBe(0);
});
