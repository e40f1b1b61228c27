import { expect, it } from 'vitest';
import { type AnalysisOptions, type AnyRule, analyze, type Rule } from '#analysis';
import { buildTemplate } from '#model';
import { parseTree } from '#syntax';

/** The smallest rule that reads a value: every topic must be encrypted. */
const rule: Rule = {
  id: 'topic-key',
  title: 'Topic has no key',
  on: 'AWS::SNS::Topic',
  severity: 'medium',
  category: 'encryption-at-rest',
  profile: 'recommended',
  aspect: 'encryption-at-rest',
  peers: {},
  controls: {},
  why: '',
  remedy: '',
  references: [],
  check(topic, report) {
    const key = topic.get('KmsMasterKeyId');
    if (key.isNot('k')) report(key, `${topic.logicalId} ${key.pattern() ?? 'has no key'}`);
  },
  examples: [],
};

function findings(
  yaml: string,
  parameters: Record<string, string> = {},
  rules: readonly AnyRule[] = [rule],
  files: Record<string, string> = {},
): string[] {
  const template = buildTemplate(parseTree(yaml, 'yaml'), undefined, (location) => files[location]);
  if (!template) throw new Error('no template');
  const options: AnalysisOptions = {
    rules,
    profile: 'strict',
    disabled: new Set(),
    severities: new Map(),
    parameters: new Map(Object.entries(parameters)),
  };
  const analysis = analyze(template, options);
  for (const fault of analysis.faults) throw fault.error;
  return analysis.findings.map(({ message, when }) => (when === undefined ? message : `${message} | ${when}`));
}

const ENV = `
Parameters:
  Env: {Type: String, AllowedValues: [dev, test, prod]}
  Free: {Type: String}
  Nothing: {Type: String}
  Open: {Type: String, Default: x}
Conditions:
  IsProd: !Equals [!Ref Env, prod]
  IsDev: !Equals [!Ref Env, dev]
  NotProd: !Not [!Condition IsProd]
  Either: !Or [!Condition IsProd, !Condition IsDev]
  Chosen: !Equals [!Ref Free, yes]
  Unreadable: !Equals [!Select [0, !GetAZs ''], a]
`;

const topic = (key: string, more = '') => `${ENV}
Resources:
  T:
    Type: AWS::SNS::Topic
${more}
    Properties:
      KmsMasterKeyId: ${key}
`;

it.each([
  ['a literal', 'z', ['T z']],
  ['the right literal', 'k', []],
  ['null', '', ['T has no key']],
  ['NoValue', '!Ref AWS::NoValue', ['T has no key']],
  ['one branch', '!If [IsProd, k, z]', ['T z | IsProd is false']],
  ['the other branch', '!If [IsProd, z, k]', ['T z | IsProd is true']],
  ['both branches alike', '!If [IsProd, z, z]', ['T z | IsProd is true', 'T z | IsProd is false']],
  ['NoValue in a branch', '!If [IsProd, k, !Ref AWS::NoValue]', ['T has no key | IsProd is false']],
  ['a negated condition', '!If [NotProd, z, k]', ['T z | NotProd is true']],
  ['an or of conditions', '!If [Either, k, z]', ['T z | Either is false']],
  ['correlated conditions', '!If [IsProd, !If [IsDev, z, k], k]', []],
  ['nested conditions', '!If [IsProd, k, !If [IsDev, z, k]]', ['T z | IsDev is true']],
  ['two facts', '!If [IsProd, !If [Chosen, z, k], k]', ['T z | IsProd is true and Chosen is true']],
  ['a condition that cannot be read', '!If [Unreadable, z, k]', ['T z | Unreadable is true']],
  ['a condition that does not exist', '!If [Nowhere, z, k]', ['T z | Nowhere is true']],
  ['a parameter without default', '!Ref Nothing', []],
  ['a parameter that a condition compares', '!Ref Free', ['T yes | Free is yes']],
  ['a parameter with default', '!Ref Open', ['T x | Open is left at its default']],
  ['a parameter with allowed values', '!Ref Env', ['T ${Env}']],
  ['a substitution', "!Sub 'a-${Env}'", ['T a-${Env}']],
  ['a reference', '!Ref T', []],
  ['an import', '!ImportValue K', []],
  ['a macro', '{Fn::Transform: {Name: M}}', []],
  ['a join', "!Join ['', [k]]", []],
  ['a split and select', "!Select [1, !Split [',', 'a,k']]", []],
])('reads %s', (_name, key, expected) => {
  expect(findings(topic(key))).toEqual(expected);
});

