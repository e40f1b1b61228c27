import { customerKey, defineRule, fix, isKeyOfAws, set, template } from '#kit';

const PEERS = {
  checkov: ['CKV_AWS_64'],
  cfn_nag: ['F28'],
  guard: ['REDSHIFT_CLUSTER_CONFIGURATION_CHECK'],
  cdk_nag: ['RedshiftClusterEncryptionAtRest', 'AwsSolutions-RS6', 'RedshiftClusterConfiguration'],
  kics: ['3b316b05'],
  security_hub: ['Redshift.10'],
};
const KEY_PEERS = { trivy: ['AWS-0084'], kics: ['3b316b05', 'de76a0d6'] };

export default defineRule({
  id: 'redshift-encryption',
  title: 'Redshift cluster is stored unencrypted',
  on: 'AWS::Redshift::Cluster',
  severity: 'high',
  category: 'encryption-at-rest',
  profile: 'essential',
  aspect: 'encryption-at-rest',
  peers: {
    checkov: ['CKV_AWS_64'],
    cfn_nag: ['F28'],
    guard: ['REDSHIFT_CLUSTER_CONFIGURATION_CHECK'],
    trivy: ['AWS-0084'],
    cdk_nag: ['RedshiftClusterEncryptionAtRest', 'AwsSolutions-RS6', 'RedshiftClusterConfiguration'],
    kics: ['3b316b05', 'de76a0d6'],
    security_hub: ['Redshift.10'],
  },
  controls: { 'aws-fsbp': ['Redshift.10'], 'nist-800-53-r5': ['SC-28', 'SC-28(1)'] },
  why: 'Blocks, backups and snapshots of the warehouse are readable for whoever gets hold of them. Since January 2025 new clusters are encrypted with a key of AWS unless told otherwise; say so, for clusters that are older.',
  remedy: 'Set Encrypted to true.',
  references: [
    'https://docs.aws.amazon.com/redshift/latest/mgmt/working-with-db-encryption.html',
    'https://docs.aws.amazon.com/redshift/latest/mgmt/behavior-changes.html',
  ],
  check(cluster, report) {
    // A restored cluster takes the encryption of its snapshot.
    if (!cluster.get('SnapshotIdentifier').isAbsent) return;
    const encrypted = cluster.get('Encrypted');
    const key = cluster.get('KmsKeyId');
    const fixes = [
      fix('Encrypt the cluster (read-only for hours while it re-encrypts)', 'behaviour', set(encrypted, true)),
      key.isAbsent
        ? customerKey(cluster, key, {
            title: 'Encrypt the cluster with a key of the stack (read-only for hours while it re-encrypts)',
            safety: 'behaviour',
            also: [set(encrypted, true)],
          })
        : undefined,
    ];
    const peers = isKeyOfAws(key) ? { ...PEERS, ...KEY_PEERS } : PEERS;
    if (encrypted.is(false)) {
      report(encrypted, `${cluster.logicalId} stores its data, backups and snapshots unencrypted`, { peers, fixes });
    } else if (encrypted.isAbsent) {
      report(encrypted, `${cluster.logicalId} is encrypted only if it was made after January 2025`, {
        severity: 'low',
        peers,
        fixes,
      });
    }
  },
  examples: [
    {
      bad: template`
        Resources:
          Orders:
        # ^^^^^^
            Type: AWS::Redshift::Cluster
            Properties:
              NodeType: ra3.large
      `,
      good: template`
        Resources:
          Orders:
            Type: AWS::Redshift::Cluster
            Properties:
              NodeType: ra3.large
              Encrypted: true
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
            Type: AWS::Redshift::Cluster
            Properties:
              NodeType: ra3.large
              Encrypted: !If [IsProd, true, false]
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
            Type: AWS::Redshift::Cluster
            Properties:
              NodeType: ra3.large
              Encrypted: !If [IsProd, true, true]
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
            Type: AWS::Redshift::Cluster
            Properties:
              NodeType: ra3.large
              Encrypted: !Ref Setting
      `,
    },
    {
      name: 'told not to encrypt',
      bad: template`
        Resources:
          Orders:
            Type: AWS::Redshift::Cluster
            Properties:
              NodeType: ra3.large
              Encrypted: false
                       # ^^^^^
      `,
      good: template`
        Resources:
          Orders:
            Type: AWS::Redshift::Cluster
            Properties:
              NodeType: ra3.large
              Encrypted: true
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
            Type: AWS::Redshift::Cluster
            Properties:
              SnapshotIdentifier: !Ref Setting
      `,
    },
  ],
});
