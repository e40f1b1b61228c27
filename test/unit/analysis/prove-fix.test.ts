// biome-ignore-all lint/suspicious/noTemplateCurlyInString: that is how CloudFormation writes variables.
import { expect, it } from 'vitest';
import { type AnyRule, analyze, fixesOf, proveFix, type Rule } from '#analysis';
import type { Fragment, Intent } from '#edit';
import type { ResourceView } from '#evaluate';
import { buildTemplate } from '#model';
import { parseTree } from '#syntax';
import { applyEdits } from '#text';

const about = {
  title: '',
  on: 'AWS::SNS::Topic',
  severity: 'medium',
  category: 'configuration',
  profile: 'recommended',
  aspect: 'identity-access',
  peers: {},
  controls: {},
  why: '',
  remedy: '',
  references: [],
  examples: [],
} as const;

/** Wants a display name other than `bad`, and has a fix that does what it is told. */
function rule(fixWith: (topic: ResourceView) => readonly Intent[]): Rule {
  return {
    ...about,
    id: 'good-name',
    check(topic, report) {
      const name = topic.get('DisplayName');
      if (!name.is('bad')) return;
      report(name, `${topic.logicalId} has a bad name`, {
        fixes: [{ title: 'Fix', safety: 'safe', intents: fixWith(topic) }],
      });
    },
  };
}

function setName(topic: ResourceView, value: Fragment = 'good'): Intent[] {
  const target = topic.get('DisplayName').writeTarget;
  return target ? [{ kind: 'set', target, value }] : [];
}

const plain = rule((topic) => setName(topic));
const withCompanion = (type: string, properties: Fragment, condition?: string) =>
  rule((topic) => [
    ...setName(topic),
    {
      kind: 'addResource',
      logicalId: 'Companion',
      body: { Type: type, ...(condition && { Condition: condition }), Properties: properties },
      after: topic.logicalId,
    },
  ]);

/** The text after the first fix of the first finding; undefined where it is not offered. */
function fixed(yaml: string, ...rules: readonly AnyRule[]): string | undefined {
  const template = buildTemplate(parseTree(yaml, 'yaml'));
  if (!template) throw new Error('no template');
  const analysis = analyze(template, {
    rules,
    profile: 'strict',
    disabled: new Set(),
    severities: new Map(),
    parameters: new Map(),
  });
  for (const fault of analysis.faults) throw fault.error;
  const finding = analysis.findings.find((other) => other.rule.id === 'good-name');
  const [fix] = finding ? fixesOf(analysis, finding) : [];
  if (!finding || !fix) throw new Error('nothing to fix');
  const proven = proveFix(analysis, finding, fix);
  return proven && applyEdits(yaml, proven.edits);
}

const CONDITIONS = `
Parameters:
  Env: {Type: String}
Conditions:
  IsProd: !Equals [!Ref Env, prod]
`;

const topic = (more = '', name = 'bad') => `${CONDITIONS}
Resources:
  T:
    Type: AWS::SNS::Topic
${more}
    Properties: {DisplayName: ${name}}
`;

it('offers a companion that exists where what it refers to does', () => {
  const prod = topic('    Condition: IsProd');
  expect(fixed(prod, withCompanion('AWS::SNS::Subscription', { TopicArn: { Ref: 'T' } }, 'IsProd'))).toBeDefined();
  expect(fixed(topic(), withCompanion('AWS::SNS::Subscription', { TopicArn: { Ref: 'T' } }))).toBeDefined();
});

it.each([
  ['a companion that refers to a topic that is not always there', { TopicArn: { Ref: 'T' } }],
  ['the same by attribute', { TopicArn: { 'Fn::GetAtt': ['T', 'TopicArn'] } }],
  ['the same within a text', { TopicArn: { 'Fn::Sub': 'x/${T.TopicName}' } }],
])('does not offer %s', (_, properties) => {
  expect(fixed(topic('    Condition: IsProd'), withCompanion('AWS::SNS::Subscription', properties))).toBeUndefined();
});

it('does not offer a reference to nothing', () => {
  expect(fixed(topic(), withCompanion('AWS::SNS::Subscription', { TopicArn: { Ref: 'Nowhere' } }))).toBeUndefined();
});

it('offers a reference that stands in the branch in which its target exists', () => {
  const property = { 'Fn::If': ['IsProd', { Ref: 'T' }, { Ref: 'AWS::NoValue' }] };
  const prod = topic('    Condition: IsProd');
  expect(fixed(prod, withCompanion('AWS::SNS::Subscription', { TopicArn: property }))).toBeDefined();
});

it('adds a companion of a resource in a loop there, and nowhere else', () => {
  const loop = `
Transform: AWS::LanguageExtensions
Resources:
  Fn::ForEach::Topics:
    - Name
    - [A, B]
    - T\${Name}:
        Type: AWS::SNS::Topic
        Properties: {DisplayName: bad}
  Q: {Type: AWS::SQS::Queue}
`;
  const companion = (after: string) =>
    rule((view) => [
      ...setName(view),
      {
        kind: 'addResource',
        logicalId: `${view.logicalId}Companion`,
        body: { Type: 'AWS::SNS::Subscription', Properties: { TopicArn: { Ref: view.logicalId } } },
        after,
      },
    ]);
  expect(fixed(loop, plain)).toBeDefined();
  expect(fixed(loop, companion('T${Name}'))).toBe(`
Transform: AWS::LanguageExtensions
Resources:
  Fn::ForEach::Topics:
    - Name
    - [A, B]
    - T\${Name}:
        Type: AWS::SNS::Topic
        Properties: {DisplayName: good}
      T\${Name}Companion:
        Type: AWS::SNS::Subscription
        Properties:
          TopicArn: !Ref T\${Name}
  Q: {Type: AWS::SQS::Queue}
`);
  expect(fixed(loop, companion('Q'))).toBeUndefined();
});

