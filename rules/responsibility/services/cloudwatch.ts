import type { ServiceKnowledge } from '../types.ts';

export const cloudwatch: ServiceKnowledge = {
  id: 'cloudwatch',
  name: 'Amazon CloudWatch',
  class: 'abstracted',
  types: ['AWS::CloudWatch::', 'AWS::Synthetics::', 'AWS::RUM::', 'AWS::ApplicationSignals::', 'AWS::Oam::'],
  summary: 'Metrics, alarms, dashboards and traces.',
  link: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/security.html',
  aspects: {
    'identity-access': {
      who: 'you',
      sentence:
        'You keep apart those who see metrics from those who may silence alarms, and share dashboards on purpose only.',
    },
    'network-exposure': {
      who: 'you',
      sentence: 'You let canaries of internal pages run in your VPC.',
      properties: {
        'AWS::Synthetics::Canary': ['VPCConfig'],
      },
    },
    'encryption-at-rest': {
      who: 'aws',
      sentence: 'AWS encrypts metrics, alarms and dashboards at rest.',
    },
    'keys-secrets': {
      who: 'you',
      sentence: 'You keep credentials of canaries and dashboards out of their scripts.',
      properties: {
        'AWS::Synthetics::Canary': ['RunConfig.EnvironmentVariables'],
      },
    },
    'logging-monitoring': {
      who: 'you',
      sentence: 'You define alarms with actions someone receives; a metric that nobody watches protects nothing.',
      properties: {
        'AWS::CloudWatch::Alarm': ['AlarmActions', 'ActionsEnabled', 'TreatMissingData'],
        'AWS::CloudWatch::CompositeAlarm': ['AlarmActions'],
      },
    },
    'backup-durability': {
      who: 'shared',
      sentence:
        'AWS keeps metrics for 15 months, ever coarser; a metric stream carries them elsewhere if you need longer.',
      properties: {
        'AWS::CloudWatch::MetricStream': ['FirehoseArn'],
      },
    },
  },
  overrides: {
    'AWS::CloudWatch::Alarm': {
      'logging-monitoring': {
        who: 'you',
        sentence: 'You choose threshold, missing data and actions, so that someone hears of it.',
        properties: {
          'AWS::CloudWatch::Alarm': ['AlarmActions', 'ActionsEnabled', 'TreatMissingData'],
        },
      },
    },
  },
  carries: {
    'AWS::CloudWatch::Alarm': ['logging-monitoring'],
    'AWS::CloudWatch::CompositeAlarm': ['logging-monitoring'],
    'AWS::CloudWatch::Dashboard': ['logging-monitoring'],
  },
};
