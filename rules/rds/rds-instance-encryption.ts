import { defineRule, fix, set, template } from '#kit';

const CLUSTER_PEERS = {
  checkov: ['CKV_AWS_96'],
  cfn_nag: ['F26'],
  guard: ['RDS_STORAGE_ENCRYPTED'],
  trivy: ['AWS-0079'],
  cdk_nag: ['RDSStorageEncrypted', 'AwsSolutions-RDS2'],
  kics: ['65844ba3'],
  security_hub: ['RDS.27'],
};
const INSTANCE_PEERS = {
  checkov: ['CKV_AWS_16'],
  cfn_nag: ['F27'],
  guard: ['RDS_STORAGE_ENCRYPTED'],
  trivy: ['AWS-0080'],
  cdk_nag: ['RDSStorageEncrypted', 'AwsSolutions-RDS2'],
  kics: ['5beacce3', 'ffee2785'],
  security_hub: ['RDS.3'],
};

export default defineRule({
  id: 'rds-instance-encryption',
  title: 'RDS database is stored unencrypted',
  on: ['AWS::RDS::DBInstance', 'AWS::RDS::DBCluster'],
  severity: 'high',
  category: 'encryption-at-rest',
  profile: 'essential',
  aspect: 'encryption-at-rest',
  peers: {
    checkov: ['CKV_AWS_16', 'CKV_AWS_96'],
    cfn_nag: ['F26', 'F27'],
    guard: ['RDS_STORAGE_ENCRYPTED'],
    trivy: ['AWS-0079', 'AWS-0080'],
    cdk_nag: ['RDSStorageEncrypted', 'AwsSolutions-RDS2'],
    kics: ['5beacce3', '65844ba3', 'ffee2785'],
    security_hub: ['RDS.3', 'RDS.27'],
  },
  controls: { 'aws-fsbp': ['RDS.3', 'RDS.27'], 'nist-800-53-r5': ['SC-28', 'SC-28(1)'] },
  why: 'Storage, backups and snapshots of the database are readable for whoever gets hold of them. RDS encrypts only on request, and never an existing database in place.',
  remedy:
    'Set StorageEncrypted to true; for a database that holds data, restore it from an encrypted copy of a snapshot.',
  references: ['https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.Encryption.html'],
  check(database, report) {
    const isCluster = database.type === 'AWS::RDS::DBCluster';
    // Members take the encryption of their cluster, replicas and restored databases that of their source.
    if (!isCluster && !database.get('DBClusterIdentifier').isAbsent) return;
    if (!isCluster && database.get('Engine').satisfies((engine) => /^aurora/i.test(engine))) return;
    if (!INHERITED.every((source) => database.get(source).isAbsent)) return;
    const encrypted = database.get('StorageEncrypted');
    if (!encrypted.isNot(true)) return;
    report(encrypted, `${database.logicalId} stores its data, backups and snapshots unencrypted`, {
      peers: isCluster ? CLUSTER_PEERS : INSTANCE_PEERS,
      fixes: () => {
        if (isCluster) return [fix('Encrypt the cluster (replaces the cluster)', 'replacement', set(encrypted, true))];
        const size = database.get('DBInstanceClass');
        // Classes that cannot encrypt: one has a successor of the same size, for the others only the author knows.
        if (size.satisfies((name) => /^db\.(t1|m1|m2)\./.test(name))) return [];
        if (!size.is('db.t2.micro')) {
          return [fix('Encrypt the database (replaces the database)', 'replacement', set(encrypted, true))];
        }
        const changes = [set(encrypted, true), set(size, 'db.t3.micro')];
        return [fix('Encrypt the database on a db.t3.micro (replaces the database)', 'replacement', ...changes)];
      },
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
              Engine: postgres
      `,
      good: template`
        Resources:
          Orders:
            Type: AWS::RDS::DBInstance
            Properties:
              Engine: postgres
              StorageEncrypted: true
      `,
    },
    {
      name: 'a class that cannot encrypt',
      bad: template`
        Resources:
          Orders:
        # ^^^^^^
            Type: AWS::RDS::DBInstance
            Properties:
              Engine: postgres
              DBInstanceClass: db.t2.micro
      `,
      good: template`
        Resources:
          Orders:
            Type: AWS::RDS::DBInstance
            Properties:
              Engine: postgres
              DBInstanceClass: db.t3.micro
              StorageEncrypted: true
      `,
    },
    {
      name: 'a class that cannot encrypt and has no successor',
      bad: template`
        Resources:
          Orders:
        # ^^^^^^
            Type: AWS::RDS::DBInstance
            Properties:
              Engine: mysql
              DBInstanceClass: db.m1.small
      `,
    },
    {
      bad: template`
        Resources:
          Orders:
            Type: AWS::RDS::DBCluster
            Properties:
              Engine: aurora-mysql
              StorageEncrypted: 'false'
                              # ^^^^^^^
      `,
      good: template`
        Resources:
          Orders:
            Type: AWS::RDS::DBCluster
            Properties:
              Engine: aurora-mysql
              StorageEncrypted: 'true'
      `,
    },
    {
      name: 'only outside production',
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env:
            Type: String
            Default: dev
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Orders:
            Type: AWS::RDS::DBInstance
            Properties:
              Engine: mysql
              StorageEncrypted: !If [IsProd, true, false]
                                                 # ^^^^^
      `,
      good: template`
        Parameters:
          Env:
            Type: String
            Default: dev
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Orders:
            Type: AWS::RDS::DBInstance
            Properties:
              Engine: mysql
              StorageEncrypted: !If [IsProd, true, true]
      `,
    },
    {
      name: 'a member of a cluster takes the encryption of the cluster',
      silent: template`
        Resources:
          Reader:
            Type: AWS::RDS::DBInstance
            Properties:
              Engine: aurora-postgresql
              DBClusterIdentifier: !ImportValue OrdersCluster
      `,
    },
    {
      name: 'a database restored from a snapshot takes the encryption of the snapshot',
      silent: template`
        Parameters:
          Snapshot:
            Type: String
        Resources:
          Restored:
            Type: AWS::RDS::DBInstance
            Properties:
              Engine: mysql
              DBSnapshotIdentifier: !Ref Snapshot
      `,
    },
    {
      name: 'a parameter without default decides',
      silent: template`
        Parameters:
          Encrypt:
            Type: String
        Resources:
          Orders:
            Type: AWS::RDS::DBInstance
            Properties:
              Engine: mysql
              StorageEncrypted: !Ref Encrypt
      `,
    },
  ],
});

const INHERITED = [
  'SourceDBInstanceIdentifier',
  'SourceDBClusterIdentifier',
  'SourceDbiResourceId',
  'SourceDBInstanceAutomatedBackupsArn',
  'DBSnapshotIdentifier',
  'DBClusterSnapshotIdentifier',
  'SnapshotIdentifier',
  'ReplicationSourceIdentifier',
];
