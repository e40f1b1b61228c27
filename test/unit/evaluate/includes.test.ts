import { describe, expect, it } from 'vitest';
import { type AnyRule, fixesOf } from '#analysis';
import { analysisOf, findingsOf, says, saysOfAll } from './under-test.ts';

const topics = says('AWS::SNS::Topic', (topic) => {
  const name = topic.get('DisplayName');
  return name.isNot('k') ? `${topic.logicalId} ${name.pattern() ?? 'has none'}` : undefined;
});
const openness = saysOfAll((template) => [
  {
    at: template.parameters[0] ?? { place: template.resources('AWS::SQS::Queue')[0]?.place ?? missing() },
    message: template.isOpen ? 'open' : 'closed',
  },
]);

function missing(): never {
  throw new Error('a template needs a queue here');
}

const include = (location: string, indent: string) => `${indent}Fn::Transform:
${indent}  Name: AWS::Include
${indent}  Parameters: {Location: ${location}}
`;
const QUEUE = 'Resources:\n  Q: {Type: AWS::SQS::Queue}\n';
const files = {
  'topics.yaml': 'T:\n  Type: AWS::SNS::Topic\n  Condition: IsProd\n  Properties: {DisplayName: z}\n',
  'topics.json': '{"T": {"Type": "AWS::SNS::Topic", "Properties": {"DisplayName": "z"}}}',
  'conditions.yaml': 'IsProd: !Equals [!Ref Env, prod]\n',
  'mappings.yaml': 'Names:\n  a: {Name: z}\n',
  'outputs.yaml': 'O: {Value: !Ref Q}\n',
  'template.yaml': 'Resources:\n  T: {Type: AWS::SNS::Topic}\nConditions:\n  IsProd: !Equals [!Ref Env, prod]\n',
};
const findings = (yaml: string, rules: readonly AnyRule[] = [topics]) => findingsOf(analysisOf(yaml, rules, { files }));

describe('an include at the top of a section', () => {
  it('brings resources, found where it stands, under the conditions of the template', () => {
    const yaml = `Conditions: {IsProd: !Equals [!Ref 'AWS::Region', x]}\n${QUEUE}${include('topics.yaml', '  ')}`;
    expect(findings(yaml)).toEqual(['T z']);
    const { findings: found, template } = analysisOf(yaml, [topics], { files });
    const [finding] = found;
    const start = (template.tree.startOf(finding?.place.block as never) ?? 0) + (finding?.place.span.start ?? 0);
    expect(yaml.slice(start, start + 13)).toBe('Fn::Transform');
  });

  it('brings them from JSON', () => {
    expect(findings(QUEUE + include('topics.json', '  '))).toEqual(['T z']);
  });

  it('brings conditions', () => {
    const topic = 'Resources:\n  T: {Type: AWS::SNS::Topic, Properties: {DisplayName: !If [IsProd, k, z]}}\n';
    const yaml = `Parameters: {Env: {Type: String}}\nConditions:\n${include('conditions.yaml', '  ')}${topic}`;
    expect(findings(yaml)).toEqual(['T z | IsProd is false']);
    expect(findingsOf(analysisOf(yaml, [topics], { files, parameters: { Env: 'prod' } }))).toEqual([]);
  });

  it('brings mappings and outputs', () => {
    const topic = 'Resources:\n  T: {Type: AWS::SNS::Topic, Properties: {DisplayName: !FindInMap [Names, a, Name]}}\n';
    expect(findings(`Mappings:\n${include('mappings.yaml', '  ')}${topic}`)).toEqual(['T z']);
    const outputs = saysOfAll((template) =>
      template.outputs.map(({ name, place, value }) => ({ at: { place }, message: `${name} ${value.pattern()}` })),
    );
    expect(findingsOf(analysisOf(`${QUEUE}Outputs:\n${include('outputs.yaml', '  ')}`, [outputs], { files }))).toEqual([
      'O ${Q}',
    ]);
  });

  it('leaves the resources open only where it cannot be read', () => {
    const parameters = 'Parameters: {P: {Type: String}}\n';
    const isOpen = (yaml: string) => findingsOf(analysisOf(parameters + yaml, [openness], { files }));
    expect(isOpen(QUEUE)).toEqual(['closed']);
    expect(isOpen(QUEUE + include('topics.json', '  '))).toEqual(['closed']);
    expect(isOpen(QUEUE + include('s3://bucket/topics.yaml', '  '))).toEqual(['open']);
    expect(isOpen(`Outputs:\n${include('s3://bucket/outputs.yaml', '  ')}${QUEUE}`)).toEqual(['closed']);
    expect(isOpen(`Conditions:\n${include('s3://bucket/conditions.yaml', '  ')}${QUEUE}`)).toEqual(['closed']);
  });

  it('has no place for a fix', () => {
    const fixing = {
      ...topics,
      check: ((topic, report) => {
        const target = topic.get('DisplayName').writeTarget ?? topic.attribute('DeletionPolicy').writeTarget;
        const intents = target ? ([{ kind: 'set', target, value: 'k' }] as const) : [];
        report(topic, 'x', { fixes: target ? [{ title: 'Fix', safety: 'safe', intents }] : [] });
      }) satisfies (typeof topics)['check'],
    };
    const analysis = analysisOf(QUEUE + include('topics.json', '  '), [fixing], { files });
    expect(analysis.findings).toHaveLength(1);
    expect(analysis.findings.flatMap((finding) => fixesOf(analysis, finding))).toEqual([]);
  });
});

describe('an include for the template as a whole', () => {
  it.each([
    ['as a transform', 'Transform: {Name: AWS::Include, Parameters: {Location: LOCATION}}\n'],
    [
      'among transforms',
      'Transform: [AWS::LanguageExtensions, {Name: AWS::Include, Parameters: {Location: LOCATION}}]\n',
    ],
    ['as a function', include('LOCATION', '')],
  ])('%s brings sections', (_, transform) => {
    const parameters = 'Parameters: {Env: {Type: String}}\n';
    const readable = transform.replace('LOCATION', 'template.yaml');
    expect(findings(parameters + readable + QUEUE)).toEqual(['T has none']);
    const topic = '  U: {Type: AWS::SNS::Topic, Properties: {DisplayName: !If [IsProd, k, z]}}\n';
    expect(findings(parameters + readable + QUEUE + topic)).toEqual(['T has none', 'U z | IsProd is false']);
    expect(findingsOf(analysisOf(parameters + readable + QUEUE, [openness], { files }))).toEqual(['closed']);
    const unreadable = transform.replace('LOCATION', 's3://bucket/template.yaml');
    expect(findingsOf(analysisOf(parameters + unreadable + QUEUE, [openness], { files }))).toEqual(['open']);
  });

  it('is any macro that is not of AWS: there may be more than is written', () => {
    const parameters = 'Parameters: {Env: {Type: String}}\n';
    expect(findings(`Transform: MyMacro\n${parameters}${QUEUE}`, [openness])).toEqual(['open']);
    expect(findings(`Transform: AWS::Serverless-2016-10-31\n${parameters}${QUEUE}`, [openness])).toEqual(['closed']);
  });
});
