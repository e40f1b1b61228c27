import type { ServiceKnowledge } from '../types.ts';

export const dataPipeline: ServiceKnowledge = {
  id: 'data-pipeline',
  name: 'AWS Data Pipeline',
  class: 'abstracted',
  types: ['AWS::DataPipeline::'],
  summary: 'Scheduled data movement, closed to new customers.',
  link: 'https://docs.aws.amazon.com/datapipeline/latest/DeveloperGuide/dp-control-access.html',
  since: 'Closed to new customers since July 2024; AWS points to Glue, Step Functions and Managed Airflow instead.',
  aspects: {
    'os-patching': {
      who: 'you',
      sentence: 'You name images and instance types of the resources it launches, and patch them.',
      properties: {
        'AWS::DataPipeline::Pipeline': ['PipelineObjects'],
      },
    },
    'identity-access': {
      who: 'you',
      sentence: 'You narrow the two default roles, which reach far.',
      properties: {
        'AWS::DataPipeline::Pipeline': ['PipelineObjects'],
      },
    },
    'keys-secrets': {
      who: 'you',
      sentence: 'You mark passwords of databases with an asterisk, so that the pipeline stores them encrypted.',
      properties: {
        'AWS::DataPipeline::Pipeline': ['ParameterValues'],
      },
    },
    'logging-monitoring': {
      who: 'you',
      sentence: 'You set a log location in S3; without it logs of runs are lost.',
    },
    'backup-durability': {
      who: 'shared',
      sentence: 'AWS retries activities; the data at either end is yours to keep.',
    },
  },
};