it('knows that a resource exists only under its own condition', () => {
  expect(findings(topic('!If [IsProd, k, z]', '    Condition: IsProd'))).toEqual([]);
  expect(findings(topic('!If [IsProd, z, k]', '    Condition: IsProd'))).toEqual(['T z']);
});

it('takes parameters from a chosen parameter file', () => {
  expect(findings(topic('!If [IsProd, k, z]'), { Env: 'prod' })).toEqual([]);
  expect(findings(topic('!If [IsProd, k, z]'), { Env: 'dev' })).toEqual(['T z']);
  expect(findings(topic('!Ref Free'), { Free: 'z' })).toEqual(['T z']);
});

it('asks forty allowed values one question', () => {
  const values = Array.from({ length: 40 }, (_, at) => `v${at}`);
  const text = `
Parameters:
  P: {Type: String, AllowedValues: [k, ${values.join(', ')}]}
Resources:
  T: {Type: AWS::SNS::Topic, Properties: {KmsMasterKeyId: !Ref P}}
`;
  expect(findings(text)).toEqual(['T ${P} | P is not k']);
});

it('rules out worlds that the Rules section forbids', () => {
  const rules = `
Rules:
  NoDev:
    Assertions:
      - Assert: !Not [!Equals [!Ref Env, dev]]
`;
  expect(findings(topic('!If [IsDev, z, k]') + rules)).toEqual([]);
});

it('rules out worlds in which a resource refers to one that does not exist there', () => {
  const text = `${ENV}
Resources:
  Key: {Type: AWS::KMS::Key, Condition: IsProd}
  T:
    Type: AWS::SNS::Topic
    Properties:
      KmsMasterKeyId: !If [IsProd, k, z]
      TopicName: !Ref Key
`;
  expect(findings(text)).toEqual([]);
});

it('reads maps by the region they are looked up with', () => {
  const text = (cell: string) => `
Mappings:
  Keys:
    eu-west-1: {Key: k}
    us-east-1: {Key: ${cell}}
Resources:
  T: {Type: AWS::SNS::Topic, Properties: {KmsMasterKeyId: !FindInMap [Keys, !Ref AWS::Region, Key]}}
`;
  expect(findings(text('k'))).toEqual([]);
  expect(findings(text('z'))).toEqual(['T z | AWS::Region is us-east-1']);
});

it('gives each value of a loop its own world', () => {
  const text = (map: string) => `
Transform: AWS::LanguageExtensions
Mappings:
  Keys: {a: {Key: k}, b: {Key: ${map}}}
Resources:
  Fn::ForEach::Topics:
    - Name
    - [a, b]
    - 'T\${Name}':
        Type: AWS::SNS::Topic
        Properties: {KmsMasterKeyId: !FindInMap [Keys, !Ref Name, Key]}
`;
  expect(findings(text('k'))).toEqual([]);
  expect(findings(text('z'))).toEqual(['T${Name} z | Name is b']);
});

