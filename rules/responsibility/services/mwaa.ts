import type { ServiceKnowledge } from '../types.ts';

export const mwaa: ServiceKnowledge = {
  id: 'mwaa',
  name: 'Amazon MWAA',
  class: 'container',
  types: ['AWS::MWAA::', 'AWS::MWAAServerless::'],
  summary: 'Managed Apache Airflow.',
  link: 'https://docs.aws.amazon.com/mwaa/latest/userguide/security.html',
  aspects: {
    'platform-patching': {
      who: 'shared',
      sentence: 'AWS patches environments in a weekly window; Airflow versions and Python requirements are yours.',
      properties: {
        'AWS::MWAA::Environment': ['AirflowVersion', 'WeeklyMaintenanceWindowStart'],
      },
    },
    'identity-access': {
      who: 'you',
      sentence: 'You write the execution role per environment, as every DAG shares it.',
      properties: {
        'AWS::MWAA::Environment': ['ExecutionRoleArn'],
      },
    },
    'network-exposure': {
      who: 'you',
      sentence: 'You choose private access for the web server.',
      properties: {
        'AWS::MWAA::Environment': ['WebserverAccessMode', 'NetworkConfiguration'],
      },
    },
    'encryption-at-rest': {
      who: 'shared',
      sentence: 'AWS encrypts by a key it owns unless you give one at creation.',
      properties: {
        'AWS::MWAA::Environment': ['KmsKey'],
      },
    },
    'keys-secrets': {
      who: 'you',
      sentence: "You keep connections in Secrets Manager rather than in Airflow's options.",
      properties: {
        'AWS::MWAA::Environment': ['AirflowConfigurationOptions'],
      },
    },
    'logging-monitoring': {
      who: 'you',
      sentence: 'You enable each of the five log types.',
      properties: {
        'AWS::MWAA::Environment': ['LoggingConfiguration'],
      },
    },
    'backup-durability': {
      who: 'you',
      sentence: 'You version the bucket of DAGs.',
    },
  },
};
