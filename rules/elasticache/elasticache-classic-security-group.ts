import { defineRule, template } from '#kit';

export default defineRule({
  id: 'elasticache-classic-security-group',
  title: 'ElastiCache security group is of EC2-Classic',
  on: ['AWS::ElastiCache::SecurityGroup', 'AWS::ElastiCache::SecurityGroupIngress'],
  severity: 'medium',
  category: 'network',
  profile: 'strict',
  aspect: 'network-exposure',
  peers: { trivy: ['AWS-0049'] },
  controls: { 'nist-800-53-r5': ['AC-4', 'SC-7'], 'pci-dss-4': ['1.4.4'] },
  why: 'EC2-Classic is gone: such a group protects nothing, and stacks with one cannot be made any more.',
  remedy: 'Use EC2 security groups.',
  references: ['https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/elasticache-vpc-accessing.html'],
  check(group, report) {
    const isUndescribed = group.type === 'AWS::ElastiCache::SecurityGroup' && group.get('Description').isAbsent;
    report(group, `${group.logicalId} is of EC2-Classic, which is gone`, {
      peers: isUndescribed ? { trivy: ['AWS-0049'] } : {},
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Sessions:
        # ^^^^^^^^
            Type: AWS::ElastiCache::SecurityGroup
            Properties:
              Description: Sessions
      `,
    },
    {
      name: 'security groups of a VPC',
      silent: template`
        Parameters:
          Setting:
            Type: List<AWS::EC2::SecurityGroup::Id>
        Resources:
          Sessions:
            Type: AWS::ElastiCache::ReplicationGroup
            Properties:
              SecurityGroupIds: !Ref Setting
      `,
    },
  ],
});
