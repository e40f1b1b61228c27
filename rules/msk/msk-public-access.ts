import { defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'msk-public-access',
  title: 'MSK brokers have public addresses',
  on: 'AWS::MSK::Cluster',
  severity: 'high',
  category: 'network',
  profile: 'essential',
  aspect: 'network-exposure',
  peers: { checkov: ['CKV_AWS_291'], kics: ['0ce1ba20'], security_hub: ['MSK.4'] },
  controls: { 'aws-fsbp': ['MSK.4'], 'nist-800-53-r5': ['AC-4', 'SC-7'], 'pci-dss-4': ['1.4.4'] },
  why: 'Public addresses leave security groups and ACLs between the brokers and everyone. Brokers are private by default.',
  remedy: 'Set PublicAccess.Type to DISABLED, and connect from other networks by PrivateLink or peering.',
  references: ['https://docs.aws.amazon.com/msk/latest/developerguide/public-access.html'],
  check(cluster, report) {
    const access = cluster.get('BrokerNodeGroupInfo.ConnectivityInfo.PublicAccess.Type');
    if (!access.is('SERVICE_PROVIDED_EIPS')) return;
    report(access, `The brokers of ${cluster.logicalId} have public addresses`, {
      fixes: [fix('Make the brokers private (ends access from outside the VPC)', 'behaviour', set(access, 'DISABLED'))],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Events:
            Type: AWS::MSK::Cluster
            Properties:
              ClusterName: events
              BrokerNodeGroupInfo:
                ConnectivityInfo:
                  PublicAccess:
                    Type: SERVICE_PROVIDED_EIPS
                        # ^^^^^^^^^^^^^^^^^^^^^
      `,
      good: template`
        Resources:
          Events:
            Type: AWS::MSK::Cluster
            Properties:
              ClusterName: events
              BrokerNodeGroupInfo:
                ConnectivityInfo:
                  PublicAccess:
                    Type: DISABLED
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
              BrokerNodeGroupInfo:
                ConnectivityInfo:
                  PublicAccess:
                    Type: !If [IsProd, DISABLED, SERVICE_PROVIDED_EIPS]
                                               # ^^^^^^^^^^^^^^^^^^^^^
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
              BrokerNodeGroupInfo:
                ConnectivityInfo:
                  PublicAccess:
                    Type: !If [IsProd, DISABLED, DISABLED]
      `,
    },
    {
      name: 'brokers are private by default',
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
              BrokerNodeGroupInfo:
                ConnectivityInfo:
                  PublicAccess:
                    Type: !Ref Setting
      `,
    },
  ],
});
