import { defineRule, template } from '#kit';

export default defineRule({
  id: 'ec2-vpc-default-security-group',
  title: 'Default security group of a VPC is left open',
  on: 'AWS::EC2::VPC',
  severity: 'low',
  category: 'network',
  profile: 'strict',
  aspect: 'network-exposure',
  peers: {
    kics: ['ea33fcf7'],
    cdk_nag: ['VPCDefaultSecurityGroupClosed'],
    security_hub: ['EC2.2'],
  },
  controls: { 'aws-fsbp': ['EC2.2'], 'cis-aws-3': ['5.4'], 'nist-800-53-r5': ['AC-4', 'SC-7'] },
  why: 'The default group of a new VPC lets its members talk to each other and to anywhere. CloudFormation cannot change that by itself, so it stays open until something removes its rules.',
  remedy:
    'Remove the rules of the default group with a custom resource or a step after the deployment, and never attach it.',
  references: ['https://docs.aws.amazon.com/vpc/latest/userguide/default-security-group.html'],
  check(resource, report) {
    const { template: stack } = resource;
    const closers = stack.resources('Custom::VpcRestrictDefaultSG', 'AWS::CloudFormation::CustomResource');
    const isClosed = closers.some((closer) =>
      closer.properties.targets().some((target) => target.attribute === 'DefaultSecurityGroup'),
    );
    if (isClosed || stack.isOpen) return;
    report(resource, `The default security group of ${resource.logicalId} keeps the rules it is made with`);
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
      `,
    },
    {
      name: 'closed in production only',
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
          Close:
            Type: Custom::VpcRestrictDefaultSG
            Condition: IsProd
            Properties:
              DefaultSecurityGroupId: !GetAtt Vpc.DefaultSecurityGroup
      `,
    },
    {
      name: 'a custom resource is given the group to close it',
      silent: template`
        Resources:
          Vpc:
            Type: AWS::EC2::VPC
            Properties:
              CidrBlock: 10.0.0.0/16
          Close:
            Type: Custom::VpcRestrictDefaultSG
            Properties:
              DefaultSecurityGroupId: !GetAtt Vpc.DefaultSecurityGroup
      `,
    },
    {
      name: 'an include may hold what closes it',
      silent: template`
        Resources:
          Fn::Transform: {Name: AWS::Include, Parameters: {Location: s3://bucket/close.yaml}}
          Vpc:
            Type: AWS::EC2::VPC
            Properties:
              CidrBlock: 10.0.0.0/16
      `,
    },
  ],
});
