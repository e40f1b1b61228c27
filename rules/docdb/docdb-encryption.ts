import { defineRule, fix, isKeyOfAws, set, template } from '#kit';

const PEERS = {
  checkov: ['CKV_AWS_74'],
  trivy: ['AWS-0021'],
  cdk_nag: ['DocumentDBClusterEncryptionAtRest', 'AwsSolutions-DOC1'],
  security_hub: ['DocumentDB.1'],
};
/** Without encryption there is no key of your own, either. */
const KEYLESS_PEERS = { ...PEERS, trivy: [...PEERS.trivy, 'AWS-0022'] };

export default defineRule({
  id: 'docdb-encryption',
  title: 'DocumentDB cluster is stored unencrypted',
  on: 'AWS::DocDB::DBCluster',
  severity: 'high',
  category: 'encryption-at-rest',
  profile: 'essential',
  aspect: 'encryption-at-rest',
  peers: KEYLESS_PEERS,
  controls: { 'aws-fsbp': ['DocumentDB.1'], 'nist-800-53-r5': ['SC-28', 'SC-28(1)'] },
  why: 'Storage, backups and snapshots of the cluster are readable for whoever gets hold of them. A template gets encryption only on request, and an existing cluster never in place.',
  remedy: 'Set StorageEncrypted to true; for a cluster that holds data, restore an encrypted copy of a snapshot.',
  references: ['https://docs.aws.amazon.com/documentdb/latest/developerguide/encryption-at-rest.html'],
  check(cluster, report) {
    // Restored clusters take the encryption of what they are made from.
    if (!cluster.get('SnapshotIdentifier').isAbsent || !cluster.get('SourceDBClusterIdentifier').isAbsent) return;
    const encrypted = cluster.get('StorageEncrypted');
    if (!encrypted.isNot(true)) return;
    report(encrypted, `${cluster.logicalId} stores its data, backups and snapshots unencrypted`, {
      peers: isKeyOfAws(cluster.get('KmsKeyId')) ? KEYLESS_PEERS : PEERS,
      fixes: [fix('Encrypt the cluster (replaces the cluster)', 'replacement', set(encrypted, true))],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Orders:
        # ^^^^^^
            Type: AWS::DocDB::DBCluster
            Properties:
              MasterUsername: orders
      `,
      good: template`
        Resources:
          Orders:
            Type: AWS::DocDB::DBCluster
            Properties:
              MasterUsername: orders
              StorageEncrypted: true
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
            Type: AWS::DocDB::DBCluster
            Properties:
              MasterUsername: orders
              StorageEncrypted: !If [IsProd, true, false]
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
            Type: AWS::DocDB::DBCluster
            Properties:
              MasterUsername: orders
              StorageEncrypted: !If [IsProd, true, true]
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
            Type: AWS::DocDB::DBCluster
            Properties:
              MasterUsername: orders
              StorageEncrypted: !Ref Setting
      `,
    },
    {
      name: 'a cluster made from a snapshot takes its encryption',
      silent: template`
        Parameters:
          Setting:
            Type: String
        Resources:
          Orders:
            Type: AWS::DocDB::DBCluster
            Properties:
              SnapshotIdentifier: !Ref Setting
      `,
    },
  ],
});
