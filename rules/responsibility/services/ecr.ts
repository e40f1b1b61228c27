import type { ServiceKnowledge } from '../types.ts';

export const ecr: ServiceKnowledge = {
  id: 'ecr',
  name: 'Amazon ECR',
  class: 'abstracted',
  types: ['AWS::ECR::'],
  summary: 'Container image registries.',
  link: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/security.html',
  aspects: {
    'platform-patching': {
      who: 'shared',
      sentence: 'AWS scans images when you ask it to; rebuilding what it finds vulnerable is yours.',
      properties: {
        'AWS::ECR::Repository': ['ImageScanningConfiguration'],
        'AWS::ECR::RegistryScanningConfiguration': ['ScanType'],
      },
    },
    'identity-access': {
      who: 'you',
      sentence: 'You grant pull and push apart, and no principal of * in the repository policy.',
      properties: {
        'AWS::ECR::Repository': ['RepositoryPolicyText'],
        'AWS::ECR::RegistryPolicy': ['PolicyText'],
        'AWS::ECR::PublicRepository': ['RepositoryPolicyText'],
      },
    },
    'network-exposure': {
      who: 'you',
      sentence: 'You choose a private repository; a public one shows its images to the world.',
      properties: {
        'AWS::ECR::PublicRepository': ['RepositoryName'],
      },
    },
    'encryption-at-rest': {
      who: 'shared',
      sentence: 'AWS encrypts images with AES-256; a KMS key you choose when the repository is created.',
      properties: {
        'AWS::ECR::Repository': ['EncryptionConfiguration'],
      },
    },
    'keys-secrets': {
      who: 'you',
      sentence: 'You bake no secrets into layers, where every puller finds them.',
    },
    'logging-monitoring': {
      who: 'you',
      sentence: 'You watch scan findings and pushes by EventBridge.',
    },
    'backup-durability': {
      who: 'you',
      sentence: 'You make tags immutable, expire old images by policy, and replicate to another Region.',
      properties: {
        'AWS::ECR::Repository': ['ImageTagMutability', 'LifecyclePolicy'],
        'AWS::ECR::ReplicationConfiguration': ['ReplicationConfiguration'],
      },
    },
  },
};
