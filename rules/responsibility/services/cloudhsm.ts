import type { ServiceKnowledge } from '../types.ts';

export const cloudhsm: ServiceKnowledge = {
  id: 'cloudhsm',
  name: 'AWS CloudHSM',
  class: 'container',
  types: ['AWS::CloudHSM::'],
  summary: 'Hardware security modules of your own.',
  link: 'https://docs.aws.amazon.com/cloudhsm/latest/userguide/security.html',
  aspects: {
    'hardware-virtualization': {
      who: 'aws',
      sentence: 'AWS hosts single-tenant modules that erase their keys on tampering; FIPS 140-3 level 3 on hsm2m.',
      since: 'The older hsm1 modules were validated to FIPS 140-2, whose certificates are historical by now.',
    },
    'platform-patching': {
      who: 'shared',
      sentence: 'AWS updates the firmware with your cluster; the client software on your hosts is yours.',
    },
    'identity-access': {
      who: 'you',
      sentence: 'You create crypto users and officers on the modules; AWS has no account there.',
    },
    'network-exposure': {
      who: 'you',
      sentence: 'You reach the modules only through network interfaces in your VPC, and guard their security group.',
      properties: {
        'AWS::CloudHSM::Cluster': ['SubnetIds'],
      },
    },
    'encryption-in-transit': {
      who: 'aws',
      sentence: 'AWS and your client speak mutually authenticated TLS, end to end to the module.',
    },
    'keys-secrets': {
      who: 'you',
      sentence: 'You alone hold the keys and the passwords of their users; AWS cannot recover them.',
    },
    'logging-monitoring': {
      who: 'shared',
      sentence: 'AWS delivers module audit logs to CloudWatch; watching logins there is yours.',
    },
    'backup-durability': {
      who: 'shared',
      sentence: 'AWS takes encrypted daily backups; you run two modules or more in different zones.',
      properties: {
        'AWS::CloudHSM::Cluster': ['BackupRetentionPolicy'],
      },
    },
  },
};
