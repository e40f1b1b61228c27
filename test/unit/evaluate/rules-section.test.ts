import { describe, expect, it } from 'vitest';
import { analysisOf, findingsOf, says } from './under-test.ts';

const topics = says('AWS::SNS::Topic', (topic) => {
  const name = topic.get('DisplayName');
  return name.isNot('k') ? `${topic.logicalId} ${name.pattern() ?? 'has none'}` : undefined;
});

const ruled = (rule: string) => `
Parameters:
  Env: {Type: String, AllowedValues: [dev, prod]}
  Name: {Type: String, AllowedValues: [k, y, z]}
  Names: {Type: CommaDelimitedList, Default: 'k, y'}
  Vpcs: {Type: 'List<AWS::EC2::VPC::Id>'}
Rules:
  R:
    ${rule.trim().replaceAll('\n', '\n    ')}
Conditions:
  IsProd: !Equals [!Ref Env, prod]
Resources:
  T: {Type: AWS::SNS::Topic, Properties: {DisplayName: !If [IsProd, !Ref Name, k]}}
`;

const NOT_Z = '!Contains [[k, y], !Ref Name]';
const NOT_Y = '!Contains [[k, z], !Ref Name]';

const findings = (rule: string, parameters: Record<string, string> = {}) =>
  findingsOf(analysisOf(ruled(rule), [topics], { parameters }));

describe('a world that the Rules of the template forbid is none', () => {
  it.each([
    ['Fn::Contains', 'Assertions: [{Assert: !Contains [[k], !Ref Name]}]', []],
    ['Fn::Contains in long form', "Assertions: [{Assert: {'Fn::Contains': [[k], {Ref: Name}]}}]", []],
    ['Fn::EachMemberIn', 'Assertions: [{Assert: !EachMemberIn [[!Ref Name], [k, y]]}]', ['y']],
    ['Fn::EachMemberEquals', 'Assertions: [{Assert: !EachMemberEquals [[!Ref Name], k]}]', []],
    ['Fn::Equals', 'Assertions: [{Assert: !Equals [!Ref Name, k]}]', []],
    ['Fn::Not', 'Assertions: [{Assert: !Not [!Contains [[y, z], !Ref Name]]}]', []],
    ['Fn::Or', 'Assertions: [{Assert: !Or [!Equals [!Ref Name, k], !Equals [!Ref Name, y]]}]', ['y']],
    ['Fn::And', `Assertions: [{Assert: !And [${NOT_Z}, ${NOT_Y}]}]`, []],
    ['several assertions', `Assertions: [{Assert: ${NOT_Z}, AssertDescription: a}, {Assert: ${NOT_Y}}]`, []],
    ['a condition that holds', `RuleCondition: !Equals [!Ref Env, prod]\nAssertions: [{Assert: ${NOT_Z}}]`, ['y']],
    [
      'a condition that does not',
      `RuleCondition: !Equals [!Ref Env, dev]\nAssertions: [{Assert: ${NOT_Z}}]`,
      ['y', 'z'],
    ],
    [
      'Fn::RefAll, which nothing tells',
      "Assertions: [{Assert: !Contains [!RefAll 'AWS::EC2::VPC::Id', !Ref Name]}]",
      ['y', 'z'],
    ],
    ['Fn::ValueOf', 'Assertions: [{Assert: !EachMemberIn [[!ValueOf [Vpcs, Tags.A]], [k]]}]', ['y', 'z']],
    [
      'Fn::ValueOfAll',
      "Assertions: [{Assert: !EachMemberEquals [!ValueOfAll ['AWS::EC2::VPC::Id', Tags.A], k]}]",
      ['y', 'z'],
    ],
  ])('by %s', (_, rule, allowed) => {
    const possible = ['y', 'z'].filter((name) => findings(rule, { Name: name, Env: 'prod' }).length > 0);
    expect(possible).toEqual(allowed);
    expect(findings(rule).length > 0).toBe(allowed.length > 0);
  });

  it('by a list that is given as a parameter', () => {
    const rule = 'Assertions: [{Assert: !Contains [!Ref Names, !Ref Name]}]';
    expect(findings(rule, { Names: 'k,y', Name: 'y' })).toEqual(['T y | IsProd is true']);
    expect(findings(rule, { Names: 'k,y', Name: 'z' })).toEqual([]);
  });
});
