import { defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'docdb-tls',
  title: 'DocumentDB parameter group lets clients connect without TLS',
  on: 'AWS::DocDB::DBClusterParameterGroup',
  severity: 'high',
  category: 'encryption-in-transit',
  profile: 'recommended',
  aspect: 'encryption-in-transit',
  peers: { checkov: ['CKV_AWS_90'], security_hub: ['DocumentDB.6'] },
  controls: { 'aws-fsbp': ['DocumentDB.6'], 'nist-800-53-r5': ['SC-8', 'SC-8(1)'], 'pci-dss-4': ['4.2.1'] },
  why: 'Passwords and documents cross the network in the clear. TLS is on by default; this group takes it off.',
  remedy: 'Set tls to enabled, or leave it out.',
  references: ['https://docs.aws.amazon.com/documentdb/latest/developerguide/security.encryption.ssl.html'],
  check(group, report) {
    const tls = group.get('Parameters.tls');
    if (!tls.is('disabled')) return;
    report(tls, `${group.logicalId} takes TLS off`, {
      fixes: [fix('Turn TLS on (clients without it are turned away)', 'behaviour', set(tls, 'enabled'))],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Orders:
            Type: AWS::DocDB::DBClusterParameterGroup
            Properties:
              Description: Orders
              Family: docdb5.0
              Parameters:
                tls: disabled
                   # ^^^^^^^^
      `,
      good: template`
        Resources:
          Orders:
            Type: AWS::DocDB::DBClusterParameterGroup
            Properties:
              Description: Orders
              Family: docdb5.0
              Parameters:
                tls: enabled
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
            Type: AWS::DocDB::DBClusterParameterGroup
            Properties:
              Description: Orders
              Family: docdb5.0
              Parameters:
                tls: !If [IsProd, enabled, disabled]
                                         # ^^^^^^^^
      `,
      good: template`
        Parameters:
          Env:
            Type: String
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Orders:
            Type: AWS::DocDB::DBClusterParameterGroup
            Properties:
              Description: Orders
              Family: docdb5.0
              Parameters:
                tls: !If [IsProd, enabled, enabled]
      `,
    },
    {
      name: 'TLS is on by default',
      silent: template`
        Resources:
          Orders:
            Type: AWS::DocDB::DBClusterParameterGroup
            Properties:
              Description: Orders
              Family: docdb5.0
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
            Type: AWS::DocDB::DBClusterParameterGroup
            Properties:
              Description: Orders
              Family: docdb5.0
              Parameters:
                tls: !Ref Setting
      `,
    },
  ],
});
