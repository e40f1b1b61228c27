import { defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'neptune-deletion-protection',
  title: 'Neptune cluster can be deleted by mistake',
  on: 'AWS::Neptune::DBCluster',
  severity: 'medium',
  category: 'backup-recovery',
  profile: 'strict',
  aspect: 'backup-durability',
  peers: { security_hub: ['Neptune.4'] },
  controls: { 'aws-fsbp': ['Neptune.4'], 'nist-800-53-r5': ['CP-9', 'SI-12'] },
  why: 'One wrong click or call deletes the cluster together with its automated backups. Protection makes it two steps.',
  remedy: 'Set DeletionProtection to true; take it off first where a stack is meant to go.',
  references: ['https://docs.aws.amazon.com/neptune/latest/userguide/manage-console-instances-delete.html'],
  check(cluster, report) {
    const protection = cluster.get('DeletionProtection');
    if (!protection.isNot(true)) return;
    report(protection, `${cluster.logicalId} can be deleted in one step`, {
      fixes: [
        fix(
          'Protect from deletion (the stack can then only be deleted after taking it off)',
          'behaviour',
          set(protection, true),
        ),
      ],
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
              DeletionProtection: true
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
              DeletionProtection: !If [IsProd, true, false]
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
              DeletionProtection: !If [IsProd, true, true]
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
              DeletionProtection: !Ref Setting
      `,
    },
  ],
});
