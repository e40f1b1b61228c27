import { describe, expect, it } from 'vitest';
import { coversAction, mayWrite, wholeService } from '#insight';

describe('coversAction', () => {
  it.each([
    ['*', 's3:GetObject'],
    ['s3:*', 's3:GetObject'],
    ['S3:getobject', 's3:GetObject'],
    ['s3:Get*', 's3:GetObject'],
    ['s3:*Object', 's3:GetObject'],
    ['s3:G?tObject', 's3:GetObject'],
    ['*:*', 's3:GetObject'],
    ['s3:*et*ject*', 's3:GetObject'],
  ])('%s covers %s', (pattern, action) => expect(coversAction(pattern, action)).toBe(true));

  it.each([
    ['s3:Get', 's3:GetObject'],
    ['s3:GetObject', 's3:GetObjectAcl'],
    ['s3:GetObject?', 's3:GetObject'],
    ['s3:*Acl', 's3:GetObject'],
    ['', 's3:GetObject'],
  ])('%s does not cover %s', (pattern, action) => expect(coversAction(pattern, action)).toBe(false));

  it('stays fast on a pattern made to be slow', () => {
    const started = performance.now();
    expect(coversAction('*a'.repeat(2000), `${'a'.repeat(1999)}b`)).toBe(false);
    expect(performance.now() - started).toBeLessThan(200);
  });
});

it('knows a whole service from a part of it and from all of them', () => {
  expect(wholeService('s3:*')).toBe('s3');
  expect(wholeService('s3:Get*')).toBeUndefined();
  expect(wholeService('*:*')).toBeUndefined();
});

it('takes verbs that look for reading, all others for writing', () => {
  expect(['s3:GetObject', 'ec2:DescribeInstances', 'dynamodb:Query'].some(mayWrite)).toBe(false);
  expect(['s3:PutObject', 's3:*', 'kms:CreateGrant', 'sqs:SendMessage'].every(mayWrite)).toBe(true);
});
