import { defineRule, template } from '#kit';

export default defineRule({
  id: 'redshift-subnet-group-single',
  title: 'Redshift subnet group has one subnet',
  on: 'AWS::Redshift::ClusterSubnetGroup',
  severity: 'low',
  category: 'resilience',
  profile: 'strict',
  aspect: 'backup-durability',
  peers: { security_hub: ['Redshift.16'] },
  controls: { 'aws-fsbp': ['Redshift.16'], 'nist-800-53-r5': ['CP-10', 'SC-5(2)'] },
  why: 'With a single zone to choose from a cluster cannot be moved out of a failing one.',
  remedy: 'List subnets of at least two availability zones.',
  references: ['https://docs.aws.amazon.com/redshift/latest/mgmt/working-with-cluster-subnet-groups.html'],
  check(group, report) {
    const subnets = group.get('SubnetIds');
    if (subnets.isUnknown || subnets.isOpen || subnets.items().length !== 1) return;
    report(subnets, `${group.logicalId} has one subnet, and so one zone`);
  },
  examples: [
    {
      bad: template`
        Resources:
          Orders:
            Type: AWS::Redshift::ClusterSubnetGroup
            Properties:
              Description: Orders
              SubnetIds: [subnet-1]
            # ^^^^^^^^^
      `,
    },
    {
      name: 'in one environment only',
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env:
            Type: String
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Orders:
            Type: AWS::Redshift::ClusterSubnetGroup
            Properties:
              Description: Orders
              SubnetIds: !If [IsProd, [subnet-1, subnet-2], [subnet-1]]
            # ^^^^^^^^^
      `,
    },
    {
      name: 'subnets from a parameter are unknown',
      silent: template`
        Parameters:
          Setting:
            Type: List<AWS::EC2::Subnet::Id>
        Resources:
          Orders:
            Type: AWS::Redshift::ClusterSubnetGroup
            Properties:
              Description: Orders
              SubnetIds: !Ref Setting
      `,
    },
  ],
});
