import { defineRule, egressOf, ingressOf, template } from '#kit';

export default defineRule({
  id: 'ec2-default-security-group-rule',
  title: 'Default security group of a VPC admits traffic',
  on: ['AWS::EC2::SecurityGroup', 'AWS::EC2::SecurityGroupIngress', 'AWS::EC2::SecurityGroupEgress'],
  severity: 'medium',
  category: 'network',
  profile: 'recommended',
  aspect: 'network-exposure',
  peers: {
    trivy: ['AWS-0173'],
    kics: ['ea33fcf7'],
    cdk_nag: ['VPCDefaultSecurityGroupClosed'],
    security_hub: ['EC2.2'],
  },
  controls: { 'aws-fsbp': ['EC2.2'], 'cis-aws-3': ['5.4'], 'nist-800-53-r5': ['AC-4', 'SC-7'] },
  why: 'Whatever is launched without naming a group gets the default one, so every rule on it applies to hosts that nobody thought of.',
  remedy: 'Make a group for the workload, and leave the default one without rules.',
  references: ['https://docs.aws.amazon.com/vpc/latest/userguide/default-security-group.html'],
  check(resource, report) {
    const group = resource.get('GroupId');
    const target = group.target();
    if (target?.attribute === 'DefaultSecurityGroup') {
      report(group, `${resource.logicalId} adds a rule to the default security group of ${target.resource.logicalId}`);
    }
    if (resource.type !== 'AWS::EC2::SecurityGroup') return;
    // EC2 keeps the name for the group that a VPC comes with, and makes no other of that name.
    const name = resource.get('GroupName');
    const hasRules = ingressOf(resource).length + egressOf(resource).length > 0;
    if (name.is('default') && hasRules) report(name, `${resource.logicalId} gives rules to a group called default`);
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
            Type: AWS::EC2::SecurityGroupIngress
            Properties:
              GroupId: !GetAtt Vpc.DefaultSecurityGroup
                     # ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
              IpProtocol: tcp
              FromPort: 443
              ToPort: 443
              CidrIp: 10.0.0.0/16
      `,
    },
    {
      name: 'a group that takes the name of the default one',
      bad: template`
        Resources:
          Open:
            Type: AWS::EC2::SecurityGroup
            Properties:
              GroupName: default
                       # ^^^^^^^
              GroupDescription: Default group of the network
              VpcId: vpc-12345678
              SecurityGroupIngress:
                - {IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 10.0.0.0/16}
          Closed:
            Type: AWS::EC2::SecurityGroup
            Properties:
              GroupName: default
              GroupDescription: Default group of the network
              VpcId: vpc-87654321
      `,
    },
    {
      name: 'the default group in development only',
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Vpc:
            Type: AWS::EC2::VPC
            Properties:
              CidrBlock: 10.0.0.0/16
          App:
            Type: AWS::EC2::SecurityGroupIngress
            Properties:
              GroupId: !If [IsProd, sg-12345678, !GetAtt Vpc.DefaultSecurityGroup]
                                               # ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
              IpProtocol: tcp
              FromPort: 443
              ToPort: 443
              CidrIp: 10.0.0.0/16
      `,
    },
    {
      name: 'a group that is chosen at deployment',
      silent: template`
        Parameters:
          Choice: {Type: String}
        Resources:
          App:
            Type: AWS::EC2::SecurityGroupIngress
            Properties:
              GroupId: !Ref Choice
              IpProtocol: tcp
              FromPort: 443
              ToPort: 443
              CidrIp: 10.0.0.0/16
      `,
    },
  ],
});
