import { defineRule, mayBeClusterMember, mayBeReplica, template } from '#kit';

export default defineRule({
  id: 'rds-default-vpc',
  title: 'RDS database lives in the default VPC',
  on: 'AWS::RDS::DBInstance',
  severity: 'low',
  category: 'network',
  profile: 'strict',
  aspect: 'network-exposure',
  peers: { security_hub: ['RDS.18'] },
  controls: { 'nist-800-53-r5': ['AC-4', 'SC-7'], 'pci-dss-4': ['1.4.4'] },
  why: 'Without a subnet group RDS takes the account’s default VPC, all of whose subnets are public.',
  remedy: 'Name a DB subnet group of private subnets.',
  references: ['https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_VPC.WorkingWithRDSInstanceinaVPC.html'],
  check(database, report) {
    if (mayBeClusterMember(database) || mayBeReplica(database)) return;
    const group = database.get('DBSubnetGroupName');
    if (!group.isAbsent && !group.is('default')) return;
    report(group, `${database.logicalId} lives in the default VPC, whose subnets are public`);
  },
  examples: [
    {
      bad: template`
        Resources:
          Orders:
        # ^^^^^^
            Type: AWS::RDS::DBInstance
            Properties:
              Engine: mysql
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
            Type: AWS::RDS::DBInstance
            Properties:
              Engine: mysql
              DBSubnetGroupName: !If [IsProd, orders, default]
                                                    # ^^^^^^^
      `,
    },
    {
      name: 'a group without default is unknown',
      silent: template`
        Parameters:
          Setting:
            Type: String
        Resources:
          Orders:
            Type: AWS::RDS::DBInstance
            Properties:
              DBSubnetGroupName: !Ref Setting
      `,
    },
    {
      name: 'a member of a cluster takes it from the cluster',
      silent: template`
        Resources:
          Orders:
            Type: AWS::RDS::DBInstance
            Properties:
              Engine: aurora-mysql
              DBClusterIdentifier: !ImportValue OrdersCluster
      `,
    },
    {
      name: 'a replica can be made again from its source',
      silent: template`
        Resources:
          Orders:
            Type: AWS::RDS::DBInstance
            Properties:
              SourceDBInstanceIdentifier: orders
      `,
    },
  ],
});
