import { expect, it } from 'vitest';
import { type AnyRule, analyze } from '#analysis';
import { buildTemplate } from '#model';
import { parseTree } from '#syntax';

const rule: AnyRule = {
  id: 'mentions',
  title: 'Queue mentions others',
  on: 'AWS::SQS::Queue',
  severity: 'low',
  category: 'configuration',
  profile: 'recommended',
  aspect: 'identity-access',
  peers: {},
  controls: {},
  why: '',
  remedy: '',
  references: [],
  check(queue, report) {
    const targets = queue.get('QueueName').targets();
    report(queue, targets.map(({ resource, attribute }) => `${resource.logicalId}.${attribute}`).join(' '));
  },
  examples: [],
};

function mentionsIn(name: string): readonly string[] {
  const text = `Resources:\n  Url:\n    Type: AWS::Lambda::Url\n  Queue:\n    Type: AWS::SQS::Queue\n    Properties:\n      QueueName: ${name}\n`;
  const template = buildTemplate(parseTree(text, 'yaml'));
  if (!template) throw new Error('no template');
  const options = {
    rules: [rule],
    profile: 'strict',
    disabled: new Set(),
    severities: new Map(),
    parameters: new Map(),
  } as const;
  return analyze(template, { ...options, disabled: new Set<string>() }).findings.map(({ message }) => message);
}

it('finds a resource whose attribute is taken apart', () => {
  expect(mentionsIn("!Select [2, !Split ['/', !GetAtt Url.FunctionUrl]]")).toEqual(['Url.FunctionUrl']);
});

it('finds a resource in a text', () => {
  expect(mentionsIn('!Sub q-${Url.FunctionArn}')).toEqual(['Url.FunctionArn']);
});

it('finds nothing in what another stack exports', () => {
  expect(mentionsIn('!ImportValue Url')).toEqual(['']);
});
