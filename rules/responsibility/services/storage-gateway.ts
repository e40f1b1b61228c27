import type { ServiceKnowledge } from '../types.ts';

export const storageGateway: ServiceKnowledge = {
  id: 'storage-gateway',
  name: 'AWS Storage Gateway',
  class: 'abstracted',
  types: ['AWS::StorageGateway::'],
  summary: 'A gateway appliance on your premises in front of storage in AWS.',
  link: 'https://docs.aws.amazon.com/filegateway/latest/files3/security.html',
  aspects: {
    'hardware-virtualization': {
      who: 'shared',
      sentence: "AWS provides the appliance's software; the host or hardware it runs on in your building is yours.",
    },
    'os-patching': {
      who: 'shared',
      sentence:
        'AWS releases updates of the gateway appliance; you set the maintenance window in which it restarts for them.',
    },
    'identity-access': {
      who: 'you',
      sentence: 'You control who may activate gateways and open shares, by IAM, Active Directory or CHAP.',
    },
    'network-exposure': {
      who: 'you',
      sentence: 'You place the appliance behind your firewall and open its file shares to your own clients only.',
    },
    'encryption-at-rest': {
      who: 'shared',
      sentence: 'AWS encrypts what the gateway stores with SSE-S3; a KMS key per share, volume or tape is your choice.',
    },
    'encryption-in-transit': {
      who: 'aws',
      sentence: 'AWS has the gateway move data to the cloud asynchronously over TLS.',
      since: 'The transfer that was said to run over SSL runs over TLS.',
    },
    'logging-monitoring': {
      who: 'you',
      sentence: 'You send gateway health and file-share audit logs to a CloudWatch log group.',
    },
    'backup-durability': {
      who: 'you',
      sentence:
        'You take snapshots of volumes and lock tapes; the cache on your premises holds what is not yet uploaded.',
      properties: {
        'AWS::StorageGateway::TapePool': ['RetentionLockType'],
      },
    },
  },
};
