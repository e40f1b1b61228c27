// biome-ignore-all lint/suspicious/noTemplateCurlyInString: that is how CloudFormation writes variables.
import { describe, expect, it } from 'vitest';
import { analysisOf, findingsOf, says, saysOfAll } from './under-test.ts';

/** Names the display name of each topic that is not `k`. */
const topics = says('AWS::SNS::Topic', (topic) => {
  const name = topic.get('DisplayName');
  return name.isNot('k') ? `${topic.logicalId} ${name.pattern() ?? 'has none'}` : undefined;
});

const findings = (yaml: string, parameters: Record<string, string> = {}) =>
  findingsOf(analysisOf(`Transform: AWS::LanguageExtensions\n${yaml}`, [topics], { parameters }));

const CONDITIONS = `
Parameters:
  Env: {Type: String, AllowedValues: [dev, test, prod]}
  Names: {Type: CommaDelimitedList, Default: 'dev, prod'}
Mappings:
  Lists: {All: {Names: [dev, prod]}}
Conditions:
  Fn::ForEach::Environments:
    - Name
    - COLLECTION
    - Is\${Name}: !Equals [!Ref Env, !Ref Name]
      IsNot\${Name}: !Not [!Condition 'Is\${Name}']
`;

const conditions = (collection = '[dev, prod]') => CONDITIONS.replace('COLLECTION', collection);

describe('conditions made by a loop', () => {
  const topic = (name: string, more = '') => `
Resources:
  T:
    Type: AWS::SNS::Topic
${more}
    Properties: {DisplayName: ${name}}
`;

  it.each([
    ['a literal list', '[dev, prod]'],
    ['the default of a parameter', '!Ref Names'],
    ['a list in a mapping', '!FindInMap [Lists, All, Names]'],
  ])('exist under their own names, over %s', (_, collection) => {
    expect(findings(conditions(collection) + topic('!If [Isprod, k, z]'))).toEqual(['T z | Isprod is false']);
    expect(findings(conditions(collection) + topic('!If [IsNotprod, k, z]'))).toEqual(['T z | IsNotprod is false']);
  });

  it('decide with the parameter that is given', () => {
    expect(findings(conditions() + topic('!If [Isprod, k, z]'), { Env: 'prod' })).toEqual([]);
    expect(findings(conditions() + topic('!If [Isprod, k, z]'), { Env: 'dev' })).toEqual(['T z']);
  });

  it('cannot both hold where they exclude each other', () => {
    expect(findings(conditions() + topic('!If [Isprod, !If [Isdev, z, k], k]'))).toEqual([]);
  });

  it('are the condition of a resource', () => {
    expect(findings(conditions() + topic('!If [Isprod, k, z]', '    Condition: Isprod'))).toEqual([]);
  });

  it('nest', () => {
    const nested = `
Parameters:
  Env: {Type: String}
  Zone: {Type: String}
Conditions:
  Fn::ForEach::Outer:
    - Name
    - [dev, prod]
    - Fn::ForEach::Inner:
        - Area
        - [eu, us]
        - Is\${Name}&{Area}: !And [!Equals [!Ref Env, !Ref Name], !Equals [!Ref Zone, '\${Area}']]
`;
    expect(findings(nested + topic('!If [Isprodeu, z, k]'), { Env: 'prod', Zone: 'eu' })).toEqual(['T z']);
    expect(findings(nested + topic('!If [Isprodeu, z, k]'), { Env: 'prod', Zone: 'us' })).toEqual([]);
  });

  it('over what nothing tells are undecided', () => {
    const open = conditions('!Split [",", !ImportValue All]');
    expect(findings(open + topic('!If [Isprod, z, k]'))).toEqual(['T z | Isprod is true']);
  });
});

describe('resources made by a loop', () => {
  const loop = (body: string) => `${conditions()}
Resources:
  Fn::ForEach::Topics:
    - Name
    - [dev, prod]
    - T\${Name}:
        Type: AWS::SNS::Topic
${body}
`;

  it.each([
    ['as text', "'Is${Name}'"],
    ['as Fn::Sub', "!Sub 'Is${Name}'"],
  ])('exist under a condition whose name holds the variable, %s', (_, name) => {
    const body = (value: string) => loop(`        Condition: ${name}\n        Properties: {DisplayName: ${value}}`);
    expect(findings(body('!If [Isprod, k, !If [Isdev, k, z]]'))).toEqual([]);
    expect(findings(body("!If ['Is${Name}', k, z]"))).toEqual([]);
    expect(findings(body("!If ['Is${Name}', z, k]"))).toEqual(['T${Name} z']);
  });

  it('say the condition as it is written', () => {
    expect(findings(loop("        Properties: {DisplayName: !If ['Is${Name}', k, z]}"))).toEqual([
      'T${Name} z | Is${Name} is false',
    ]);
    expect(findings(loop("        Properties: {DisplayName: !If ['IsNot${Name}', z, k]}"))).toEqual([
      'T${Name} z | IsNot${Name} is true',
    ]);
  });

  it('have the variable filled into every text', () => {
    expect(findings(loop("        Properties: {DisplayName: 'x-${Name}'}"))).toEqual(['T${Name} x-${Name}']);
    expect(findings(loop("        Properties: {DisplayName: !If [Isprod, k, '${Name}']}"), { Env: 'dev' })).toEqual([
      'T${Name} ${Name}',
    ]);
    const branch = "!FindInMap [Keys, '${Name}', Key]";
    const mapped = loop(`        Properties: {DisplayName: ${branch}}`).replace(
      'Mappings:',
      'Mappings:\n  Keys: {dev: {Key: z}, prod: {Key: k}}',
    );
    expect(findings(mapped)).toEqual(['T${Name} z | Name is dev']);
  });

  it('refer to parameters by names that hold the variable', () => {
    const named = loop("        Properties: {DisplayName: !Ref 'Key${Name}'}").replace(
      'Parameters:',
      'Parameters:\n  Keydev: {Type: String, Default: z}\n  Keyprod: {Type: String, Default: k}',
    );
    expect(findings(named, { Keydev: 'z', Keyprod: 'k' })).toEqual(['T${Name} z | Name is dev']);
  });
});

