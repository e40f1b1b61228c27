import { defineRule, routingOf, template } from '#kit';

export default defineRule({
  id: 'ec2-instance-public-subnet',
  title: 'Instance stands in a public subnet',
  on: 'AWS::EC2::Instance',
  severity: 'low',
  category: 'network',
  profile: 'strict',
  aspect: 'network-exposure',
  peers: { kics: ['c44c95fc'] },
  controls: { 'nist-800-53-r5': ['AC-4', 'SC-7'] },
  why: 'In a subnet with a route to an internet gateway one public address and one wide security group are all it takes to expose a host. Behind a NAT gateway neither helps an intruder.',
  remedy: 'Put the instance in a private subnet, and reach the internet through a NAT gateway or VPC endpoints.',
  references: ['https://docs.aws.amazon.com/vpc/latest/userguide/configure-subnets.html'],
  check(resource, report) {
    const subnetId = resource.get('SubnetId');
    const subnet = subnetId.target()?.resource;
    if (subnet?.type !== 'AWS::EC2::Subnet') return;
    const routing = routingOf(subnet);
    if (routing.kind !== 'public') return;
    report(subnetId, `${resource.logicalId} stands in ${subnet.logicalId}, which has a route to the internet gateway`, {
      related: routing.by.map((at) => ({ at, message: `By way of ${at.logicalId}` })),
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Web:
            Type: AWS::EC2::Instance
            Properties:
              ImageId: ami-12345678
              SubnetId: !Ref Public
                      # ^^^^^^^^^^^
          Public:
            Type: AWS::EC2::Subnet
            Properties:
              VpcId: vpc-12345678
          Table:
            Type: AWS::EC2::RouteTable
            Properties:
              VpcId: vpc-12345678
          Use:
            Type: AWS::EC2::SubnetRouteTableAssociation
            Properties:
              SubnetId: !Ref Public
              RouteTableId: !Ref Table
          ToInternet:
            Type: AWS::EC2::Route
            Properties:
              RouteTableId: !Ref Table
              DestinationCidrBlock: 0.0.0.0/0
              GatewayId: igw-12345678
      `,
    },
    {
      name: 'a route in production only',
      when: 'IsProd is true',
      bad: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Web:
            Type: AWS::EC2::Instance
            Properties:
              ImageId: ami-12345678
              SubnetId: !Ref Public
                      # ^^^^^^^^^^^
          Public:
            Type: AWS::EC2::Subnet
            Properties:
              VpcId: vpc-12345678
          Table:
            Type: AWS::EC2::RouteTable
            Properties:
              VpcId: vpc-12345678
          Use:
            Type: AWS::EC2::SubnetRouteTableAssociation
            Properties:
              SubnetId: !Ref Public
              RouteTableId: !Ref Table
          ToInternet:
            Type: AWS::EC2::Route
            Condition: IsProd
            Properties:
              RouteTableId: !Ref Table
              DestinationCidrBlock: 0.0.0.0/0
              GatewayId: igw-12345678
      `,
    },
    {
      name: 'a subnet that is chosen at deployment, and one under the main route table',
      silent: template`
        Parameters:
          Choice: {Type: String}
        Resources:
          Web:
            Type: AWS::EC2::Instance
            Properties:
              ImageId: ami-12345678
              SubnetId: !Ref Choice
          Main:
            Type: AWS::EC2::Instance
            Properties:
              ImageId: ami-12345678
              SubnetId: !Ref Default
          Default:
            Type: AWS::EC2::Subnet
            Properties:
              VpcId: vpc-12345678
      `,
    },
  ],
});
