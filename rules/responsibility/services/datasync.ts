import type { ServiceKnowledge } from '../types.ts';

export const datasync: ServiceKnowledge = {
  id: 'datasync',
  name: 'AWS DataSync',
  class: 'abstracted',
  types: ['AWS::DataSync::'],
  summary: 'Transfers between storage systems.',
  link: 'https://docs.aws.amazon.com/datasync/latest/userguide/security.html',
  aspects: {
    'os-patching': {
      who: 'shared',
      sentence: "AWS updates the agent by itself; its virtual machine's host is yours.",
    },
    'identity-access': {
      who: 'you',
      sentence: "You let each location's role reach one bucket or file system.",
      properties: {
        'AWS::DataSync::LocationS3': ['S3Config'],
      },
    },
    'network-exposure': {
      who: 'you',
      sentence: 'You transfer through a VPC endpoint if the line should stay private.',
      properties: {
        'AWS::DataSync::Agent': ['VpcEndpointId', 'SecurityGroupArns'],
      },
    },
    'encryption-at-rest': {
      who: 'you',
      sentence: 'You encrypt both ends; DataSync keeps nothing of the data.',
    },
    'encryption-in-transit': {
      who: 'aws',
      sentence: 'AWS encrypts transfers between agent and service by TLS.',
      link: 'https://docs.aws.amazon.com/datasync/latest/userguide/encryption-in-transit.html',
    },
    'keys-secrets': {
      who: 'you',
      sentence: 'You give passwords and access keys of locations as managed secrets.',
      properties: {
        'AWS::DataSync::LocationSMB': ['Password'],
        'AWS::DataSync::LocationObjectStorage': ['SecretKey'],
      },
    },
    'logging-monitoring': {
      who: 'you',
      sentence: 'You name a log group for the task, and let it verify what it copied.',
      properties: {
        'AWS::DataSync::Task': ['CloudWatchLogGroupArn', 'Options.VerifyMode'],
      },
    },
    'backup-durability': {
      who: 'you',
      sentence: 'You decide whether files deleted at the source are deleted at the target.',
      properties: {
        'AWS::DataSync::Task': ['Options.PreserveDeletedFiles'],
      },
    },
  },
};
