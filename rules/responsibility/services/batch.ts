import type { ServiceKnowledge } from '../types.ts';

export const batch: ServiceKnowledge = {
  id: 'batch',
  name: 'AWS Batch',
  class: 'container',
  types: ['AWS::Batch::'],
  summary: 'Queues of container jobs.',
  link: 'https://docs.aws.amazon.com/batch/latest/userguide/security.html',
  aspects: {
    'os-patching': {
      who: 'shared',
      sentence: 'AWS replaces images of managed environments on update; you start that update.',
      properties: {
        'AWS::Batch::ComputeEnvironment': ['ComputeResources.UpdateToLatestImageVersion', 'UpdatePolicy'],
      },
    },
    'platform-patching': {
      who: 'you',
      sentence: 'You keep job images patched.',
      properties: {
        'AWS::Batch::JobDefinition': ['ContainerProperties.Image'],
      },
    },
    'identity-access': {
      who: 'you',
      sentence: 'You give jobs a role apart from the one of the instances.',
      properties: {
        'AWS::Batch::JobDefinition': ['ContainerProperties.JobRoleArn', 'ContainerProperties.ExecutionRoleArn'],
        'AWS::Batch::ComputeEnvironment': ['ComputeResources.InstanceRole'],
      },
    },
    'network-exposure': {
      who: 'you',
      sentence: 'You run jobs unprivileged in private subnets.',
      properties: {
        'AWS::Batch::JobDefinition': ['ContainerProperties.Privileged', 'ContainerProperties.User'],
        'AWS::Batch::ComputeEnvironment': ['ComputeResources.Subnets', 'ComputeResources.SecurityGroupIds'],
      },
    },
    'encryption-at-rest': {
      who: 'you',
      sentence: 'You encrypt job volumes by the launch template.',
      properties: {
        'AWS::Batch::ComputeEnvironment': ['ComputeResources.LaunchTemplate'],
      },
    },
    'encryption-in-transit': {
      who: 'you',
      sentence: 'You switch on transit encryption of EFS volumes in job definitions.',
      properties: {
        'AWS::Batch::JobDefinition': ['ContainerProperties.Volumes'],
      },
    },
    'keys-secrets': {
      who: 'you',
      sentence: 'You reference secrets in the job definition instead of setting variables.',
      properties: {
        'AWS::Batch::JobDefinition': ['ContainerProperties.Secrets', 'ContainerProperties.Environment'],
      },
    },
    'logging-monitoring': {
      who: 'shared',
      sentence: 'AWS sends job output to CloudWatch by default; another driver or retention you choose.',
      properties: {
        'AWS::Batch::JobDefinition': ['ContainerProperties.LogConfiguration'],
      },
    },
    'backup-durability': {
      who: 'you',
      sentence: 'You set retry strategies and timeouts; outputs you store outside the job.',
      properties: {
        'AWS::Batch::JobDefinition': ['RetryStrategy', 'Timeout'],
      },
    },
  },
};
