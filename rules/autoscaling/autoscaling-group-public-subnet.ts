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
    for (const subnetId of group.get('VPCZoneIdentifier').items()) {
      const subnet = subnetId.target()?.resource;
      if (subnet?.type !== 'AWS::EC2::Subnet') continue;
      const routing = routingOf(subnet);
      if (routing.kind !== 'public') continue;
      report(
        subnetId,
        `${group.logicalId} launches into ${subnet.logicalId}, which has a route to the internet gateway`,
        {
          related: routing.by.map((at) => ({ at, message: `By way of ${at.logicalId}` })),
        },
      );
    }
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
