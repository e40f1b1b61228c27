import { describe, expect, it } from 'vitest';
import { exposureOfGroup } from '#insight';
import { ask } from '../ask.ts';

/** The verdict on SSH and HTTPS to what the group guards, with the path. */
const exposure = (rest: string, ports: readonly number[] = [22]) =>
  ask(
    `Resources:
  Group: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: Group}}
${rest}`,
    'Group',
    'AWS::EC2::SecurityGroup',
    (group) => {
      const { kind, steps } = exposureOfGroup(group, ports);
      return [kind, ...steps.map(({ message }) => message)].join(': ');
    },
  );

const subnet = (
  properties: string,
  routes = '',
) => `  Net: {Type: AWS::EC2::Subnet, Properties: {VpcId: vpc-1${properties}}}
  Table: {Type: AWS::EC2::RouteTable, Properties: {VpcId: vpc-1}}
  Use: {Type: AWS::EC2::SubnetRouteTableAssociation, Properties: {SubnetId: !Ref Net, RouteTableId: !Ref Table}}
${routes}`;
const OUT = `  Out: {Type: AWS::EC2::Route, Properties: {RouteTableId: !Ref Table, DestinationCidrBlock: 0.0.0.0/0, GatewayId: igw-1}}
`;
const HOST = `  Host: {Type: AWS::EC2::Instance, Properties: {SubnetId: !Ref Net, SecurityGroupIds: [!GetAtt Group.GroupId]}}
`;
const BALANCER = `  Front: {Type: AWS::ElasticLoadBalancingV2::LoadBalancer, Properties: {SecurityGroups: [!Ref Group]}}
`;
const listener = (
  port: number,
) => `  On: {Type: AWS::ElasticLoadBalancingV2::Listener, Properties: {LoadBalancerArn: !Ref Front, Port: ${port}}}
`;

describe('an instance', () => {
  it('is reached in a public subnet that hands out addresses', () => {
    expect(exposure(HOST + subnet(', MapPublicIpOnLaunch: true', OUT))).toEqual([
      'open: Out routes Net to the internet gateway: Host gets a public address there',
    ]);
  });

  it('is reached at an elastic address', () => {
    const address = '  Address: {Type: AWS::EC2::EIP, Properties: {InstanceId: !Ref Host}}\n';
    expect(exposure(HOST + address + subnet('', OUT))[0]).toMatch(/^open/);
  });

  it('is not reached in a private subnet', () => {
    expect(exposure(HOST + subnet(', MapPublicIpOnLaunch: true'))).toEqual([
      'closed: Net has no route to an internet gateway',
    ]);
  });

  it('is not reached past a network ACL that says nothing of the port', () => {
    const acl = `  Acl: {Type: AWS::EC2::NetworkAcl, Properties: {VpcId: vpc-1}}
  AclUse: {Type: AWS::EC2::SubnetNetworkAclAssociation, Properties: {SubnetId: !Ref Net, NetworkAclId: !Ref Acl}}
  Web: {Type: AWS::EC2::NetworkAclEntry, Properties: {NetworkAclId: !Ref Acl, RuleNumber: 100, Protocol: 6, RuleAction: allow, CidrBlock: 0.0.0.0/0, PortRange: {From: 443, To: 443}}}
`;
    const network = subnet(', MapPublicIpOnLaunch: true', OUT);
    expect(exposure(HOST + acl + network)).toEqual(['closed: Acl keeps port 22 from Net']);
    expect(exposure(HOST + acl + network, [443])[0]).toMatch(/^open/);
    expect(exposure(HOST + acl + network, [22, 443])[0]).toMatch(/^open/);
  });

  it('is unknown in a subnet that is chosen at deployment', () => {
    expect(exposure(`${HOST.replace('!Ref Net', '!Ref N')}Parameters: {N: {Type: String}}\n`)).toEqual(['unknown']);
  });

  it('is unknown in a public subnet where nothing says whether it gets an address', () => {
    expect(exposure(HOST + subnet('', OUT))).toEqual(['unknown']);
  });
});

describe('a load balancer', () => {
  it('is reached on the port it listens on', () => {
    expect(exposure(BALANCER + listener(443), [443])).toEqual(['open: Front is an internet-facing load balancer']);
  });

  it('is not reached on other ports', () => {
    expect(exposure(BALANCER + listener(443))).toEqual(['closed: Front listens on port 443 only']);
  });

  it('is not reached when it is internal', () => {
    expect(exposure(BALANCER.replace('{SecurityGroups', '{Scheme: internal, SecurityGroups'))).toEqual([
      'closed: Front is an internal load balancer',
    ]);
  });
});

it('is never reached where AWS gives no public addresses', () => {
  const cache = '  Cache: {Type: AWS::ElastiCache::ReplicationGroup, Properties: {SecurityGroupIds: [!Ref Group]}}\n';
  expect(exposure(cache)).toEqual(['closed: Cache has no public address']);
});

it('counts the most exposed of several users', () => {
  const database = (name: string, isPublic: boolean) =>
    `  ${name}: {Type: AWS::RDS::DBInstance, Properties: {PubliclyAccessible: ${isPublic}, VPCSecurityGroups: [!Ref Group]}}\n`;
  expect(exposure(database('Inside', false) + database('Outside', true))).toEqual([
    'open: Outside has a public address',
  ]);
});

it('is unknown for a group that other stacks are told of', () => {
  const cache = '  Cache: {Type: AWS::DAX::Cluster, Properties: {SecurityGroupIds: [!Ref Group]}}\n';
  expect(exposure(`${cache}Outputs: {Group: {Value: !Ref Group}}\n`)).toEqual(['unknown']);
});

it('is unknown for a group that nothing uses', () => {
  expect(exposure('')).toEqual(['unknown']);
});
