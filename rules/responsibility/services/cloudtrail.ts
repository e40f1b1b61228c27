import type { ServiceKnowledge } from '../types.ts';

export const cloudtrail: ServiceKnowledge = {
  id: 'cloudtrail',
  name: 'AWS CloudTrail',
  class: 'abstracted',
  types: ['AWS::CloudTrail::'],
  summary: 'The record of who called which API, when and from where.',
  link: 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/WhatIsCloudTrail-Security.html',
  aspects: {
    'identity-access': {
      who: 'you',
      sentence: 'You keep the bucket of the trail closed to those whose actions it records.',
      properties: {
        'AWS::CloudTrail::Trail': ['S3BucketName'],
        'AWS::CloudTrail::ResourcePolicy': ['ResourcePolicy'],
      },
    },
    'encryption-at-rest': {
      who: 'shared',
      sentence: 'AWS encrypts log files with SSE-S3; you add a KMS key so that reading needs a second permission.',
      properties: {
        'AWS::CloudTrail::Trail': ['KMSKeyId'],
        'AWS::CloudTrail::EventDataStore': ['KmsKeyId'],
      },
    },
    'keys-secrets': {
      who: 'you',
      sentence: 'You write the key policy that lets CloudTrail encrypt and only auditors decrypt.',
      properties: {
        'AWS::CloudTrail::Trail': ['KMSKeyId'],
      },
    },
    'logging-monitoring': {
      who: 'shared',
      sentence:
        'AWS keeps 90 days of management events: service, action and who made the request; a trail for all Regions and data events are yours.',
      notes: ['For each event you see which service was accessed, what action was performed and who made the request.'],
      properties: {
        'AWS::CloudTrail::Trail': [
          'IsLogging',
          'IsMultiRegionTrail',
          'IncludeGlobalServiceEvents',
          'EventSelectors',
          'AdvancedEventSelectors',
          'CloudWatchLogsLogGroupArn',
        ],
      },
      link: 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/best-practices-security.html',
      since: 'Event history has been on in every account since 2017, without a trail.',
    },
    'backup-durability': {
      who: 'you',
      sentence: 'You turn on log file validation, and object lock on the bucket, so that history cannot be rewritten.',
      properties: {
        'AWS::CloudTrail::Trail': ['EnableLogFileValidation'],
        'AWS::CloudTrail::EventDataStore': ['RetentionPeriod', 'TerminationProtectionEnabled'],
      },
    },
  },
};
