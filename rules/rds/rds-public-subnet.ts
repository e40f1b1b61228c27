import { defineRule, routingOf, template } from '#kit';

export default defineRule({
  id: 'rds-public-subnet',
  title: 'RDS database lives in a public subnet',
  on: 'AWS::RDS::DBSubnetGroup',
  severity: 'medium',
  category: 'network',
  profile: 'recommended',
  aspect: 'network-exposure',
  peers: { kics: ['4e88adee'] },
  controls: { 'nist-800-53-r5': ['AC-4', 'SC-7'], 'pci-dss-4': ['1.4.4'] },
  why: 'A subnet with a route to an internet gateway leaves a public address and a security group rule between the database and everyone; a private subnet cannot be opened by mistake.',
  remedy: 'List only subnets whose routes do not lead to an internet gateway.',
  references: ['https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_VPC.WorkingWithRDSInstanceinaVPC.html'],
  check(group, report) {
    const subnets = group.get('SubnetIds');
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
      `${group.logicalId} puts databases where the internet has a route to: ${names}`,
      {
        related: [...steps.values()].map((at) => ({ at, message: 'This makes it public' })),
      },
    );
  },
  examples: [
    {
      bad: template`
        Resources:
          Databases:
            Type: AWS::RDS::DBSubnetGroup
            Properties:
              SubnetIds: [!Ref Public, !Ref Other]
                        # ^^^^^^^^^^^
          Public:
            Type: AWS::EC2::Subnet
            Properties:
              VpcId: vpc-1
          Other:
            Type: AWS::EC2::Subnet
            Properties:
              VpcId: vpc-1
          Table:
            Type: AWS::EC2::RouteTable
            Properties:
              VpcId: vpc-1
          Attached:
            Type: AWS::EC2::SubnetRouteTableAssociation
            Properties:
              SubnetId: !Ref Public
              RouteTableId: !Ref Table
          Out:
            Type: AWS::EC2::Route
            Properties:
              RouteTableId: !Ref Table
              DestinationCidrBlock: 0.0.0.0/0
              GatewayId: igw-1
      `,
    },
    {
      name: 'a route that is there in one environment only',
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env:
            Type: String
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Databases:
            Type: AWS::RDS::DBSubnetGroup
            Properties:
              SubnetIds: [!Ref Public]
                        # ^^^^^^^^^^^
          Public:
            Type: AWS::EC2::Subnet
            Properties:
              VpcId: vpc-1
          Table:
            Type: AWS::EC2::RouteTable
            Properties:
              VpcId: vpc-1
          Attached:
            Type: AWS::EC2::SubnetRouteTableAssociation
            Properties:
              SubnetId: !Ref Public
              RouteTableId: !Ref Table
          Out:
            Type: AWS::EC2::Route
            Properties:
              RouteTableId: !Ref Table
              DestinationCidrBlock: !If [IsProd, 10.0.0.0/8, 0.0.0.0/0]
              GatewayId: igw-1
      `,
    },
    {
      name: 'the routes of subnets from elsewhere are unknown',
      silent: template`
        Parameters:
          Setting:
            Type: CommaDelimitedList
        Resources:
          Databases:
            Type: AWS::RDS::DBSubnetGroup
            Properties:
              SubnetIds: !Ref Setting
      `,
    },
  ],
});
