import { defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'rds-global-cluster-encryption',
  title: 'Aurora global database is stored unencrypted',
  on: 'AWS::RDS::GlobalCluster',
  severity: 'high',
  category: 'encryption-at-rest',
  profile: 'essential',
  aspect: 'encryption-at-rest',
  peers: {},
  controls: { 'nist-800-53-r5': ['SC-28', 'SC-28(1)'] },
  why: 'Storage, backups and snapshots in all its regions are readable for whoever gets hold of them; it is decided once, when the database is made. One that is made of an existing cluster is as encrypted as that.',
  remedy: 'Set StorageEncrypted to true.',
  references: ['https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Overview.Encryption.html'],
  check(cluster, report) {
    const encrypted = cluster.get('StorageEncrypted');
    if (!encrypted.isNot(true) || !cluster.get('SourceDBClusterIdentifier').isAbsent) return;
    report(encrypted, `${cluster.logicalId} stores its data, backups and snapshots unencrypted`, {
      fixes: [fix('Encrypt it (replaces the global database)', 'replacement', set(encrypted, true))],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Orders:
        # ^^^^^^
            Type: AWS::RDS::GlobalCluster
            Properties:
              Engine: aurora-postgresql
      `,
      good: template`
        Resources:
          Orders:
            Type: AWS::RDS::GlobalCluster
            Properties:
              Engine: aurora-postgresql
              StorageEncrypted: true
      `,
    },
    {
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Orders:
            Type: AWS::RDS::GlobalCluster
            Properties:
              Engine: aurora-mysql
              StorageEncrypted: !If [IsProd, true, false]
                                                 # ^^^^^
      `,
      good: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Orders:
            Type: AWS::RDS::GlobalCluster
            Properties:
              Engine: aurora-mysql
              StorageEncrypted: !If [IsProd, true, true]
      `,
    },
    {
      name: 'an existing cluster gives its encryption, and a parameter may',
      silent: template`
        Parameters:
          Encrypted: {Type: String}
        Resources:
          Orders:
            Type: AWS::RDS::GlobalCluster
            Properties: {SourceDBClusterIdentifier: !ImportValue Cluster}
          Users:
            Type: AWS::RDS::GlobalCluster
            Properties: {Engine: aurora-mysql, StorageEncrypted: !Ref Encrypted}
      `,
    },
  ],
});
