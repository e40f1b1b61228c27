import { describe, expect, it } from 'vitest';
import { canBeNarrowed, escalationsOf, kindsBeside, reachOf, type Statement, statementsOf } from '#insight';
import { ask } from './ask.ts';

const allow = (actions: string, more = '') => `{Effect: Allow, Action: [${actions}], Resource: '*'${more}}`;
const deny = (actions: string) => `{Effect: Deny, Action: [${actions}], Resource: '*'}`;

function answer(statements: readonly string[], question: (all: readonly Statement[]) => string): string[] {
  const list = statements.map((statement) => `          - ${statement}`).join('\n');
  const text = `Resources:\n  P:\n    Type: AWS::IAM::ManagedPolicy\n    Properties:\n      PolicyDocument:\n        Statement:\n${list}\n`;
  return ask(text, 'P', 'AWS::IAM::ManagedPolicy', (policy) => question(statementsOf(policy.get('PolicyDocument'))));
}

const worst = (...statements: readonly string[]) =>
  answer(statements, (all) => (all[0] && reachOf(all[0], all)?.worst) ?? 'nothing').join();
const ways = (...statements: readonly string[]) =>
  answer(statements, (all) => String(escalationsOf(all).length)).join();

describe('reachOf', () => {
  it('names the gravest of what a statement allows on everything', () => {
    expect(worst(allow("'s3:GetObject', 's3:PutBucketPolicy'"))).toBe('permissions');
    expect(worst(allow("'iam:*'"))).toBe('permissions');
    expect(worst(allow("'iam:CreateAccessKey'"))).toBe('credentials');
    expect(worst(allow("'ssm:Get*'"))).toBe('secrets');
    expect(worst(allow("'s3:GetObject'"))).toBe('data');
    expect(worst(allow("'sqs:SendMessage'"))).toBe('write');
  });

  it('takes all of a service for one cause, whatever is in it', () => {
    expect(worst(allow("'s3:*'"))).toBe('service');
    expect(worst(allow("'s3:*', 'iam:PutRolePolicy'"))).toBe('permissions');
  });

  it('finds nothing where a condition limits, another statement denies, or there is no resource to name', () => {
    expect(worst(allow("'s3:GetObject'", ", Condition: {StringEquals: {'aws:ResourceTag/a': b}}"))).toBe('nothing');
    expect(worst(allow("'lambda:AddPermission'"), deny("'lambda:Add*'"))).toBe('nothing');
    expect(worst(allow("'cloudwatch:PutMetricData', 'ec2:DescribeInstances'"))).toBe('nothing');
  });
});

describe('kindsBeside', () => {
  const left = (listed: string) =>
    answer([`{Effect: Allow, NotAction: [${listed}], Resource: '*'}`], ([one]) =>
      kindsBeside(one?.value.get('NotAction').items() ?? []).join(' '),
    ).join();

  it('tells what is left when some actions are not allowed', () => {
    expect(left("'s3:GetObject'")).toBe('permissions credentials secrets decrypt data');
    expect(left("'kms:*', 'ssm:*', 'secretsmanager:*'")).toBe('permissions credentials data');
  });

  it('counts on nothing where the list cannot be read', () => {
    expect(left('!ImportValue Actions')).toBe('');
  });
});

describe('canBeNarrowed', () => {
  const narrows = (action: string) =>
    answer([allow(action)], ([one]) => String(one?.actions.some(canBeNarrowed))).join();

  it('holds for actions that know resources', () => {
    expect(narrows("'rds:CreateDBInstance'")).toBe('true');
    expect(narrows("'cloudwatch:PutMetricData'")).toBe('false');
    expect(narrows("'ec2:DescribeInstances'")).toBe('false');
  });
});

describe('escalationsOf', () => {
  it('needs all actions of a way, in whatever statements', () => {
    expect(ways(allow("'iam:PassRole'"), allow("'ec2:RunInstances'"))).toBe('1');
    expect(ways(allow("'iam:PassRole'"))).toBe('0');
    expect(ways(allow("'iam:PassRole', 'ec2:RunInstances'"), deny("'iam:Pass*'"))).toBe('0');
  });
});
