import type { ServiceKnowledge } from '../types.ts';

export const bedrock: ServiceKnowledge = {
  id: 'bedrock',
  name: 'Amazon Bedrock',
  class: 'abstracted',
  types: ['AWS::Bedrock::', 'AWS::BedrockAgentCore::'],
  summary: 'Foundation models, agents and knowledge bases.',
  link: 'https://docs.aws.amazon.com/bedrock/latest/userguide/security.html',
  aspects: {
    'identity-access': {
      who: 'you',
      sentence: 'You allow single models and guardrails by policy, and give agents tools with least privilege.',
      properties: {
        'AWS::Bedrock::Agent': ['AgentResourceRoleArn'],
        'AWS::Bedrock::KnowledgeBase': ['RoleArn'],
      },
    },
    'network-exposure': {
      who: 'you',
      sentence: 'You call models through an interface endpoint and filter prompts and answers by a guardrail.',
      properties: {
        'AWS::Bedrock::Guardrail': ['ContentPolicyConfig', 'SensitiveInformationPolicyConfig', 'TopicPolicyConfig'],
        'AWS::Bedrock::Agent': ['GuardrailConfiguration'],
      },
    },
    'encryption-at-rest': {
      who: 'shared',
      sentence: 'AWS keeps prompts out of model training and encrypts what you store; your own keys are optional.',
      properties: {
        'AWS::Bedrock::Agent': ['CustomerEncryptionKeyArn'],
        'AWS::Bedrock::Guardrail': ['KmsKeyArn'],
        'AWS::Bedrock::DataSource': ['ServerSideEncryptionConfiguration'],
      },
    },
    'keys-secrets': {
      who: 'you',
      sentence: 'You hand connectors their credentials as secrets.',
    },
    'logging-monitoring': {
      who: 'you',
      sentence: 'You turn on model invocation logging for the Region; it is off by default.',
    },
    'backup-durability': {
      who: 'you',
      sentence: 'You keep prompts, agents and sources of knowledge bases under version control.',
    },
  },
};
