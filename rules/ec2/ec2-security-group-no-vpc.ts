import { defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'ec2-security-group-no-vpc',
  title: 'Security group lands in the default VPC',
  on: 'AWS::EC2::SecurityGroup',
  severity: 'low',
  category: 'network',
  profile: 'strict',
  aspect: 'network-exposure',
  peers: { kics: ['493d9591'] },
  controls: {},
  why: 'Without VpcId a group is made in the default VPC, whose subnets are all public and which is shared by everything that names no network.',
  remedy: 'Name the VPC of the workload.',
  references: ['https://docs.aws.amazon.com/vpc/latest/userguide/default-vpc.html'],
  check(resource, report) {
    const vpc = resource.get('VpcId');
    if (!vpc.isAbsent) return;
    const vpcs = resource.template.resources('AWS::EC2::VPC');
    const [only] = vpcs;
    const fixes =
      only && vpcs.length === 1
        ? [fix(`Put it in ${only.logicalId}`, 'replacement', set(vpc, { Ref: only.logicalId }))]
        : [];
    report(vpc, `${resource.logicalId} names no VPC, so it is made in the default one`, { fixes });
  },
  examples: [
    {
      bad: template`
        Resources:
          Vpc:
            Type: AWS::EC2::VPC
            Properties:
              CidrBlock: 10.0.0.0/16
          App:
        # ^^^
            Type: AWS::EC2::SecurityGroup
            Properties:
              GroupDescription: Application
      `,
      good: template`
        Resources:
          Vpc:
            Type: AWS::EC2::VPC
            Properties:
              CidrBlock: 10.0.0.0/16
          App:
            Type: AWS::EC2::SecurityGroup
            Properties:
              GroupDescription: Application
              VpcId: !Ref Vpc
      `,
    },
    {
      name: 'in the default VPC in development only',
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          App:
            Type: AWS::EC2::SecurityGroup
            Properties:
              GroupDescription: Application
              VpcId: !If [IsProd, vpc-12345678, !Ref AWS::NoValue]
            # ^^^^^
      `,
    },
    {
      name: 'a VPC that is chosen at deployment',
      silent: template`
        Parameters:
          Choice: {Type: String}
        Resources:
          App:
            Type: AWS::EC2::SecurityGroup
            Properties:
              GroupDescription: Application
              VpcId: !Ref Choice
      `,
    },
  ],
});
