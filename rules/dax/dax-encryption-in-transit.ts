import { defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'dax-encryption-in-transit',
  title: 'DAX cluster talks in the clear',
  on: 'AWS::DAX::Cluster',
  severity: 'medium',
  category: 'encryption-in-transit',
  profile: 'recommended',
  aspect: 'encryption-in-transit',
  peers: { security_hub: ['DynamoDB.7'] },
  controls: { 'aws-fsbp': ['DynamoDB.7'], 'nist-800-53-r5': ['SC-8', 'SC-8(1)'], 'pci-dss-4': ['4.2.1'] },
  why: 'Items cross the network between application and cache unencrypted. TLS can only be chosen when a cluster is made, and is off by default.',
  remedy: 'Set ClusterEndpointEncryptionType to TLS.',
  references: ['https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/DAXEncryptionInTransit.html'],
  check(cluster, report) {
    const encryption = cluster.get('ClusterEndpointEncryptionType');
    if (!encryption.isNot('TLS')) return;
    report(encryption, `${cluster.logicalId} talks to its clients in the clear`, {
      fixes: [fix('Ask for TLS (replaces the cluster)', 'replacement', set(encryption, 'TLS'))],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Orders:
        # ^^^^^^
            Type: AWS::DAX::Cluster
            Properties:
              ReplicationFactor: 3
      `,
      good: template`
        Resources:
          Orders:
            Type: AWS::DAX::Cluster
            Properties:
              ReplicationFactor: 3
              ClusterEndpointEncryptionType: TLS
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
            Type: AWS::DAX::Cluster
            Properties:
              ReplicationFactor: 3
              ClusterEndpointEncryptionType: !If [IsProd, TLS, NONE]
                                                             # ^^^^
      `,
      good: template`
        Parameters:
          Env:
            Type: String
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Orders:
            Type: AWS::DAX::Cluster
            Properties:
              ReplicationFactor: 3
              ClusterEndpointEncryptionType: !If [IsProd, TLS, TLS]
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
            Type: AWS::DAX::Cluster
            Properties:
              ReplicationFactor: 3
              ClusterEndpointEncryptionType: !Ref Setting
      `,
    },
  ],
});