describe('references between loops', () => {
  /** What protects a topic: the policies that name it. */
  const protectedTopics = says('AWS::SNS::Topic', (topic) => {
    const policies = topic.template.resources('AWS::SNS::TopicPolicy');
    const isNamed = policies.some((policy) =>
      policy
        .get('Topics')
        .items()
        .some((item) => item.target()?.resource.logicalId === topic.logicalId),
    );
    return isNamed ? undefined : `${topic.logicalId} has no policy`;
  });
  const policied = (policies: string) =>
    findingsOf(
      analysisOf(
        `
Transform: AWS::LanguageExtensions
Resources:
  Fn::ForEach::Topics:
    - Name
    - [dev, prod]
    - T\${Name}:
        Type: AWS::SNS::Topic
${policies}
`,
        [protectedTopics],
      ),
    );

  it('reach the resource of the same turn', () => {
    expect(policied("      P${Name}: {Type: AWS::SNS::TopicPolicy, Properties: {Topics: [!Ref 'T${Name}']}}")).toEqual(
      [],
    );
  });

  it('reach it from another loop over the same', () => {
    const other = (variable: string) => `
  Fn::ForEach::Policies:
    - ${variable}
    - [dev, prod]
    - P\${${variable}}: {Type: AWS::SNS::TopicPolicy, Properties: {Topics: [!Ref 'T\${${variable}}']}}
`;
    expect(policied(other('Name'))).toEqual([]);
    expect(policied(other('Stage'))).toEqual([]);
  });

  it('reach one of them by its own name, and only that', () => {
    const one = '  P: {Type: AWS::SNS::TopicPolicy, Properties: {Topics: [!Ref Tprod]}}';
    expect(policied(one)).toEqual(['T${Name} has no policy | Name is dev']);
    const both = '  P: {Type: AWS::SNS::TopicPolicy, Properties: {Topics: [!Ref Tprod, !GetAtt Tdev.TopicArn]}}';
    expect(policied(both)).toEqual([]);
  });

  it('see the resources of a loop one by one from outside', () => {
    const policies = says('AWS::SNS::TopicPolicy', (policy) =>
      policy.template
        .resources('AWS::SNS::Topic')
        .map((topic) => `${topic.logicalId} ${topic.get('DisplayName').text()}`)
        .join(', '),
    );
    const yaml = `
Resources:
  Fn::ForEach::Topics:
    - Name
    - [dev, prod]
    - T\${Name}: {Type: AWS::SNS::Topic, Properties: {DisplayName: !Sub 'the \${Name}'}}
  P: {Type: AWS::SNS::TopicPolicy}
`;
    expect(findingsOf(analysisOf(yaml, [policies]))).toEqual(['Tdev the dev, Tprod the prod']);
  });
});

describe('outputs made by a loop', () => {
  const outputs = saysOfAll((template) =>
    template.outputs.map(({ name, place, value }) => ({
      at: { place },
      message: `${name} ${value.target()?.resource.logicalId ?? value.text() ?? '?'}`,
    })),
  );

  it('are shown with the values that their variables take', () => {
    const yaml = `
Parameters:
  P: {Type: String, Default: x}
Resources:
  Fn::ForEach::Topics:
    - Name
    - [dev]
    - T\${Name}: {Type: AWS::SNS::Topic}
Outputs:
  Fn::ForEach::Names:
    - Name
    - [dev]
    - Fn::ForEach::Attributes:
        - Attribute
        - [TopicArn]
        - O\${Name}\${Attribute}: {Value: !GetAtt [!Sub 'T\${Name}', !Ref Attribute]}
  Plain: {Value: !Ref P}
`;
    expect(findingsOf(analysisOf(yaml, [outputs], { parameters: { P: 'y' } }))).toEqual([
      'O${Name}${Attribute} Tdev',
      'Plain y',
    ]);
  });
});
