import type { ServiceKnowledge } from '../types.ts';

export const ssm: ServiceKnowledge = {
  id: 'ssm',
  name: 'AWS Systems Manager',
  class: 'abstracted',
  types: ['AWS::SSM::', 'AWS::SSMQuickSetup::', 'AWS::SSMIncidents::', 'AWS::SSMContacts::', 'AWS::SSMGuiConnect::'],
  summary: 'Fleet operations: sessions, patches, documents and parameters.',
  link: 'https://docs.aws.amazon.com/systems-manager/latest/userguide/security.html',
  aspects: {
    'os-patching': {
      who: 'shared',
      sentence: 'AWS supplies patch baselines and the means; schedule, approval delays and reboots are yours.',
      properties: {
        'AWS::SSM::PatchBaseline': ['ApprovalRules', 'RejectedPatches'],
        'AWS::SSM::MaintenanceWindow': ['Schedule'],
        'AWS::SSM::Association': ['ScheduleExpression'],
      },
      link: 'https://docs.aws.amazon.com/systems-manager/latest/userguide/patch-manager.html',
    },
    'platform-patching': {
      who: 'shared',
      sentence: 'AWS publishes the agent; that it updates itself on your nodes is a setting of yours.',
    },
    'identity-access': {
      who: 'you',
      sentence: 'You control who opens sessions, and keep documents private to your accounts.',
      properties: {
        'AWS::SSM::Document': ['Content'],
        'AWS::SSM::ResourcePolicy': ['Policy'],
      },
    },
    'network-exposure': {
      who: 'you',
      sentence:
        'You open no inbound port: sessions go out through the agent, by VPC endpoints where there is no internet.',
    },
    'encryption-at-rest': {
      who: 'shared',
      sentence: 'AWS encrypts SecureString parameters; the plain ones your template creates are for what is no secret.',
      properties: {
        'AWS::SSM::Parameter': ['Type', 'Value'],
      },
    },
    'keys-secrets': {
      who: 'you',
      sentence: 'You keep secrets in Secrets Manager or SecureString and refer to them dynamically.',
      properties: {
        'AWS::SSM::Parameter': ['Value'],
      },
      link: 'https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-paramstore-securestring.html',
    },
    'logging-monitoring': {
      who: 'you',
      sentence: 'You stream session output to an encrypted log group or bucket.',
    },
    'backup-durability': {
      who: 'shared',
      sentence: 'AWS keeps a hundred versions of a parameter; inventory goes to a bucket if you sync it.',
      properties: {
        'AWS::SSM::ResourceDataSync': ['S3Destination'],
      },
    },
  },
  carries: {
    'AWS::SSM::Parameter': ['identity-access', 'encryption-at-rest', 'keys-secrets'],
    'AWS::SSM::MaintenanceWindow*': ['os-patching', 'identity-access'],
    'AWS::SSM::PatchBaseline': ['os-patching'],
    'AWS::SSM::Association': ['os-patching', 'platform-patching', 'logging-monitoring'],
  },
};
