import { defineRule, fix, mayBeClusterMember, set, template } from '#kit';

export default defineRule({
  id: 'rds-multi-az',
  title: 'RDS database stands in one availability zone',
  on: 'AWS::RDS::DBInstance',
  severity: 'medium',
  category: 'resilience',
  profile: 'strict',
  aspect: 'backup-durability',
  peers: {
    checkov: ['CKV_AWS_157'],
    guard: ['RDS_MULTI_AZ_SUPPORT'],
    cdk_nag: ['RDSMultiAZSupport', 'AwsSolutions-RDS3'],
    kics: ['2b1d4935'],
    security_hub: ['RDS.5'],
  },
  controls: { 'aws-fsbp': ['RDS.5'], 'nist-800-53-r5': ['CP-10', 'SC-5(2)'] },
  why: 'Maintenance or the loss of one zone takes the database down until it is restored from a backup; a standby in another zone takes over within minutes.',
  remedy: 'Set MultiAZ to true where the service has to stay up.',
  references: ['https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.MultiAZ.html'],
  check(database, report) {
    if (mayBeClusterMember(database)) return;
    const standby = database.get('MultiAZ');
    if (!standby.isNot(true)) return;
    report(standby, `${database.logicalId} has no standby in another availability zone`, {
      fixes: [fix('Add a standby in another zone (doubles the price of the instance)', 'cost', set(standby, true))],
    });
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
      good: template`
        Resources:
          Orders:
            Type: AWS::RDS::DBInstance
            Properties:
              Engine: mysql
              MultiAZ: true
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
              MultiAZ: !If [IsProd, true, false]
                                        # ^^^^^
      `,
      good: template`
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
              MultiAZ: !If [IsProd, true, true]
      `,
    },
    {
      name: 'a parameter without default decides',
      silent: template`
        Parameters:
          Setting:
            Type: String
        Resources:
          Orders:
            Type: AWS::RDS::DBInstance
            Properties:
              Engine: mysql
              MultiAZ: !Ref Setting
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
  ],
});
