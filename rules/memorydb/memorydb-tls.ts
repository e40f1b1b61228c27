import { defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'memorydb-tls',
  title: 'MemoryDB cluster talks in the clear',
  on: 'AWS::MemoryDB::Cluster',
  severity: 'high',
  category: 'encryption-in-transit',
  profile: 'recommended',
  aspect: 'encryption-in-transit',
  peers: {},
  controls: { 'nist-800-53-r5': ['SC-8', 'SC-8(1)'], 'pci-dss-4': ['4.2.1'] },
  why: 'Data crosses the network unencrypted, and without TLS only the open ACL can be used. TLS is on by default; this cluster takes it off.',
  remedy: 'Set TLSEnabled to true, or leave it out.',
  references: ['https://docs.aws.amazon.com/memorydb/latest/devguide/in-transit-encryption.html'],
  check(cluster, report) {
    const tls = cluster.get('TLSEnabled');
    if (!tls.is(false)) return;
    report(tls, `${cluster.logicalId} talks to its clients in the clear`, {
      fixes: [fix('Ask for TLS (replaces the cluster)', 'replacement', set(tls, true))],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Sessions:
            Type: AWS::MemoryDB::Cluster
            Properties:
              ClusterName: sessions
              TLSEnabled: false
                        # ^^^^^
      `,
      good: template`
        Resources:
          Sessions:
            Type: AWS::MemoryDB::Cluster
            Properties:
              ClusterName: sessions
              TLSEnabled: true
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
          Sessions:
            Type: AWS::MemoryDB::Cluster
            Properties:
              ClusterName: sessions
              TLSEnabled: !If [IsProd, true, false]
                                           # ^^^^^
      `,
      good: template`
        Parameters:
          Env:
            Type: String
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Sessions:
            Type: AWS::MemoryDB::Cluster
            Properties:
              ClusterName: sessions
              TLSEnabled: !If [IsProd, true, true]
      `,
    },
    {
      name: 'TLS is on by default',
      silent: template`
        Resources:
          Sessions:
            Type: AWS::MemoryDB::Cluster
            Properties:
              ClusterName: sessions
      `,
    },
    {
      name: 'a parameter without default decides',
      silent: template`
        Parameters:
          Setting:
            Type: String
        Resources:
          Sessions:
            Type: AWS::MemoryDB::Cluster
            Properties:
              ClusterName: sessions
              TLSEnabled: !Ref Setting
      `,
    },
  ],
});
