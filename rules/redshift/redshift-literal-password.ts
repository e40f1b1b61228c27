import { secretRule } from '#kit';

export default secretRule({
  id: 'redshift-literal-password',
  title: 'Redshift admin password stands in the template',
  on: 'AWS::Redshift::Cluster',
  severity: 'critical',
  why: 'Everyone who reads the repository, the stack or its change sets knows the admin password of the warehouse, and it is seldom changed.',
  remedy: 'Let Redshift keep the password in Secrets Manager (ManageMasterPassword), or refer to a generated secret.',
  references: ['https://docs.aws.amazon.com/redshift/latest/mgmt/redshift-secrets-manager-integration.html'],
  secrets: [
    {
      path: 'MasterUserPassword',
      what: 'Admin password',
      name: 'Password',
      isOwn: true,
      keeper: { service: 'Redshift', path: 'ManageMasterPassword' },
      peers: {
        cfn_nag: ['F35'],
        guard: [
          'REDSHIFT_CLUSTER_MASTER_USER_PASSWORD_USES_SECURE_PARAMETER',
          'REDSHIFT_CLUSTER_MASTER_USER_PASSWORD_USES_SECURE_SERVICE',
          'REDSHIFT_CLUSTER_MASTER_USER_PASSWORD_NO_PLAINTEXT_PASSWORD',
        ],
      },
    },
  ],
  sample: { logicalId: 'Orders', type: 'AWS::Redshift::Cluster', properties: ['MasterUsername: orders'] },
});
