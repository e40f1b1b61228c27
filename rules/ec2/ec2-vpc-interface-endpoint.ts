import { defineRule, refersTo, template } from '#kit';

export default defineRule({
  id: 'ec2-vpc-interface-endpoint',
  title: 'VPC calls EC2 by way of the internet',
  on: 'AWS::EC2::VPC',
  severity: 'low',
  category: 'network',
  profile: 'strict',
  aspect: 'network-exposure',
  peers: { security_hub: ['EC2.10'] },
  controls: { 'aws-fsbp': ['EC2.10'] },
  why: 'Without an interface endpoint calls to the EC2 API leave the VPC, so its subnets need a way to the internet. Each endpoint is charged by the hour.',
  remedy: 'Add an interface endpoint for EC2, and for the other services that the subnets call.',
  references: [
    'https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html',
  ],
  check(resource, report) {
    const { template: stack } = resource;
    const endpoints = stack
      .referrers(resource, 'AWS::EC2::VPCEndpoint')
      .filter((item) => refersTo(item.get('VpcId'), resource));
    const names = endpoints.map((item) => item.get('ServiceName').pattern());
    const isUnclear = names.some((name) => name === undefined || /\}$/.test(name));
    const isReached = names.some((name) => name?.endsWith('.ec2'));
    const hasSubnets = stack.referrers(resource, 'AWS::EC2::Subnet').length > 0;
    if (isReached || isUnclear || !hasSubnets || stack.isOpen) return;
    report(resource, `${resource.logicalId} has no interface endpoint for EC2`);
  },
  examples: [
    {
      bad: template`
        Resources:
          Vpc:
        # ^^^
            Type: AWS::EC2::VPC
            Properties:
              CidrBlock: 10.0.0.0/16
          Back:
            Type: AWS::EC2::Subnet
            Properties:
              VpcId: !Ref Vpc
              CidrBlock: 10.0.0.0/24
      `,
    },
    {
      name: 'an endpoint in production only',
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Vpc:
        # ^^^
            Type: AWS::EC2::VPC
            Properties:
              CidrBlock: 10.0.0.0/16
          Back:
            Type: AWS::EC2::Subnet
            Properties:
              VpcId: !Ref Vpc
          Api:
            Type: AWS::EC2::VPCEndpoint
            Condition: IsProd
            Properties:
              VpcId: !Ref Vpc
              VpcEndpointType: Interface
              ServiceName: !Sub com.amazonaws.\${AWS::Region}.ec2
      `,
    },
    {
      name: 'an endpoint whose service is chosen at deployment',
      silent: template`
        Parameters:
          Choice: {Type: String}
        Resources:
          Vpc:
            Type: AWS::EC2::VPC
            Properties:
              CidrBlock: 10.0.0.0/16
          Back:
            Type: AWS::EC2::Subnet
            Properties:
              VpcId: !Ref Vpc
          Api:
            Type: AWS::EC2::VPCEndpoint
            Properties:
              VpcId: !Ref Vpc
              VpcEndpointType: Interface
              ServiceName: !Ref Choice
      `,
    },
  ],
});
