import { expect, it } from 'vitest';
import { Reads, viewResource, World } from '#evaluate';
import { mayLimitCallers } from '#insight';
import { buildTemplate } from '#model';
import { parseTree } from '#syntax';

function limits(condition: string): boolean {
  const text = `Parameters: {P: {Type: String}}\nResources: {R: {Type: A::B::C, Properties: {Condition: ${condition}}}}`;
  const template = buildTemplate(parseTree(text, 'yaml'));
  const resource = template?.resources.get('R');
  if (!template || !resource) throw new Error('no template');
  const world = new World({ template, pins: new Map(), reads: new Reads(), script: undefined });
  return mayLimitCallers(viewResource(resource, world).get('Condition'));
}

it.each([
  ['nothing', 'null', false],
  ['the organisation', '{StringEquals: {aws:PrincipalOrgID: o-1}}', true],
  ['a source address', '{IpAddress: {aws:SourceIp: 203.0.113.0/24}}', true],
  ['any source address', '{IpAddress: {aws:SourceIp: [203.0.113.0/24, 0.0.0.0/0]}}', false],
  ['any source', "{ArnLike: {aws:SourceArn: '*'}}", false],
  ['all callers but one', '{StringNotEquals: {aws:PrincipalAccount: "111122223333"}}', false],
  ['who is asking, if anyone says', '{StringEqualsIfExists: {aws:PrincipalOrgID: o-1}}', false],
  ['all values of a key that may be missing', '{"ForAllValues:StringEquals": {aws:PrincipalOrgID: o-1}}', false],
  ['something else', '{Bool: {aws:SecureTransport: true}}', false],
  ['the subject of a login elsewhere', '{StringLike: {"token.actions.githubusercontent.com:sub": "repo:a/b:*"}}', true],
  ['a parameter', '{StringEquals: {aws:PrincipalOrgID: !Ref P}}', true],
  ['what nothing tells', '!ImportValue X', true],
])('asks %s', (_name, condition, expected) => {
  expect(limits(condition)).toBe(expected);
});
