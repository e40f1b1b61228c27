import { secretRule } from '#kit';

export default secretRule({
  id: 'docdb-literal-password',
  title: 'DocumentDB master password stands in the template',
  on: 'AWS::DocDB::DBCluster',
  severity: 'critical',
  why: 'Everyone who reads the repository, the stack or its change sets knows the master password of the cluster, and it is seldom changed.',
  remedy:
    'Let DocumentDB keep the password in Secrets Manager (ManageMasterUserPassword), or refer to a generated secret.',
  references: ['https://docs.aws.amazon.com/documentdb/latest/developerguide/docdb-secrets-manager.html'],
  secrets: [
    {
      path: 'MasterUserPassword',
      what: 'Master password',
      name: 'Password',
      isOwn: true,
      keeper: { service: 'DocumentDB', path: 'ManageMasterUserPassword' },
      peers: {
        cfn_nag: ['F70'],
        cdk_nag: ['DocumentDBCredentialsInSecretsManager', 'AwsSolutions-DOC3'],
        kics: ['39423ce4'],
      },
    },
  ],
  sample: { logicalId: 'Orders', type: 'AWS::DocDB::DBCluster', properties: ['MasterUsername: orders'] },
});
