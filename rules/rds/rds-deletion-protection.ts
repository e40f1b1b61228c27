import { defineRule, fix, mayBeClusterMember, set, template } from '#kit';

const INSTANCE_PEERS = {
  cfn_nag: ['F80'],
  guard: ['RDS_INSTANCE_DELETION_PROTECTION_ENABLED'],
  trivy: ['AWS-0177'],
  cdk_nag: ['RDSInstanceDeletionProtectionEnabled', 'AwsSolutions-RDS10'],
  kics: ['2c161e58'],
  security_hub: ['RDS.8'],
};
const CLUSTER_PEERS = {
  trivy: ['AWS-0343'],
  cdk_nag: ['RDSInstanceDeletionProtectionEnabled', 'AwsSolutions-RDS10'],
  security_hub: ['RDS.7'],
};

export default defineRule({
  id: 'rds-deletion-protection',
  title: 'RDS database can be deleted by mistake',
  on: ['AWS::RDS::DBInstance', 'AWS::RDS::DBCluster'],
  severity: 'medium',
  category: 'backup-recovery',
  profile: 'strict',
  aspect: 'backup-durability',
  peers: {
    cfn_nag: ['F80'],
    guard: ['RDS_INSTANCE_DELETION_PROTECTION_ENABLED'],
    trivy: ['AWS-0177', 'AWS-0343'],
    cdk_nag: ['RDSInstanceDeletionProtectionEnabled', 'AwsSolutions-RDS10'],
    kics: ['2c161e58'],
    security_hub: ['RDS.7', 'RDS.8'],
  },
  controls: { 'aws-fsbp': ['RDS.7', 'RDS.8'], 'nist-800-53-r5': ['CP-9', 'SI-12'] },
  why: 'One wrong click or call deletes the database together with its automated backups. Protection makes it two steps, for administrators and stack deletions alike.',
  remedy: 'Set DeletionProtection to true; take it off first where a stack is meant to go.',
  references: ['https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_DeleteInstance.html'],
  check(database, report) {
    if (mayBeClusterMember(database)) return;
    const protection = database.get('DeletionProtection');
    if (!protection.isNot(true)) return;
    report(protection, `${database.logicalId} can be deleted in one step`, {
      peers: database.type === 'AWS::RDS::DBCluster' ? CLUSTER_PEERS : INSTANCE_PEERS,
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
            Type: AWS::RDS::DBInstance
            Properties:
              Engine: mysql
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
            Type: AWS::RDS::DBInstance
            Properties:
              Engine: mysql
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
            Type: AWS::RDS::DBInstance
            Properties:
              Engine: mysql
              DeletionProtection: !Ref Setting
      `,
    },
    {
      name: 'a cluster',
      bad: template`
        Resources:
          Orders:
            Type: AWS::RDS::DBCluster
            Properties:
              Engine: aurora-mysql
              DeletionProtection: false
                                # ^^^^^
      `,
      good: template`
        Resources:
          Orders:
            Type: AWS::RDS::DBCluster
            Properties:
              Engine: aurora-mysql
              DeletionProtection: true
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