it('ends in unknown, not in a wrong answer, when there are too many worlds', () => {
  const conditions = Array.from({ length: 12 }, (_, at) => `  C${at}: !Equals [!Ref P${at}, a]`).join('\n');
  const parameters = `  Q: {Type: String}\n${Array.from({ length: 12 }, (_, at) => `  P${at}: {Type: String}`).join('\n')}`;
  const nested = (at: number): string => (at === 12 ? 'k' : `!If [C${at}, ${nested(at + 1)}, !Ref Q]`);
  const joined = Array.from({ length: 12 }, (_, at) => `!If [C${at}, a, b]`).join(', ');
  const text = (key: string) => `
Parameters:
${parameters}
Conditions:
${conditions}
Resources:
  T: {Type: AWS::SNS::Topic, Properties: {KmsMasterKeyId: ${key}}}
`;
  expect(findings(text(nested(0)))).toEqual([]);
  const [first, ...others] = findings(text(`!Join ['', [${joined}]]`));
  expect(first).toMatch(/P0 is a and P1 is a and P2 is a/);
  expect(others.length).toBeLessThan(64);
});

it('costs one fault, and nothing else, when a rule throws', () => {
  const throwing: AnyRule = {
    ...rule,
    id: 'broken',
    check() {
      throw new Error('broken');
    },
  };
  expect(() => findings(topic('z'), {}, [throwing])).toThrow('broken');
});

it('reads the entries that a loop in properties makes', () => {
  const text = (name: string) => `
Transform: AWS::LanguageExtensions
Resources:
  T:
    Type: AWS::SNS::Topic
    Properties:
      Fn::ForEach::Keys:
        - Part
        - [KeyId, ${name}]
        - 'KmsMaster\${Part}': !Sub '\${Part}'
`;
  expect(findings(text('Id'))).toEqual(['T KeyId']);
  expect(findings(text('!ImportValue X'))).toEqual(['T KeyId']);
});

it('reads merge keys', () => {
  const text = (own: string) => `
Shared: &shared {KmsMasterKeyId: k}
Resources:
  T:
    Type: AWS::SNS::Topic
    Properties:
      <<: *shared
      ${own}
`;
  expect(findings(text('TopicName: t'))).toEqual([]);
  expect(findings(text('KmsMasterKeyId: z'))).toEqual(['T z']);
});

it('reads what a template includes, where the host can, and points at the include', () => {
  const text = `
Resources:
  T:
    Type: AWS::SNS::Topic
    Properties:
      TopicName: t
      Fn::Transform: {Name: AWS::Include, Parameters: {Location: ./key.yaml}}
`;
  expect(findings(text)).toEqual([]);
  expect(findings(text, {}, [rule], { './key.yaml': 'KmsMasterKeyId: z' })).toEqual(['T z']);
  expect(findings(text, {}, [rule], { './key.yaml': 'KmsMasterKeyId: k' })).toEqual([]);
  expect(findings(text, {}, [rule], { './key.yaml': 'DisplayName: d' })).toEqual(['T has no key']);
});

it('reads a whole map from an included file', () => {
  const text = `
Resources:
  T:
    Type: AWS::SNS::Topic
    Properties: {Fn::Transform: {Name: AWS::Include, Parameters: {Location: p.json}}}
`;
  expect(findings(text)).toEqual([]);
  expect(findings(text, {}, [rule], { 'p.json': '{"KmsMasterKeyId": {"Ref": "AWS::NoValue"}}' })).toEqual([
    'T has no key',
  ]);
});

it('reads a map that stands in a text as JSON, and points at the text', () => {
  const embedding: Rule = {
    ...rule,
    check(topic, report) {
      const policy = topic.get('TopicPolicy').embedded();
      if (policy.get('Effect').is('Allow'))
        report(policy.get('Effect'), `line ${placeLine(policy.get('Effect').place)}`);
    },
  };
  const placeLine = ({ block, span }: { block: { text: string }; span: { start: number } }) =>
    block.text.slice(0, span.start).split('\n').length;
  const text = (policy: string) => `
Resources:
  T:
    Type: AWS::SNS::Topic
    Properties:
      TopicPolicy: ${policy}
`;
  expect(findings(text(`'{"Effect": "Allow"}'`), {}, [embedding])).toEqual(['line 4']);
  expect(findings(text('{Effect: Allow}'), {}, [embedding])).toEqual(['line 4']);
  expect(findings(text(`'{"Effect": "Allow"'`), {}, [embedding])).toEqual([]);
});
