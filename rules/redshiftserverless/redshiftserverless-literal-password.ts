import { secretRule } from '#kit';

export default secretRule({
  id: 'redshiftserverless-literal-password',
  title: 'Redshift Serverless admin password stands in the template',
  on: 'AWS::RedshiftServerless::Namespace',
  severity: 'critical',
  why: 'Everyone who reads the repository, the stack or its change sets knows the admin password of the warehouse, and it is seldom changed.',
  remedy: 'Let Redshift keep the password in Secrets Manager (ManageAdminPassword), or refer to a generated secret.',
  references: ['https://docs.aws.amazon.com/redshift/latest/mgmt/redshift-secrets-manager-integration.html'],
  secrets: [
    {
      path: 'AdminUserPassword',
      what: 'Admin password',
      name: 'Password',
      isOwn: true,
      keeper: { service: 'Redshift', path: 'ManageAdminPassword' },
      peers: {},
    },
  ],
  sample: { logicalId: 'Orders', type: 'AWS::RedshiftServerless::Namespace', properties: ['AdminUsername: orders'] },
});
