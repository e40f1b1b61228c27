import { expect, it } from 'vitest';
import { isKeyOfAws } from '#insight';
import { ask } from './ask.ts';

const judge = (key: string, parameters = '') =>
  ask(
    `${parameters}Resources:\n  Data:\n    Type: AWS::EFS::FileSystem\n    Properties:\n      Encrypted: true\n${key}`,
    'Data',
    'AWS::EFS::FileSystem',
    (resource) => (isKeyOfAws(resource.get('KmsKeyId')) ? 'of AWS' : 'perhaps not'),
  );

it('no key is the key of AWS', () => expect(judge('')).toEqual(['of AWS']));

it.each([
  "''",
  'alias/aws/elasticfilesystem',
  'aws/elasticfilesystem',
  'arn:aws:kms:eu-west-1:123456789012:alias/aws/elasticfilesystem',
])('%s is a key of AWS', (key) => expect(judge(`      KmsKeyId: ${key}\n`)).toEqual(['of AWS']));

it.each(['alias/data', 'alias/myaws/data', '!ImportValue Key', "'{{resolve:ssm:/keys/data}}'"])(
  '%s may be your own',
  (key) => expect(judge(`      KmsKeyId: ${key}\n`)).toEqual(['perhaps not']),
);

it('a parameter that is empty by default names no key then', () => {
  const parameter = "Parameters:\n  Key:\n    Type: String\n    Default: ''\n";
  expect(judge('      KmsKeyId: !Ref Key\n', parameter)).toEqual([
    'of AWS when Key is left at its default',
    'perhaps not when Key is not empty',
  ]);
});
