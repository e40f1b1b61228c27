import { customerKeyRule } from '#kit';

export default customerKeyRule({
  id: 'kendra-customer-key',
  title: 'Kendra index is encrypted with a key that AWS owns',
  on: 'AWS::Kendra::Index',
  why: 'An index holds a copy of every document it finds. Kendra encrypts it with a key of its own, to which you can neither cut off access nor see who uses it.',
  remedy: 'Set ServerSideEncryptionConfiguration with the KmsKeyId of a key of your own.',
  references: ['https://docs.aws.amazon.com/kendra/latest/dg/encryption-at-rest.html'],
  keys: [
    {
      path: 'ServerSideEncryptionConfiguration.KmsKeyId',
      what: 'documents',
      peers: { cfn_nag: ['W80'], guard: ['KENDRA_INDEX_ENCRYPTION_KMS_KEY_ID_RULE'] },
    },
  ],
  fix: { title: 'Encrypt with a key of the stack (replaces the index)', safety: 'replacement', by: 'Ref' },
  sample: { logicalId: 'Search', type: 'AWS::Kendra::Index', properties: ['Edition: ENTERPRISE_EDITION'] },
});
