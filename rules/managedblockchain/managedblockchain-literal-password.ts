import { secretRule } from '#kit';

export default secretRule({
  id: 'managedblockchain-literal-password',
  title: 'Administrator password of a blockchain member stands in the template',
  on: 'AWS::ManagedBlockchain::Member',
  severity: 'high',
  why: 'The administrator enrols identities with the certificate authority of the member: whoever knows the password can act in its name.',
  remedy: 'Refer to a secret of Secrets Manager, or pass it in a parameter with NoEcho.',
  references: ['https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references-secretsmanager.html'],
  secrets: [
    {
      path: 'MemberConfiguration.MemberFrameworkConfiguration.MemberFabricConfiguration.AdminPassword',
      what: 'Administrator password',
      name: 'AdminPassword',
      isOwn: true,
      peers: { cfn_nag: ['F71'] },
    },
  ],
  sample: { logicalId: 'Member', type: 'AWS::ManagedBlockchain::Member', properties: ['NetworkId: n-1'] },
});
