import { defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'redshift-public-access',
  title: 'Redshift cluster has a public address',
  on: 'AWS::Redshift::Cluster',
  severity: 'critical',
  category: 'network',
  profile: 'essential',
  aspect: 'network-exposure',
  peers: {
    checkov: ['CKV_AWS_87'],
    guard: ['REDSHIFT_CLUSTER_PUBLIC_ACCESS_CHECK'],
    cdk_nag: ['RedshiftClusterPublicAccess', 'AwsSolutions-RS8'],
    kics: ['bdf8dcb4'],
    security_hub: ['Redshift.1'],
  },
  controls: { 'aws-fsbp': ['Redshift.1'], 'nist-800-53-r5': ['AC-4', 'SC-7'], 'pci-dss-4': ['1.4.4'] },
  why: 'A public address leaves one security group rule between the warehouse and everyone. Since January 2025 new clusters are private unless told otherwise; say so, for clusters that are older.',
  remedy: 'Set PubliclyAccessible to false, and reach the cluster from inside the VPC or through an endpoint.',
  references: [
    'https://docs.aws.amazon.com/redshift/latest/mgmt/managing-clusters-vpc.html',
    'https://docs.aws.amazon.com/redshift/latest/mgmt/behavior-changes.html',
  ],
  check(cluster, report) {
    const isPublic = cluster.get('PubliclyAccessible');
    const fixes = [
      fix('Make the cluster private (ends access from outside the VPC)', 'behaviour', set(isPublic, false)),
    ];
    if (isPublic.is(true)) {
      report(isPublic, `${cluster.logicalId} gets a public address`, { fixes });
    } else if (isPublic.isAbsent) {
      report(isPublic, `${cluster.logicalId} is private only if it was made after January 2025`, {
        severity: 'low',
        peers: { checkov: ['CKV_AWS_87'], kics: ['bdf8dcb4'] },
        fixes,
      });
    }
  },
  examples: [
    {
      bad: template`
        Resources:
          Orders:
            Type: AWS::Redshift::Cluster
            Properties:
              NodeType: ra3.large
              PubliclyAccessible: true
                                # ^^^^
      `,
      good: template`
        Resources:
          Orders:
            Type: AWS::Redshift::Cluster
            Properties:
              NodeType: ra3.large
              PubliclyAccessible: false
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
              PubliclyAccessible: !If [IsProd, false, true]
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
            Type: AWS::Redshift::Cluster
            Properties:
              NodeType: ra3.large
              PubliclyAccessible: !If [IsProd, false, false]
      `,
    },
    {
      name: 'older clusters were public by default',
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
              PubliclyAccessible: false
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
              PubliclyAccessible: !Ref Setting
      `,
    },
  ],
});
