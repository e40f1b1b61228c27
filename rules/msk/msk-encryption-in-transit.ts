import { defineRule, fix, set, template } from '#kit';

const PEERS = { checkov: ['CKV_AWS_81'], kics: ['a976d63f'], security_hub: ['MSK.1'] };

export default defineRule({
  id: 'msk-encryption-in-transit',
  title: 'MSK cluster talks in the clear',
  on: 'AWS::MSK::Cluster',
  severity: 'high',
  category: 'encryption-in-transit',
  profile: 'recommended',
  aspect: 'encryption-in-transit',
  peers: {
    checkov: ['CKV_AWS_81'],
    trivy: ['AWS-0073'],
    cdk_nag: ['MSKClientToBrokerTLS', 'AwsSolutions-MSK2', 'MSKBrokerToBrokerTLS', 'AwsSolutions-MSK3'],
    kics: ['a976d63f'],
    security_hub: ['MSK.1'],
  },
  controls: { 'aws-fsbp': ['MSK.1'], 'nist-800-53-r5': ['SC-8', 'SC-8(1)'], 'pci-dss-4': ['4.2.1'] },
  why: 'Messages and credentials cross the network unencrypted. TLS is the default, towards clients and between brokers; this cluster takes it off.',
  remedy: 'Set ClientBroker to TLS and InCluster to true, or leave both out.',
  references: ['https://docs.aws.amazon.com/msk/latest/developerguide/msk-encryption.html'],
  check(cluster, report) {
    const transit = cluster.get('EncryptionInfo.EncryptionInTransit');
    const clients = transit.get('ClientBroker');
    const brokers = transit.get('InCluster');
    if (clients.is('PLAINTEXT', 'TLS_PLAINTEXT')) {
      report(clients, `${cluster.logicalId} lets clients connect without TLS`, {
        peers: { ...PEERS, trivy: ['AWS-0073'], cdk_nag: ['MSKClientToBrokerTLS', 'AwsSolutions-MSK2'] },
        fixes: [fix('Turn clients without TLS away', 'behaviour', set(clients, 'TLS'))],
      });
    }
    if (brokers.is(false)) {
      report(brokers, `The brokers of ${cluster.logicalId} talk to each other in the clear`, {
        peers: { ...PEERS, cdk_nag: ['MSKBrokerToBrokerTLS', 'AwsSolutions-MSK3'] },
        fixes: [fix('Encrypt between brokers (replaces the cluster)', 'replacement', set(brokers, true))],
      });
    }
  },
  examples: [
    {
      bad: template`
        Resources:
          Events:
            Type: AWS::MSK::Cluster
            Properties:
              ClusterName: events
              EncryptionInfo:
                EncryptionInTransit:
                  ClientBroker: TLS_PLAINTEXT
                              # ^^^^^^^^^^^^^
      `,
      good: template`
        Resources:
          Events:
            Type: AWS::MSK::Cluster
            Properties:
              ClusterName: events
              EncryptionInfo:
                EncryptionInTransit:
                  ClientBroker: TLS
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
          Events:
            Type: AWS::MSK::Cluster
            Properties:
              ClusterName: events
              EncryptionInfo:
                EncryptionInTransit:
                  ClientBroker: !If [IsProd, TLS, TLS_PLAINTEXT]
                                                # ^^^^^^^^^^^^^
      `,
      good: template`
        Parameters:
          Env:
            Type: String
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Events:
            Type: AWS::MSK::Cluster
            Properties:
              ClusterName: events
              EncryptionInfo:
                EncryptionInTransit:
                  ClientBroker: !If [IsProd, TLS, TLS]
      `,
    },
    {
      name: 'TLS is the default',
      silent: template`
        Resources:
          Events:
            Type: AWS::MSK::Cluster
            Properties:
              ClusterName: events
      `,
    },
    {
      name: 'a parameter without default decides',
      silent: template`
        Parameters:
          Setting:
            Type: String
        Resources:
          Events:
            Type: AWS::MSK::Cluster
            Properties:
              ClusterName: events
              EncryptionInfo:
                EncryptionInTransit:
                  ClientBroker: !Ref Setting
      `,
    },
    {
      name: 'between brokers',
      bad: template`
        Resources:
          Events:
            Type: AWS::MSK::Cluster
            Properties:
              ClusterName: events
              EncryptionInfo:
                EncryptionInTransit:
                  InCluster: false
                           # ^^^^^
      `,
      good: template`
        Resources:
          Events:
            Type: AWS::MSK::Cluster
            Properties:
              ClusterName: events
              EncryptionInfo:
                EncryptionInTransit:
                  InCluster: true
      `,
    },
  ],
});
