import { secretRule } from '#kit';

export default secretRule({
  id: 'directoryservice-literal-password',
  title: 'Administrator password of a directory stands in the template',
  on: ['AWS::DirectoryService::MicrosoftAD', 'AWS::DirectoryService::SimpleAD'],
  severity: 'critical',
  why: 'It is the password of the administrator of the whole directory: everyone who reads the repository, the stack or its change sets can make themselves any user.',
  remedy: 'Refer to a secret of Secrets Manager, or pass it in a parameter with NoEcho.',
  references: ['https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references-secretsmanager.html'],
  secrets: [
    {
      path: 'Password',
      on: ['AWS::DirectoryService::MicrosoftAD'],
      what: 'Administrator password',
      name: 'Password',
      isOwn: true,
      peers: {
        cfn_nag: ['F36'],
        guard: [
          'MICROSOFT_AD_PASSWORD_USES_SECURE_PARAMETER',
          'MICROSOFT_AD_PASSWORD_USES_SECURE_SERVICE',
          'MICROSOFT_AD_NO_PLAINTEXT_PASSWORD',
        ],
        kics: ['06b9f52a'],
      },
    },
    {
      path: 'Password',
      on: ['AWS::DirectoryService::SimpleAD'],
      what: 'Administrator password',
      name: 'Password',
      isOwn: true,
      peers: { cfn_nag: ['F31'], kics: ['6685d912'] },
    },
  ],
  sample: {
    logicalId: 'Users',
    type: 'AWS::DirectoryService::MicrosoftAD',
    properties: ['Name: corp.example.com'],
  },
});
