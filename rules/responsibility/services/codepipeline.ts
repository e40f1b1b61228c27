import type { ServiceKnowledge } from '../types.ts';

export const codepipeline: ServiceKnowledge = {
  id: 'codepipeline',
  name: 'AWS CodePipeline',
  class: 'abstracted',
  types: ['AWS::CodePipeline::'],
  summary: 'Release pipelines.',
  link: 'https://docs.aws.amazon.com/codepipeline/latest/userguide/security.html',
  aspects: {
    'identity-access': {
      who: 'you',
      sentence: 'You give each action its own role, and a manual approval before production.',
      properties: {
        'AWS::CodePipeline::Pipeline': ['RoleArn', 'Stages'],
      },
    },
    'encryption-at-rest': {
      who: 'shared',
      sentence: 'AWS encrypts artifacts in their bucket; across accounts you need a KMS key of your own.',
      properties: {
        'AWS::CodePipeline::Pipeline': ['ArtifactStore.EncryptionKey'],
      },
    },
    'keys-secrets': {
      who: 'you',
      sentence: 'You connect repositories by CodeConnections, and verify webhooks by a secret that is a reference.',
      properties: {
        'AWS::CodePipeline::Webhook': ['AuthenticationConfiguration', 'Authentication'],
      },
    },
    'logging-monitoring': {
      who: 'you',
      sentence: 'You send state changes to people by notification rules.',
    },
    'backup-durability': {
      who: 'you',
      sentence: 'You version the artifact bucket so that an old release can be deployed again.',
    },
  },
};
