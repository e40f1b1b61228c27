import { defineRule, fix, mayBeClusterMember, set, template } from '#kit';

export default defineRule({
  id: 'rds-copy-tags',
  title: 'RDS snapshots lose the tags of their database',
  on: ['AWS::RDS::DBInstance', 'AWS::RDS::DBCluster'],
  severity: 'low',
  category: 'organisation',
  profile: 'strict',
  aspect: 'backup-durability',
  peers: { security_hub: ['RDS.16', 'RDS.17'] },
  controls: { 'aws-fsbp': ['RDS.16', 'RDS.17'] },
  why: 'Access policies and retention that go by tags do not see snapshots without them.',
  remedy: 'Set CopyTagsToSnapshot to true.',
  references: ['https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_Tagging.html'],
  check(database, report) {
    if (mayBeClusterMember(database)) return;
    const copy = database.get('CopyTagsToSnapshot');
    if (!copy.isNot(true)) return;
    report(copy, `Snapshots of ${database.logicalId} do not carry its tags`, {
      peers: { security_hub: [database.type === 'AWS::RDS::DBCluster' ? 'RDS.16' : 'RDS.17'] },
      fixes: [fix('Copy tags to snapshots', 'safe', set(copy, true))],
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
              CopyTagsToSnapshot: true
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
              CopyTagsToSnapshot: !If [IsProd, true, false]
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
              CopyTagsToSnapshot: !If [IsProd, true, true]
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
              CopyTagsToSnapshot: !Ref Setting
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
