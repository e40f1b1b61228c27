import type { ServiceKnowledge } from '../types.ts';

export const secretsManager: ServiceKnowledge = {
  id: 'secrets-manager',
  name: 'AWS Secrets Manager',
  class: 'abstracted',
  types: ['AWS::SecretsManager::'],
  summary: 'Secrets with rotation.',
  link: 'https://docs.aws.amazon.com/secretsmanager/latest/userguide/security.html',
  aspects: {
    'identity-access': {
      who: 'you',
      sentence: 'You grant each application its own secret; resource policies never name *.',
      properties: {
        'AWS::SecretsManager::ResourcePolicy': ['ResourcePolicy', 'BlockPublicPolicy'],
      },
    },
    'network-exposure': {
      who: 'you',
      sentence: 'You let workloads fetch secrets by an interface endpoint when their subnets have no way out.',
    },
    'encryption-at-rest': {
      who: 'shared',
      sentence:
        'AWS encrypts each secret with the key aws/secretsmanager; to share between accounts you name a key of your own.',
      properties: {
        'AWS::SecretsManager::Secret': ['KmsKeyId'],
      },
    },
    'keys-secrets': {
      who: 'you',
      sentence: 'You turn on rotation and generate values instead of writing them into the template.',
      properties: {
        'AWS::SecretsManager::RotationSchedule': ['RotationRules', 'HostedRotationLambda'],
        'AWS::SecretsManager::Secret': ['GenerateSecretString', 'SecretString'],
      },
      link: 'https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotating-secrets.html',
    },
    'logging-monitoring': {
      who: 'you',
      sentence: 'You alarm on reads by unexpected principals and on failed rotations, both of which CloudTrail shows.',
    },
    'backup-durability': {
      who: 'shared',
      sentence: 'AWS keeps a deleted secret for a recovery window, and copies secrets to the Regions you name.',
      properties: {
        'AWS::SecretsManager::Secret': ['ReplicaRegions'],
      },
    },
  },
  carries: {
    'AWS::SecretsManager::SecretTargetAttachment': ['keys-secrets'],
    'AWS::SecretsManager::RotationSchedule': ['keys-secrets'],
    'AWS::SecretsManager::ResourcePolicy': ['identity-access'],
  },
};
