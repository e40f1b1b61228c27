import { expect, it } from 'vitest';
import type { Rule } from '#analysis';
import { analysisOf, findingsOf, says } from './under-test.ts';

const policies = says('AWS::Logs::ResourcePolicy', (policy) => {
  const action = policy.get('PolicyDocument').embedded().get('Statement').items()[0]?.get('Action');
  return action?.text() ?? 'nothing';
});

const resource = (document: string) => `
Conditions: {IsProd: !Equals [!Ref 'AWS::Region', x]}
Resources:
  P:
    Type: AWS::Logs::ResourcePolicy
    Properties: {PolicyDocument: ${document}}
`;

it.each([
  ['a map', '{Statement: [{Action: a}]}'],
  ['its short form', '!ToJsonString {Statement: [{Action: a}]}'],
  ['its long form', "{'Fn::ToJsonString': {Statement: [{Action: a}]}}"],
  ['JSON as text', '\'{"Statement": [{"Action": "a"}]}\''],
])('a document that a text is made of is read like %s', (_, document) => {
  expect(findingsOf(analysisOf(resource(document), [policies]))).toEqual(['a']);
});

it('conditions within it are decided', () => {
  expect(
    findingsOf(analysisOf(resource('!ToJsonString {Statement: [{Action: !If [IsProd, a, b]}]}'), [policies])).sort(),
  ).toEqual(['a | IsProd is true', 'b | IsProd is false']);
});

const substituted = says('AWS::Logs::ResourcePolicy', (policy) => {
  const [statement] = policy.get('PolicyDocument').embedded().get('Statement').items();
  const action = statement?.get('Action');
  const [target] = statement?.get('Resource').targets() ?? [];
  if (!action) return 'unreadable';
  return `${action.text() ?? action.pattern()} on ${target?.resource.logicalId ?? statement?.get('Resource').pattern()}`;
});

const withGroup = (document: string) => `
Parameters: {Name: {Type: String}, Env: {Type: String, AllowedValues: [dev, prod]}}
Conditions: {IsProd: !Equals [!Ref 'AWS::Region', x]}
Resources:
  Group: {Type: AWS::Logs::LogGroup}
  P:
    Type: AWS::Logs::ResourcePolicy
    Properties:
      PolicyDocument: ${document}
`;

const statement = (action: string, resource: string) =>
  `{"Statement": [{"Action": "${action}", "Resource": "${resource}"}]}`;

it.each([
  ['nothing to fill in', `!Sub '${statement('a', 'r')}'`, ['a on r']],
  ['its long form', `{"Fn::Sub": '${statement('a', 'r')}'}`, ['a on r']],
  ['a block of text', `!Sub |\n        ${statement('a', 'r')}`, ['a on r']],
  ['an attribute', `!Sub '${statement('a', '${Group.Arn}')}'`, ['a on Group']],
  ['an attribute within a text', `!Sub '${statement('a', '${Group.Arn}:*')}'`, ['a on Group']],
  ['a parameter', `!Sub '${statement('a', 'x-$' + '{Name}')}'`, ['a on x-${Name}']],
  [
    'a parameter of two values',
    `!Sub '${statement('${Env}', 'r')}'`,
    ['dev on r | Env is dev', 'prod on r | Env is prod'],
  ],
  ['names in a map', `!Sub ['${statement('${A}', '${R}')}', {A: a, R: !GetAtt Group.Arn}]`, ['a on Group']],
  [
    'a condition in a map',
    `!Sub ['${statement('${A}', 'r')}', {A: !If [IsProd, a, b]}]`,
    ['a on r | IsProd is true', 'b on r | IsProd is false'],
  ],
  ['what is written as it is', `!Sub '${statement('${!Env}', 'r')}'`, ['${Env} on r']],
  ['a part that is no text', `!Sub '{"Statement": [\${Name}]}'`, ['unreadable']],
  ['a key', `!Sub '{"\${Name}": [], "Statement": [{"Action": "a"}]}'`, ['unreadable']],
  [
    'the branch of a condition',
    `!If [IsProd, !Sub '${statement('a', 'r')}', !Sub '${statement('b', 'r')}']`,
    ['a on r | IsProd is true', 'b on r | IsProd is false'],
  ],
])('a document that Fn::Sub makes is read part by part: %s', (_, document, expected) => {
  expect(findingsOf(analysisOf(withGroup(document), [substituted])).sort()).toEqual(expected);
});

it('a key of which a part is filled in keeps what is written of it', () => {
  const keys = says('AWS::IAM::Role', (role) => {
    const [statement] = role.get('AssumeRolePolicyDocument').embedded().get('Statement').items();
    return statement
      ?.get('Condition.StringEquals')
      .entries()
      .map(([key]) => key)
      .join(' ');
  });
  const yaml = `
Parameters: {Issuer: {Type: String}}
Resources:
  R:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument: !Sub '{"Statement": [{"Condition": {"StringEquals": {"\${Issuer}:sub": "x"}}}]}'
`;
  expect(findingsOf(analysisOf(yaml, [keys]))).toEqual(['${Issuer}:sub']);
});

it.each([
  ['a line is pointed at', '!Sub \'{"Statement": [{"Action": "a"}]}\'', '!Sub \'{"Statement": [{"Action": "a"}]}\''],
  ['of more lines the key is', '!Sub |\n        {"Statement":\n          [{"Action": "a"}]}', 'PolicyDocument'],
])('of a document in a text %s', (_, document, place) => {
  const rule: Rule = {
    ...policies,
    check(policy, report) {
      const [statement] = policy.get('PolicyDocument').embedded().get('Statement').items();
      if (statement) report(statement.get('Action'), 'here');
    },
  };
  const { findings } = analysisOf(withGroup(document), [rule]);
  expect(findings.map(({ place: { block, span } }) => block.text.slice(span.start, span.end))).toEqual([place]);
});
