import { defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'neptune-copy-tags',
  title: 'Neptune snapshots lose the tags of their cluster',
  on: 'AWS::Neptune::DBCluster',
  severity: 'low',
  category: 'organisation',
  profile: 'strict',
  aspect: 'backup-durability',
  peers: { security_hub: ['Neptune.8'] },
  controls: { 'aws-fsbp': ['Neptune.8'] },
  why: 'Access policies and retention that go by tags do not see snapshots without them.',
  remedy: 'Set CopyTagsToSnapshot to true.',
  references: ['https://docs.aws.amazon.com/neptune/latest/userguide/tagging.html'],
  check(cluster, report) {
    const copy = cluster.get('CopyTagsToSnapshot');
    if (!copy.isNot(true)) return;
    report(copy, `Snapshots of ${cluster.logicalId} do not carry its tags`, {
      fixes: [fix('Copy tags to snapshots', 'safe', set(copy, true))],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Orders:
        # ^^^^^^
            Type: AWS::Neptune::DBCluster
            Properties:
              StorageEncrypted: true
      `,
      good: template`
        Resources:
          Orders:
            Type: AWS::Neptune::DBCluster
            Properties:
              StorageEncrypted: true
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
            Type: AWS::Neptune::DBCluster
            Properties:
              StorageEncrypted: true
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
            Type: AWS::Neptune::DBCluster
            Properties:
              StorageEncrypted: true
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
            Type: AWS::Neptune::DBCluster
            Properties:
              StorageEncrypted: true
              CopyTagsToSnapshot: !Ref Setting
      `,
    },
  ],
});
