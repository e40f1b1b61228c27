import { expect, it } from 'vitest';
import { type AnyRule, analyze } from '#analysis';
import { buildTemplate } from '#model';
import { parseTree } from '#syntax';

it('reads a key that has a dot in it', () => {
  const read: (string | undefined)[] = [];
  const rule: AnyRule = {
    id: 'reader',
    title: 'Reads',
    on: 'AWS::RDS::DBParameterGroup',
    severity: 'low',
    category: 'configuration',
    profile: 'strict',
    aspect: 'encryption-in-transit',
    peers: {},
    controls: {},
    why: '',
    remedy: '',
    references: [],
    check(group) {
      read.push(group.get('Parameters.rds\\.force_ssl').text(), group.get('Parameters.rds.force_ssl').text());
    },
    examples: [],
  };
  const text = `Resources:
  Group:
    Type: AWS::RDS::DBParameterGroup
    Properties:
      Parameters:
        rds.force_ssl: '1'
        rds:
          force_ssl: '0'
`;
  const template = buildTemplate(parseTree(text, 'yaml'));
  if (!template) throw new Error('no template');
  analyze(template, {
    rules: [rule],
    profile: 'strict',
    disabled: new Set(),
    severities: new Map(),
    parameters: new Map(),
  });
  expect(read).toEqual(['1', '0']);
});
