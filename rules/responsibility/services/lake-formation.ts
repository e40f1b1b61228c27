import type { ServiceKnowledge } from '../types.ts';

export const lakeFormation: ServiceKnowledge = {
  id: 'lake-formation',
  name: 'AWS Lake Formation',
  class: 'abstracted',
  types: ['AWS::LakeFormation::'],
  summary: 'Table, column and row permissions for data lakes.',
  link: 'https://docs.aws.amazon.com/lake-formation/latest/dg/security.html',
  aspects: {
    'identity-access': {
      who: 'you',
      sentence: 'You replace the default grant to IAMAllowedPrincipals by grants on tables, columns and rows.',
      properties: {
        'AWS::LakeFormation::PrincipalPermissions': ['Permissions', 'Principal'],
        'AWS::LakeFormation::DataLakeSettings': ['CreateTableDefaultPermissions', 'Admins'],
      },
    },
    'network-exposure': {
      who: 'you',
      sentence: 'You allow external engines to read governed tables only after you vetted them.',
      properties: {
        'AWS::LakeFormation::DataLakeSettings': ['AllowExternalDataFiltering', 'ExternalDataFilteringAllowList'],
      },
    },
    'encryption-at-rest': {
      who: 'you',
      sentence: 'You encrypt the registered buckets and give the registering role their key.',
      properties: {
        'AWS::LakeFormation::Resource': ['RoleArn'],
      },
    },
    'logging-monitoring': {
      who: 'shared',
      sentence: 'AWS records each vending of credentials for a table; reading those entries is yours.',
    },
    'backup-durability': {
      who: 'you',
      sentence: 'You version the grants in templates, since the service keeps no history of them.',
    },
  },
};
