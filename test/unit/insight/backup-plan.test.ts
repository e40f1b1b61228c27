import { expect, it } from 'vitest';
import { backupOf } from '#insight';
import { ask } from './ask.ts';

const backup = (selection: string) =>
  ask(
    `Parameters: {Other: {Type: String}}
Resources:
  Data: {Type: AWS::EC2::Volume, Properties: {Size: 1}}
  Select: {Type: AWS::Backup::BackupSelection, Properties: {BackupSelection: {${selection}}}}
`,
    'Data',
    'AWS::EC2::Volume',
    (volume) => backupOf(volume, 'ec2'),
  );

it.each([
  ["Resources: [!Sub 'arn:aws:ec2:eu-west-1:111122223333:volume/${Data}']", 'selected'],
  ["Resources: ['arn:aws:ec2:*:*:volume/*']", 'selected'],
  ["Resources: ['*']", 'selected'],
  ["Resources: ['arn:aws:rds:*:*:db:*']", 'none'],
  ['ListOfTags: [{ConditionKey: backup}]', 'unknown'],
  ['Resources: [!Ref Other]', 'unknown'],
])('%s: %s', (selection, answer) => expect(backup(selection)).toEqual([answer]));
