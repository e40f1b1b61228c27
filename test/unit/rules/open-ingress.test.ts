import { expect, it } from 'vitest';
import rule from '../../../rules/ec2/ec2-security-group-open-ingress.ts';
import { analyzeWith } from './rule-tester.ts';

const open = (ports: string, rest = '') =>
  analyzeWith(
    [rule],
    `Resources:
  Group:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: Group
      SecurityGroupIngress: [{${ports}, CidrIp: 0.0.0.0/0}]
${rest}`,
  ).findings;
const port = (number: number) => `IpProtocol: tcp, FromPort: ${number}, ToPort: ${number}`;

it('answers the check on SSH for port 22 and not the one on RDP', () => {
  expect(open(port(22)).map(({ peers }) => peers.checkov)).toEqual([['CKV_AWS_24']]);
});

it('answers every check on ports for every protocol', () => {
  const [finding] = open('IpProtocol: -1');
  expect(finding?.peers.checkov).toEqual(['CKV_AWS_24', 'CKV_AWS_25', 'CKV_AWS_260']);
  expect(finding?.peers.cfn_nag).toContain('W42');
  expect(finding?.message).toBe('Group lets 0.0.0.0/0 reach every port');
});

it('names the sensitive ports in a range', () => {
  expect(open('IpProtocol: tcp, FromPort: 3300, ToPort: 3400').map(({ message }) => message)).toEqual([
    'Group lets 0.0.0.0/0 reach ports 3300-3400, among them RDP (port 3389), MySQL (port 3306)',
  ]);
});

it('says nothing of SSH over UDP, which nobody speaks', () => {
  expect(open('IpProtocol: udp, FromPort: 22, ToPort: 22')).toEqual([]);
});

it('weighs less where nothing lets the internet in', () => {
  const cache = '  Cache: {Type: AWS::ElastiCache::ReplicationGroup, Properties: {SecurityGroupIds: [!Ref Group]}}\n';
  const [finding] = open(port(6379), cache);
  expect(finding?.severity).toBe('medium');
  expect(finding?.related.map(({ message }) => message)).toEqual(['Cache has no public address']);
});

it('says by way of what the internet gets there', () => {
  const database =
    '  Data: {Type: AWS::RDS::DBInstance, Properties: {PubliclyAccessible: true, VPCSecurityGroups: [!Ref Group]}}\n';
  const [finding] = open(port(5432), database);
  expect(finding?.severity).toBe('critical');
  expect(finding?.related.map(({ message }) => message)).toEqual(['Data has a public address']);
});

it('weighs as much as in the world in which it weighs most', () => {
  const balancer = `  Front: {Type: AWS::ElasticLoadBalancingV2::LoadBalancer, Properties: {SecurityGroups: [!Ref Group], Scheme: !If [Inside, internal, internet-facing]}}
Parameters: {Where: {Type: String}}
Conditions: {Inside: !Equals [!Ref Where, inside]}
`;
  const [finding] = open(port(22), balancer);
  expect(finding?.severity).toBe('critical');
  expect(finding?.related.map(({ message }) => message)).toEqual(['Front is an internet-facing load balancer']);
});