it('does not offer a second policy for the same bucket in any world', () => {
  const policy = (condition: string, bucket: string) => `${topic()}
  B:
    Type: AWS::S3::Bucket
  P:
    Type: AWS::S3::BucketPolicy
${condition}
    Properties: {Bucket: ${bucket}}
`;
  const companion = withCompanion('AWS::S3::BucketPolicy', { Bucket: { Ref: 'B' }, PolicyDocument: {} });
  expect(fixed(policy('    Condition: IsProd', '!Ref B'), companion)).toBeUndefined();
  expect(fixed(policy('', '!Ref B'), companion)).toBeUndefined();
  expect(fixed(policy('', 'another'), companion)).toBeDefined();
});

it('does not offer what brings a finding of another resource into a world in which it was not', () => {
  // What is bad for T is what C wants in production.
  const wantsBad: Rule = {
    ...about,
    id: 'wants-bad',
    on: 'AWS::SNS::Subscription',
    check(subscription, report) {
      const name = subscription.get('Endpoint');
      if (name.isNot('bad')) report(subscription, `${subscription.logicalId} is not bad`);
    },
  };
  const shared = (endpoint: string) => `
Parameters:
  Env: {Type: String}
  Name: {Type: String, Default: bad}
Conditions:
  IsProd: !Equals [!Ref Env, prod]
Resources:
  T:
    Type: AWS::SNS::Topic
    Properties: {DisplayName: !Ref Name}
  C:
    Type: AWS::SNS::Subscription
    Properties: {Endpoint: ${endpoint}}
`;
  expect(fixed(shared('!If [IsProd, !Ref Name, other]'), plain)).toBeDefined();
  expect(fixed(shared('!If [IsProd, !Ref Name, other]'), plain, wantsBad)).toBeUndefined();
  expect(fixed(shared('!If [IsProd, bad, other]'), plain, wantsBad)).toBeDefined();
});

it('looks at every resource that uses the same entry of a mapping', () => {
  const mapped = (other: string) => `
Mappings:
  Names:
    a: {Name: bad}
Resources:
  T:
    Type: AWS::SNS::Topic
    Properties: {DisplayName: !FindInMap [Names, a, Name]}
  U:
    Type: AWS::SNS::Subscription
    Properties: {Endpoint: ${other}}
`;
  const wantsBad: Rule = {
    ...about,
    id: 'wants-bad',
    on: 'AWS::SNS::Subscription',
    check(subscription, report) {
      if (subscription.get('Endpoint').isNot('bad')) report(subscription, 'not bad');
    },
  };
  expect(fixed(mapped('!FindInMap [Names, a, Name]'), plain, wantsBad)).toBeUndefined();
  expect(fixed(mapped('bad'), plain, wantsBad)).toBeDefined();
});

it('does not offer a default that the rules of the template forbid', () => {
  const ruled = (forbidden: string) => `
Parameters:
  Name: {Type: String, Default: bad}
Rules:
  Names:
    Assertions:
      - Assert: !Not [!Equals [!Ref Name, ${forbidden}]]
Resources:
  T:
    Type: AWS::SNS::Topic
    Properties: {DisplayName: !Ref Name}
`;
  expect(fixed(ruled('fair'), plain)).toBeDefined();
  expect(fixed(ruled('good'), plain)).toBeUndefined();
});

it('does not offer to write a reference where a template takes plain text only', () => {
  const refers = rule((topic) => setName(topic, { Ref: 'Other' }));
  const other = '  Other: {Type: AWS::SNS::Topic}\n';
  const used = (name: string) =>
    `Resources:\n${other}  T: {Type: AWS::SNS::Topic, Properties: {DisplayName: ${name}}}\n`;
  expect(fixed(used('bad'), refers)).toBeDefined();
  expect(fixed(`Parameters:\n  Name: {Type: String, Default: bad}\n${used('!Ref Name')}`, refers)).toBeUndefined();
  expect(fixed(`Mappings:\n  Names: {a: {Name: bad}}\n${used('!FindInMap [Names, a, Name]')}`, refers)).toBeUndefined();
});

it('tries a fix of a resource with aliases nested deeper than calls can be', () => {
  const chain = Array.from({ length: 20_000 }, (_, at) => `  a${at + 1}: &a${at + 1} [*a${at}]\n`).join('');
  const deep = `Metadata:\n  a0: &a0 [x]\n${chain}Resources:\n  T: {Type: AWS::SNS::Topic, Properties: {DisplayName: bad, Tags: *a20000}}\n`;
  expect(fixed(deep, plain)).toContain('DisplayName: good');
});
