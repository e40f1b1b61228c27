import type { ServiceKnowledge } from '../types.ts';

export const workspaces: ServiceKnowledge = {
  id: 'workspaces',
  name: 'Amazon WorkSpaces',
  class: 'container',
  types: ['AWS::WorkSpaces::'],
  summary: 'Virtual desktops.',
  link: 'https://docs.aws.amazon.com/workspaces/latest/adminguide/workspaces-security.html',
  aspects: {
    'os-patching': {
      who: 'shared',
      sentence:
        'AWS updates Windows bundles by default in a maintenance window; what your own images and policies change you patch.',
    },
    'platform-patching': {
      who: 'you',
      sentence: 'You install and update the applications on the desktop.',
    },
    'identity-access': {
      who: 'you',
      sentence: 'You run the directory people sign in with, and add MFA to it.',
      properties: {
        'AWS::WorkSpaces::Workspace': ['DirectoryId', 'UserName'],
      },
    },
    'network-exposure': {
      who: 'you',
      sentence: 'You list trusted networks and devices by IP access control groups.',
      properties: {
        'AWS::WorkSpaces::WorkspaceIpGroup': ['UserRules'],
      },
    },
    'encryption-at-rest': {
      who: 'you',
      sentence: 'You encrypt root and user volumes when you create the desktop.',
      properties: {
        'AWS::WorkSpaces::Workspace': [
          'RootVolumeEncryptionEnabled',
          'UserVolumeEncryptionEnabled',
          'VolumeEncryptionKey',
        ],
      },
    },
    'encryption-in-transit': {
      who: 'aws',
      sentence: 'AWS encrypts streaming by DCV or PCoIP, and sign-in by TLS.',
    },
    'keys-secrets': {
      who: 'shared',
      sentence: 'AWS KMS holds the volume key you name; deny it and the desktop does not start.',
      properties: {
        'AWS::WorkSpaces::Workspace': ['VolumeEncryptionKey'],
      },
    },
    'logging-monitoring': {
      who: 'you',
      sentence: 'You catch sign-in events with EventBridge; event logs of the desktop you collect as on any PC.',
    },
    'backup-durability': {
      who: 'shared',
      sentence: 'AWS snapshots the user volume every twelve hours; everything else you store outside the desktop.',
    },
  },
};
