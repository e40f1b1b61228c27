import type { ServiceKnowledge } from '../types.ts';

export const codeartifact: ServiceKnowledge = {
  id: 'codeartifact',
  name: 'AWS CodeArtifact',
  class: 'abstracted',
  types: ['AWS::CodeArtifact::'],
  summary: 'Package repositories.',
  link: 'https://docs.aws.amazon.com/codeartifact/latest/ug/security.html',
  aspects: {
    'platform-patching': {
      who: 'you',
      sentence: 'You block public versions of your internal package names, against dependency confusion.',
      properties: {
        'AWS::CodeArtifact::PackageGroup': ['OriginConfiguration'],
        'AWS::CodeArtifact::Repository': ['ExternalConnections', 'Upstreams'],
      },
    },
    'identity-access': {
      who: 'you',
      sentence: 'You write domain and repository policies for known accounts.',
      properties: {
        'AWS::CodeArtifact::Domain': ['PermissionsPolicyDocument'],
        'AWS::CodeArtifact::Repository': ['PermissionsPolicyDocument'],
      },
    },
    'encryption-at-rest': {
      who: 'shared',
      sentence: "AWS encrypts assets; the domain's key you may choose once.",
      properties: {
        'AWS::CodeArtifact::Domain': ['EncryptionKey'],
      },
    },
    'keys-secrets': {
      who: 'aws',
      sentence: 'AWS issues tokens of at most twelve hours for package managers.',
    },
    'logging-monitoring': {
      who: 'you',
      sentence: 'You follow published packages by EventBridge.',
    },
    'backup-durability': {
      who: 'aws',
      sentence: 'AWS keeps a consumed public version even when its author withdraws it.',
    },
  },
};
