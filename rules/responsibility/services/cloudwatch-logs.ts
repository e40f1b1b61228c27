import type { ServiceKnowledge } from '../types.ts';

export const cloudwatchLogs: ServiceKnowledge = {
  id: 'cloudwatch-logs',
  name: 'Amazon CloudWatch Logs',
  class: 'abstracted',
  types: ['AWS::Logs::'],
  summary: 'Log groups and streams.',
  link: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/security.html',
  aspects: {
    'identity-access': {
      who: 'you',
      sentence: 'You say who reads logs and which accounts receive them by subscription.',
      properties: {
        'AWS::Logs::ResourcePolicy': ['PolicyDocument'],
        'AWS::Logs::Destination': ['DestinationPolicy'],
        'AWS::Logs::SubscriptionFilter': ['DestinationArn'],
      },
    },
    'encryption-at-rest': {
      who: 'shared',
      sentence: 'AWS encrypts all log data; a KMS key for the group, which you can revoke, is your choice.',
      properties: {
        'AWS::Logs::LogGroup': ['KmsKeyId'],
      },
      link: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html',
    },
    'keys-secrets': {
      who: 'you',
      sentence: 'You keep secrets from being logged, and mask what slips through by a data protection policy.',
      properties: {
        'AWS::Logs::LogGroup': ['DataProtectionPolicy'],
      },
    },
    'logging-monitoring': {
      who: 'you',
      sentence: 'You set metric filters and anomaly detection over what arrives.',
      properties: {
        'AWS::Logs::MetricFilter': ['FilterPattern'],
        'AWS::Logs::LogAnomalyDetector': ['LogGroupArnList'],
      },
    },
    'backup-durability': {
      who: 'you',
      sentence:
        'You set the retention: without it logs stay, and cost, for ever, and with too little evidence is gone.',
      properties: {
        'AWS::Logs::LogGroup': ['RetentionInDays', 'DeletionProtectionEnabled'],
      },
    },
  },
  carries: {
    'AWS::Logs::LogStream': ['logging-monitoring'],
    'AWS::Logs::MetricFilter': ['logging-monitoring'],
    'AWS::Logs::SubscriptionFilter': ['identity-access', 'logging-monitoring'],
    'AWS::Logs::ResourcePolicy': ['identity-access'],
  },
};
