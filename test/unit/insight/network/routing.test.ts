import { expect, it } from 'vitest';
import { routingOf } from '#insight';
import { ask } from '../ask.ts';

const routing = (rest: string) =>
  ask(
    `Resources:
  Net: {Type: AWS::EC2::Subnet, Properties: {VpcId: vpc-1}}
  Table: {Type: AWS::EC2::RouteTable, Properties: {VpcId: vpc-1}}
  Gateway: {Type: AWS::EC2::InternetGateway}
${rest}`,
    'Net',
    'AWS::EC2::Subnet',
    (subnet) => {
      const { kind, by } = routingOf(subnet);
      return [kind, ...by.map(({ logicalId }) => logicalId)].join(' ');
    },
  );
const USE = `  Use: {Type: AWS::EC2::SubnetRouteTableAssociation, Properties: {SubnetId: !Ref Net, RouteTableId: !Ref Table}}
`;
const route = (to: string) => `  Out: {Type: AWS::EC2::Route, Properties: {RouteTableId: !Ref Table, ${to}}}
`;

it('is public by a default route to an internet gateway, which is named', () => {
  expect(routing(USE + route('DestinationCidrBlock: 0.0.0.0/0, GatewayId: !Ref Gateway'))).toEqual([
    'public Table Out',
  ]);
});

it('is public by a default route for IPv6', () => {
  expect(routing(USE + route("DestinationIpv6CidrBlock: '::/0', GatewayId: igw-1"))).toEqual(['public Table Out']);
});

it('is private behind a NAT gateway', () => {
  expect(routing(USE + route('DestinationCidrBlock: 0.0.0.0/0, NatGatewayId: nat-1'))).toEqual(['private Table']);
});

it('is private without routes of its own', () => {
  expect(routing(USE)).toEqual(['private Table']);
});

it('is unknown where the main route table decides', () => {
  expect(routing('')).toEqual(['unknown']);
});

it('is unknown where the gateway is chosen at deployment', () => {
  expect(
    routing(`${USE + route('DestinationCidrBlock: 0.0.0.0/0, GatewayId: !Ref G')}Parameters: {G: {Type: String}}\n`),
  ).toEqual(['unknown']);
});

it('follows the condition of a route', () => {
  const conditional = route('DestinationCidrBlock: 0.0.0.0/0, GatewayId: !Ref Gateway').replace(
    '{Type',
    '{Condition: Prod, Type',
  );
  const conditions = `Parameters: {Env: {Type: String}}
Conditions: {Prod: !Equals [!Ref Env, prod]}
`;
  expect(routing(USE + conditional + conditions)).toEqual([
    'private Table when Prod is false',
    'public Table Out when Prod is true',
  ]);
});
