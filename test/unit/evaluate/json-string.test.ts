import { expect, it } from 'vitest';
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
