import type { ServiceKnowledge } from '../types.ts';

export const opsworks: ServiceKnowledge = {
  id: 'opsworks',
  name: 'AWS OpsWorks',
  class: 'container',
  types: ['AWS::OpsWorks::', 'AWS::OpsWorksCM::'],
  summary: 'Configuration by Chef and Puppet, ended.',
  link: 'https://docs.aws.amazon.com/opsworks/latest/userguide/security.html',
  since: 'All three OpsWorks services ended in 2024, Stacks on May 26; Systems Manager is what AWS recommends instead.',
  aspects: {
    'os-patching': {
      who: 'you',
      sentence: 'You move instances to Systems Manager, as no OpsWorks agent patches them any more.',
    },
    'platform-patching': {
      who: 'you',
      sentence: 'You carry recipes over to documents or images; the service that ran them is gone.',
      properties: {
        'AWS::OpsWorks::Stack': ['ConfigurationManager'],
      },
    },
    'identity-access': {
      who: 'you',
      sentence: 'You remove the roles OpsWorks assumed, which nothing needs any longer.',
      properties: {
        'AWS::OpsWorks::Stack': ['ServiceRoleArn', 'DefaultInstanceProfileArn'],
      },
    },
    'network-exposure': {
      who: 'you',
      sentence: 'You review the security groups OpsWorks created by default.',
      properties: {
        'AWS::OpsWorks::Stack': ['UseOpsworksSecurityGroups'],
      },
    },
    'keys-secrets': {
      who: 'you',
      sentence: 'You retire SSH keys and cookbook credentials of stacks.',
      properties: {
        'AWS::OpsWorks::Stack': ['CustomCookbooksSource'],
        'AWS::OpsWorks::App': ['SslConfiguration'],
      },
    },
    'logging-monitoring': {
      who: 'you',
      sentence: 'You look into CloudWatch: Chef logs stopped with the service.',
    },
    'backup-durability': {
      who: 'you',
      sentence: 'You back up what instances hold before you delete the stack from the template.',
    },
  },
};
