import type { ServiceKnowledge } from '../types.ts';

export const identityCenter: ServiceKnowledge = {
  id: 'identity-center',
  name: 'AWS IAM Identity Center',
  class: 'abstracted',
  types: ['AWS::SSO::', 'AWS::IdentityStore::'],
  summary: 'Sign-in of the workforce to accounts and applications.',
  link: 'https://docs.aws.amazon.com/singlesignon/latest/userguide/security.html',
  since: 'Called AWS Single Sign-On until July 2022.',
  aspects: {
    'identity-access': {
      who: 'you',
      sentence: 'You assign permission sets to groups rather than people, and keep administrator sets few.',
      properties: {
        'AWS::SSO::PermissionSet': ['ManagedPolicies', 'InlinePolicy', 'PermissionsBoundary'],
        'AWS::SSO::Assignment': ['PermissionSetArn', 'PrincipalId', 'PrincipalType'],
      },
    },
    'encryption-at-rest': {
      who: 'shared',
      sentence: 'AWS encrypts identities at rest; a KMS key of yours can be set for the instance.',
    },
    'keys-secrets': {
      who: 'aws',
      sentence: 'AWS hands out short-lived credentials only, so nobody needs an access key.',
    },
    'logging-monitoring': {
      who: 'shared',
      sentence: 'AWS records sign-ins in CloudTrail; reviewing who still needs access is yours.',
    },
    'backup-durability': {
      who: 'shared',
      sentence: 'AWS keeps the directory durable in its Region; your identity provider keeps the people.',
    },
    'account-credentials': {
      who: 'you',
      sentence: 'You require MFA at sign-in and set how long a session lasts.',
      properties: {
        'AWS::SSO::PermissionSet': ['SessionDuration'],
      },
    },
  },
};
