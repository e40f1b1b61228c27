import { expect, it } from 'vitest';
import { analysisOf, findingsOf, says } from '../evaluate/under-test.ts';

const roles = says('AWS::IAM::Role', (role) => {
  const arns = role.get('ManagedPolicyArns').items();
  const documents = role.get('Policies').items();
  const actions = documents.map(
    (policy) => policy.get('PolicyDocument.Statement').items()[0]?.get('Action').items()[0],
  );
  return [...arns, ...actions].map((value) => value?.text()).join(' ') || 'nothing';
});

const S3 = 'arn:aws:iam::aws:policy/AmazonS3FullAccess';

it.each([
  ['a document', '[!If [C, {Statement: [{Action: a}]}, !Ref AWS::NoValue]]', 'a', 'nothing'],
  ['a document in long form', "[{'Fn::If': [C, {Statement: [{Action: a}]}, {Ref: AWS::NoValue}]}]", 'a', 'nothing'],
  ['a name', '[!If [C, AmazonS3FullAccess, !Ref AWS::NoValue]]', S3, 'nothing'],
  ['an ARN', '[!If [C, !Ref AWS::NoValue, arn:x:y]]', 'nothing', 'arn:x:y'],
  ['a name or a document', '[!If [C, AmazonS3FullAccess, {Statement: [{Action: a}]}]]', S3, 'a'],
  ['one among others', '[arn:x:y, !If [C, {Statement: [{Action: a}]}, !Ref AWS::NoValue]]', 'arn:x:y a', 'arn:x:y'],
  ['one policy', '!If [C, {Statement: [{Action: a}]}, AmazonS3FullAccess]', 'a', S3],
  ['lists', '!If [C, [AmazonS3FullAccess, {Statement: [{Action: a}]}], [arn:x:y]]', `${S3} a`, 'arn:x:y'],
  ['one within another', '[!If [C, !If [C, {Statement: [{Action: a}]}, arn:x:y], arn:x:z]]', 'a', 'arn:x:z'],
  [
    'a policy template',
    "[!If [C, {AWSSecretsManagerGetSecretValuePolicy: {SecretArn: '*'}}, {S3ReadPolicy: {BucketName: b}}]]",
    'secretsmanager:GetSecretValue',
    'nothing',
  ],
])('the role of a function has what its Policies have in a branch: %s', (_, policies, when, otherwise) => {
  for (const type of ['Function', 'StateMachine']) {
    const yaml = `
Transform: AWS::Serverless-2016-10-31
Conditions: {C: !Equals [!Ref 'AWS::Region', x]}
Resources: {F: {Type: 'AWS::Serverless::${type}', Properties: {Policies: ${policies}}}}
`;
    expect(findingsOf(analysisOf(yaml, [roles])).sort()).toEqual(
      [`${when} | C is true`, `${otherwise} | C is false`].sort(),
    );
  }
});

it('a branch is what a fix writes over', () => {
  const places: unknown[] = [];
  const watch = says('AWS::IAM::Role', (role) => {
    for (const item of [...role.get('ManagedPolicyArns').items(), ...role.get('Policies').items()]) {
      const at = item.writeTarget?.at;
      places.push(at?.block.text.slice(at.span.start, at.span.end));
    }
    return undefined;
  });
  const yaml = `
Transform: AWS::Serverless-2016-10-31
Conditions: {C: !Equals [!Ref 'AWS::Region', x]}
Resources:
  F: {Type: 'AWS::Serverless::Function', Properties: {Policies: [!If [C, AmazonS3FullAccess, {Statement: [{Action: a}]}]]}}
`;
  analysisOf(yaml, [watch]);
  expect([...new Set(places)].sort()).toEqual(['AmazonS3FullAccess', '{Statement: [{Action: a}]}']);
});
