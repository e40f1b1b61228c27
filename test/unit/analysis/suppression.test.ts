import { expect, it } from 'vitest';
import { type AnalysisOptions, type AnyRule, analyze } from '#analysis';
import { buildTemplate } from '#model';
import { parseTree } from '#syntax';

const rule: AnyRule = {
  id: 'topic-key',
  title: 'Topic has no key',
  on: 'AWS::SNS::Topic',
  severity: 'medium',
  category: 'encryption-at-rest',
  profile: 'recommended',
  aspect: 'encryption-at-rest',
  peers: { checkov: ['CKV_1'], cfn_nag: ['W1'], guard: ['TOPIC_KEY'] },
  controls: {},
  why: '',
  remedy: '',
  references: [],
  check(topic, report) {
    for (const key of ['KmsMasterKeyId', 'TopicName']) if (topic.get(key).is('z')) report(topic.get(key), key);
  },
  examples: [],
};

function check(text: string, expected: { findings: readonly string[]; suppressed: readonly string[] }): void {
  const template = buildTemplate(parseTree(text, text.startsWith('{') ? 'json' : 'yaml'));
  if (!template) throw new Error('no template');
  const options: AnalysisOptions = {
    rules: [rule],
    profile: 'strict',
    disabled: new Set(),
    severities: new Map(),
    parameters: new Map(),
  };
  const { findings, suppressed } = analyze(template, options);
  const messages = { findings: findings.map((f) => f.message), suppressed: suppressed.map((f) => f.message) };
  expect(messages).toEqual(expected);
}

const both = { findings: [], suppressed: ['KmsMasterKeyId', 'TopicName'] };
const first = { findings: ['TopicName'], suppressed: ['KmsMasterKeyId'] };
const none = { findings: ['KmsMasterKeyId', 'TopicName'], suppressed: [] };

const topic = (above: string, onKey: string, beside: string, metadata = '') => `Resources:
${above}
  T: ${onKey}
    Type: AWS::SNS::Topic
${metadata}
    Properties:
      KmsMasterKeyId: z ${beside}
      TopicName: z
`;

it.each([
  ['above a resource', topic('  # remit-ignore topic-key: reason', '', ''), both],
  ['above a resource, among others', topic('  # remit-ignore other, topic-key: reason', '', ''), both],
  ['above a resource, before another comment', topic('  # remit-ignore topic-key\n  # more', '', ''), both],
  ['beside a resource', topic('', '# remit-ignore topic-key: reason', ''), both],
  ['beside a property', topic('', '', '# remit-ignore topic-key: reason'), first],
  ['another rule', topic('  # remit-ignore other: reason', '', ''), none],
  ['not a directive', topic('  # we do not remit-ignore topic-key', '', ''), none],
])('honours a comment %s', (_name, text, expected) => check(text, expected));

it.each([
  ['ours', '    Metadata: {remit: {ignore: [{rule: topic-key, reason: why}]}}', both],
  ["checkov's", '    Metadata: {checkov: {skip: [{id: CKV_1, comment: why}]}}', both],
  ["cfn_nag's", '    Metadata: {cfn_nag: {rules_to_suppress: [{id: W1, reason: why}]}}', both],
  ["Guard's", '    Metadata: {guard: {SuppressedRules: [TOPIC_KEY]}}', both],
  ['of another check', '    Metadata: {checkov: {skip: [{id: CKV_2, comment: why}]}}', none],
])('honours Metadata, %s', (_name, metadata, expected) => check(topic('', '', '', metadata), expected));

it('honours Metadata in JSON', () => {
  const body = {
    Type: 'AWS::SNS::Topic',
    Metadata: { remit: { ignore: ['topic-key'] } },
    Properties: { KmsMasterKeyId: 'z', TopicName: 'z' },
  };
  check(JSON.stringify({ Resources: { T: body } }), both);
});
