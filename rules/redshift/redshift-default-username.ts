import { defineRule, template } from '#kit';

export default defineRule({
  id: 'redshift-default-username',
  title: 'Redshift admin has the name that everybody tries first',
  on: 'AWS::Redshift::Cluster',
  severity: 'low',
  category: 'access-control',
  profile: 'strict',
  aspect: 'account-credentials',
  peers: { cdk_nag: ['RedshiftClusterNonDefaultUsername', 'AwsSolutions-RS3'], security_hub: ['Redshift.8'] },
  controls: { 'aws-fsbp': ['Redshift.8'], 'nist-800-53-r5': ['IA-5'], 'pci-dss-4': ['2.2.2'] },
  why: 'With a default name a guesser only has to find the password.',
  remedy: 'Choose another MasterUsername (replaces the cluster).',
  references: ['https://docs.aws.amazon.com/securityhub/latest/userguide/redshift-controls.html'],
  check(cluster, report) {
    const user = cluster.get('MasterUsername');
    if (!user.is('awsuser', 'admin')) return;
    report(user, `The admin of ${cluster.logicalId} has a default name`, {
      peers: user.is('awsuser')
        ? { cdk_nag: ['RedshiftClusterNonDefaultUsername', 'AwsSolutions-RS3'], security_hub: ['Redshift.8'] }
        : {},
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Orders:
            Type: AWS::Redshift::Cluster
            Properties:
              NodeType: ra3.large
              MasterUsername: awsuser
                            # ^^^^^^^
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
              MasterUsername: !If [IsProd, orders, awsuser]
                                                 # ^^^^^^^
      `,
    },
    {
      name: 'no name is given',
      silent: template`
        Resources:
          Orders:
            Type: AWS::Redshift::Cluster
            Properties:
              NodeType: ra3.large
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
              MasterUsername: !Ref Setting
      `,
    },
  ],
});
