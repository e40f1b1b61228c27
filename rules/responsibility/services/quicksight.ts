import type { ServiceKnowledge } from '../types.ts';

export const quicksight: ServiceKnowledge = {
  id: 'quicksight',
  name: 'Amazon Quick Sight',
  class: 'abstracted',
  types: ['AWS::QuickSight::'],
  summary: 'Dashboards and data sets.',
  link: 'https://docs.aws.amazon.com/quicksight/latest/user/security.html',
  since: 'QuickSight became part of Amazon Quick Suite in October 2025.',
  aspects: {
    'identity-access': {
      who: 'you',
      sentence: 'You share dashboards with groups and cut rows and columns by security rules.',
      properties: {
        'AWS::QuickSight::DataSet': ['RowLevelPermissionDataSet', 'ColumnLevelPermissionRules', 'Permissions'],
        'AWS::QuickSight::Dashboard': ['Permissions'],
      },
    },
    'network-exposure': {
      who: 'you',
      sentence: 'You reach private databases through a VPC connection.',
      properties: {
        'AWS::QuickSight::VPCConnection': ['SecurityGroupIds'],
      },
    },
    'encryption-at-rest': {
      who: 'shared',
      sentence: 'AWS encrypts SPICE data; keys of your own you register in the account.',
    },
    'encryption-in-transit': {
      who: 'you',
      sentence: 'You leave SSL to data sources enabled.',
      properties: {
        'AWS::QuickSight::DataSource': ['SslProperties'],
      },
    },
    'keys-secrets': {
      who: 'you',
      sentence: 'You give data sources a secret instead of a user and password.',
      properties: {
        'AWS::QuickSight::DataSource': ['Credentials'],
      },
    },
    'logging-monitoring': {
      who: 'you',
      sentence: 'You follow who views what by CloudTrail.',
    },
    'backup-durability': {
      who: 'you',
      sentence: 'You export assets as bundles.',
    },
  },
};
