import type { ServiceKnowledge } from '../types.ts';

export const securityHub: ServiceKnowledge = {
  id: 'security-hub',
  name: 'AWS Security Hub',
  class: 'abstracted',
  types: ['AWS::SecurityHub::'],
  summary: 'Findings of all security services, checked against standards.',
  link: 'https://docs.aws.amazon.com/securityhub/latest/userguide/security.html',
  since:
    'The checks against standards are called AWS Security Hub CSPM since 2025, when a new Security Hub took the name.',
  aspects: {
    'identity-access': {
      who: 'you',
      sentence: 'You name a delegated administrator and configure member accounts centrally.',
      properties: {
        'AWS::SecurityHub::DelegatedAdmin': ['AdminAccountId'],
        'AWS::SecurityHub::ConfigurationPolicy': ['ConfigurationPolicy'],
      },
    },
    'encryption-at-rest': {
      who: 'aws',
      sentence: 'AWS encrypts findings at rest.',
    },
    'logging-monitoring': {
      who: 'shared',
      sentence: 'AWS runs the controls; you enable standards, aggregate Regions and give findings an owner.',
      properties: {
        'AWS::SecurityHub::Hub': ['EnableDefaultStandards', 'AutoEnableControls'],
        'AWS::SecurityHub::Standard': ['StandardsArn'],
        'AWS::SecurityHub::FindingAggregator': ['RegionLinkingMode'],
        'AWS::SecurityHub::OrganizationConfiguration': ['AutoEnable', 'AutoEnableStandards'],
        'AWS::SecurityHub::ConfigurationPolicy': ['ConfigurationPolicy.SecurityHub.ServiceEnabled'],
        'AWS::SecurityHub::AutomationRule': ['Criteria', 'Actions'],
      },
    },
    'backup-durability': {
      who: 'you',
      sentence: 'You archive findings elsewhere: old ones are deleted after 90 days.',
    },
  },
};
