import { defineRule, template } from '#kit';

export default defineRule({
  id: 'redshift-classic-security-group',
  title: 'Redshift security group is of EC2-Classic',
  on: ['AWS::Redshift::ClusterSecurityGroup', 'AWS::Redshift::ClusterSecurityGroupIngress'],
  severity: 'medium',
  category: 'network',
  profile: 'strict',
  aspect: 'network-exposure',
  peers: { trivy: ['AWS-0085', 'AWS-0083'] },
  controls: { 'nist-800-53-r5': ['AC-4', 'SC-7'], 'pci-dss-4': ['1.4.4'] },
  why: 'EC2-Classic is gone: such a group protects nothing, and stacks with one cannot be made any more.',
  remedy: 'Use EC2 security groups (VpcSecurityGroupIds).',
  references: ['https://docs.aws.amazon.com/redshift/latest/mgmt/security-network-isolation.html'],
  check(group, report) {
    const description = group.get('Description');
    const peers =
      description.isAbsent || description.is('') ? { trivy: ['AWS-0085', 'AWS-0083'] } : { trivy: ['AWS-0085'] };
    report(group, `${group.logicalId} is of EC2-Classic, which is gone`, { peers });
  },
  examples: [
    {
      bad: template`
        Resources:
          Orders:
        # ^^^^^^
            Type: AWS::Redshift::ClusterSecurityGroup
            Properties:
              Description: Orders
      `,
    },
    {
      name: 'made in one environment only',
      bad: template`
        Parameters:
          Env:
            Type: String
        Conditions:
          IsOld: !Equals [!Ref Env, old]
        Resources:
          Orders:
        # ^^^^^^
            Type: AWS::Redshift::ClusterSecurityGroup
            Condition: IsOld
            Properties:
              Description: Orders
      `,
    },
    {
      name: 'security groups of a VPC',
      silent: template`
        Parameters:
          Setting:
            Type: List<AWS::EC2::SecurityGroup::Id>
        Resources:
          Orders:
            Type: AWS::Redshift::Cluster
            Properties:
              NodeType: ra3.large
              VpcSecurityGroupIds: !Ref Setting
      `,
    },
  ],
});
