import { customerKeyRule } from '#kit';

export default customerKeyRule({
  id: 'bedrock-agent-customer-key',
  title: 'Bedrock agent is encrypted with a key that AWS owns',
  on: 'AWS::Bedrock::Agent',
  why: 'Instructions, prompts and sessions of an agent are encrypted with a key that AWS owns: nobody of yours can cut off access to them, nor see in CloudTrail who decrypts.',
  remedy: 'Set CustomerEncryptionKeyArn to a KMS key of your own.',
  references: ['https://docs.aws.amazon.com/bedrock/latest/userguide/encryption-agents-new.html'],
  keys: [{ path: 'CustomerEncryptionKeyArn', what: 'instructions and sessions', peers: { checkov: ['CKV_AWS_373'] } }],
  fix: { title: 'Encrypt with a key of the stack (the role of the agent needs rights on it)', safety: 'behaviour' },
  sample: { logicalId: 'Clerk', type: 'AWS::Bedrock::Agent', properties: ['AgentName: clerk'] },
});
