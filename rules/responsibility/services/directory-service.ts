import type { ServiceKnowledge } from '../types.ts';

export const directoryService: ServiceKnowledge = {
  id: 'directory-service',
  name: 'AWS Directory Service',
  class: 'container',
  types: ['AWS::DirectoryService::'],
  summary: 'Managed Microsoft Active Directory and its simpler kin.',
  link: 'https://docs.aws.amazon.com/directoryservice/latest/admin-guide/security.html',
  aspects: {
    'os-patching': {
      who: 'aws',
      sentence: 'AWS patches the domain controllers and replaces failing ones.',
    },
    'platform-patching': {
      who: 'shared',
      sentence: 'AWS runs the directory software; schema, group policies and functional level are yours.',
      properties: {
        'AWS::DirectoryService::MicrosoftAD': ['Edition'],
      },
    },
    'identity-access': {
      who: 'you',
      sentence: 'You administer users, groups and password policies inside the directory.',
    },
    'network-exposure': {
      who: 'you',
      sentence: 'You put the two controllers in private subnets and tighten the security group AWS made for them.',
      properties: {
        'AWS::DirectoryService::MicrosoftAD': ['VpcSettings'],
        'AWS::DirectoryService::SimpleAD': ['VpcSettings'],
      },
    },
    'encryption-at-rest': {
      who: 'aws',
      sentence: "AWS encrypts the controllers' volumes and daily snapshots.",
    },
    'encryption-in-transit': {
      who: 'you',
      sentence: 'You enable LDAPS, since plain LDAP carries passwords in the clear.',
    },
    'keys-secrets': {
      who: 'you',
      sentence: 'You pass the administrator password as a dynamic reference, and change it afterwards.',
      properties: {
        'AWS::DirectoryService::MicrosoftAD': ['Password'],
        'AWS::DirectoryService::SimpleAD': ['Password'],
      },
    },
    'logging-monitoring': {
      who: 'you',
      sentence: "You forward the controllers' security event logs to CloudWatch.",
    },
    'backup-durability': {
      who: 'shared',
      sentence: 'AWS replicates between two zones and snapshots daily; manual snapshots before changes are yours.',
    },
  },
};
