import { defineRule, template } from '#kit';

export default defineRule({
  id: 'redshift-default-vpc',
  title: 'Redshift cluster lives in the default VPC',
  on: 'AWS::Redshift::Cluster',
  severity: 'low',
  category: 'network',
  profile: 'strict',
  aspect: 'network-exposure',
  peers: {
    checkov: ['CKV_AWS_154'],
    trivy: ['AWS-0127'],
    cdk_nag: ['RedshiftClusterInVPC', 'AwsSolutions-RS2'],
    kics: ['40d5e9cd'],
  },
  controls: { 'nist-800-53-r5': ['AC-4', 'SC-7'], 'pci-dss-4': ['1.4.4'] },
  why: 'Without a subnet group Redshift takes the account’s default VPC, all of whose subnets are public.',
  remedy: 'Name a cluster subnet group of private subnets.',
  references: ['https://docs.aws.amazon.com/redshift/latest/mgmt/working-with-cluster-subnet-groups.html'],
  check(cluster, report) {
    const group = cluster.get('ClusterSubnetGroupName');
    if (!group.isAbsent && !group.is('default')) return;
    report(group, `${cluster.logicalId} lives in the default VPC, whose subnets are public`);
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
              ClusterSubnetGroupName: !If [IsProd, warehouse, default]
                                                            # ^^^^^^^
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
              ClusterSubnetGroupName: !Ref Setting
      `,
    },
  ],
});
