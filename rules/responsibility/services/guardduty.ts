import type { ServiceKnowledge } from '../types.ts';

export const guardduty: ServiceKnowledge = {
  id: 'guardduty',
  name: 'Amazon GuardDuty',
  class: 'abstracted',
  types: ['AWS::GuardDuty::'],
  summary: 'Threat detection from logs and runtime behavior.',
  link: 'https://docs.aws.amazon.com/guardduty/latest/ug/security.html',
  aspects: {
    'identity-access': {
      who: 'you',
      sentence:
        'You delegate administration to a security account, so that a workload cannot suspend its own detector.',
      properties: {
        'AWS::GuardDuty::Member': ['MemberId'],
        'AWS::GuardDuty::Master': ['MasterId'],
      },
    },
    'encryption-at-rest': {
      who: 'shared',
      sentence: 'AWS encrypts findings; exports to S3 need a KMS key of yours.',
      properties: {
        'AWS::GuardDuty::PublishingDestination': ['DestinationProperties'],
      },
    },
    'logging-monitoring': {
      who: 'shared',
      sentence:
        'AWS analyzes CloudTrail, flow and DNS logs on its own; enabling it per Region and each protection plan is yours.',
      properties: {
        'AWS::GuardDuty::Detector': ['Enable', 'Features', 'FindingPublishingFrequency'],
        'AWS::GuardDuty::Filter': ['Action', 'FindingCriteria'],
      },
    },
    'backup-durability': {
      who: 'you',
      sentence: 'You export findings, which disappear after 90 days.',
      properties: {
        'AWS::GuardDuty::PublishingDestination': ['DestinationType'],
      },
    },
  },
  notApplicable: {
    'network-exposure': 'GuardDuty has no endpoint that your data passes.',
  },
};
