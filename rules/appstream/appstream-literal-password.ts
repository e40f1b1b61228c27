import { secretRule } from '#kit';

export default secretRule({
  id: 'appstream-literal-password',
  title: 'Password of the account that joins fleets to a domain stands in the template',
  on: 'AWS::AppStream::DirectoryConfig',
  severity: 'high',
  why: 'The account may add computers to the directory: everyone who reads the repository, the stack or its change sets can log in as it.',
  remedy: 'Refer to a secret of Secrets Manager, or pass it in a parameter with NoEcho.',
  references: [
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references-secretsmanager.html',
    'https://docs.aws.amazon.com/appstream2/latest/developerguide/active-directory-admin.html',
  ],
  secrets: [
    {
      path: 'ServiceAccountCredentials.AccountPassword',
      what: 'Password of the service account',
      name: 'AccountPassword',
      isOwn: false,
      peers: { cfn_nag: ['F53'] },
    },
  ],
  sample: {
    logicalId: 'Domain',
    type: 'AWS::AppStream::DirectoryConfig',
    properties: ['DirectoryName: corp.example.com'],
  },
});
