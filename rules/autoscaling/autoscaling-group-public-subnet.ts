import { defineRule, routingOf, template } from '#kit';

export default defineRule({
  id: 'autoscaling-group-public-subnet',
  title: 'Auto Scaling group launches into a public subnet',
  on: 'AWS::AutoScaling::AutoScalingGroup',
  severity: 'low',
  category: 'network',
  profile: 'strict',
  aspect: 'network-exposure',
  peers: {},
  controls: { 'nist-800-53-r5': ['AC-4', 'SC-7'] },
  why: 'In a subnet with a route to an internet gateway one public address and one wide security group are all it takes to expose every instance of the group. The load balancer belongs there, what it balances does not.',
  remedy: 'Name private subnets, and reach the internet through a NAT gateway or VPC endpoints.',
  references: ['https://docs.aws.amazon.com/autoscaling/ec2/userguide/asg-in-vpc.html'],
  check(group, report) {
    const subnets = group.get('VPCZoneIdentifier');
    const open = subnets.items().flatMap((item) => {
      const subnet = item.target()?.resource;
      const routing = subnet?.type === 'AWS::EC2::Subnet' ? routingOf(subnet) : undefined;
      return subnet && routing?.kind === 'public' ? [{ item, subnet, by: routing.by }] : [];
    });
    const [first] = open;
    if (!first) return;
    const names = open.map(({ subnet }) => subnet.logicalId).join(' and ');
    const steps = new Map(open.flatMap(({ by }) => by.map((at) => [at.logicalId, at] as const)));
    report(
      open.length > 1 ? subnets : first.item,
      `${group.logicalId} launches where the internet has a route to: ${names}`,
      { related: [...steps.values()].map((at) => ({ at, message: 'This makes it public' })) },
    );
  },
  examples: [
    {
      bad: template`
        Resources:
          Edge: {Type: 'AWS::EC2::Subnet', Properties: {VpcId: vpc-12345678, CidrBlock: 10.0.0.0/24}}
          Table: {Type: 'AWS::EC2::RouteTable', Properties: {VpcId: vpc-12345678}}
          Way: {Type: 'AWS::EC2::SubnetRouteTableAssociation', Properties: {SubnetId: !Ref Edge, RouteTableId: !Ref Table}}
          Out:
            Type: AWS::EC2::Route
            Properties: {RouteTableId: !Ref Table, DestinationCidrBlock: 0.0.0.0/0, GatewayId: igw-12345678}
          Workers:
            Type: AWS::AutoScaling::AutoScalingGroup
            Properties:
              MinSize: '1'
              MaxSize: '3'
              VPCZoneIdentifier:
                - !Ref Edge
                # ^^^^^^^^^
      `,
    },
    {
      name: 'two subnets are one finding',
      bad: template`
        Resources:
          EdgeA: {Type: 'AWS::EC2::Subnet', Properties: {VpcId: vpc-12345678, CidrBlock: 10.0.0.0/24}}
          EdgeB: {Type: 'AWS::EC2::Subnet', Properties: {VpcId: vpc-12345678, CidrBlock: 10.0.1.0/24}}
          Table: {Type: 'AWS::EC2::RouteTable', Properties: {VpcId: vpc-12345678}}
          WayA: {Type: 'AWS::EC2::SubnetRouteTableAssociation', Properties: {SubnetId: !Ref EdgeA, RouteTableId: !Ref Table}}
          WayB: {Type: 'AWS::EC2::SubnetRouteTableAssociation', Properties: {SubnetId: !Ref EdgeB, RouteTableId: !Ref Table}}
          Out:
            Type: AWS::EC2::Route
            Properties: {RouteTableId: !Ref Table, DestinationCidrBlock: 0.0.0.0/0, GatewayId: igw-12345678}
          Workers:
            Type: AWS::AutoScaling::AutoScalingGroup
            Properties:
              VPCZoneIdentifier: [!Ref EdgeA, !Ref EdgeB]
            # ^^^^^^^^^^^^^^^^^
      `,
    },
    {
      name: 'in development',
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
          Private: {Type: String}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Edge: {Type: 'AWS::EC2::Subnet', Properties: {VpcId: vpc-12345678, CidrBlock: 10.0.0.0/24}}
          Table: {Type: 'AWS::EC2::RouteTable', Properties: {VpcId: vpc-12345678}}
          Way: {Type: 'AWS::EC2::SubnetRouteTableAssociation', Properties: {SubnetId: !Ref Edge, RouteTableId: !Ref Table}}
          Out:
            Type: AWS::EC2::Route
            Properties: {RouteTableId: !Ref Table, DestinationCidrBlock: 0.0.0.0/0, GatewayId: igw-12345678}
          Workers:
            Type: AWS::AutoScaling::AutoScalingGroup
            Properties:
              VPCZoneIdentifier: [!If [IsProd, !Ref Private, !Ref Edge]]
                                                           # ^^^^^^^^^
      `,
    },
    {
      name: 'subnets of elsewhere, and subnets whose routes the template does not show',
      silent: template`
        Parameters:
          Subnets: {Type: 'List<AWS::EC2::Subnet::Id>'}
        Resources:
          Inner: {Type: 'AWS::EC2::Subnet', Properties: {VpcId: vpc-12345678, CidrBlock: 10.0.0.0/24}}
          Workers:
            Type: AWS::AutoScaling::AutoScalingGroup
            Properties: {VPCZoneIdentifier: !Ref Subnets}
          Others:
            Type: AWS::AutoScaling::AutoScalingGroup
            Properties: {VPCZoneIdentifier: [!Ref Inner]}
      `,
    },
  ],
});
