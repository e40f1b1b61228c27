import type { ServiceKnowledge } from '../types.ts';

export const ecs: ServiceKnowledge = {
  id: 'ecs',
  name: 'Amazon ECS',
  class: 'container',
  types: ['AWS::ECS::'],
  summary: 'Containers on Fargate or on your own instances.',
  link: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security.html',
  aspects: {
    'os-patching': {
      who: 'shared',
      sentence: 'AWS patches the hosts of Fargate tasks; container instances of your own you patch and replace.',
      properties: {
        'AWS::ECS::Service': ['PlatformVersion', 'LaunchType'],
      },
    },
    'platform-patching': {
      who: 'you',
      sentence: 'You rebuild images with patched packages and pin them; nothing in the image updates itself.',
      properties: {
        'AWS::ECS::TaskDefinition': ['ContainerDefinitions[].Image'],
      },
    },
    'identity-access': {
      who: 'you',
      sentence: 'You give each task its own role, apart from the execution role that pulls its image.',
      properties: {
        'AWS::ECS::TaskDefinition': ['TaskRoleArn', 'ExecutionRoleArn'],
        'AWS::ECS::Cluster': ['Configuration.ExecuteCommandConfiguration'],
      },
    },
    'network-exposure': {
      who: 'you',
      sentence: 'You run tasks in private subnets without public addresses, as non-root users without privileges.',
      properties: {
        'AWS::ECS::Service': ['NetworkConfiguration'],
        'AWS::ECS::TaskDefinition': [
          'ContainerDefinitions[].Privileged',
          'ContainerDefinitions[].User',
          'ContainerDefinitions[].ReadonlyRootFilesystem',
          'NetworkMode',
          'PidMode',
        ],
      },
    },
    'encryption-at-rest': {
      who: 'shared',
      sentence:
        "AWS encrypts Fargate's ephemeral storage; a KMS key for it and encryption of attached volumes are yours.",
      properties: {
        'AWS::ECS::Cluster': ['Configuration.ManagedStorageConfiguration'],
        'AWS::ECS::Service': ['VolumeConfigurations'],
      },
    },
    'encryption-in-transit': {
      who: 'you',
      sentence: 'You encrypt between services, by Service Connect TLS, and mounts of EFS.',
      properties: {
        'AWS::ECS::TaskDefinition': ['Volumes[].EFSVolumeConfiguration.TransitEncryption'],
        'AWS::ECS::Service': ['ServiceConnectConfiguration'],
      },
    },
    'keys-secrets': {
      who: 'you',
      sentence: 'You inject secrets by reference, never as plain environment variables.',
      properties: {
        'AWS::ECS::TaskDefinition': ['ContainerDefinitions[].Secrets', 'ContainerDefinitions[].Environment'],
      },
    },
    'logging-monitoring': {
      who: 'you',
      sentence: 'You give each container a log driver and the cluster Container Insights.',
      properties: {
        'AWS::ECS::TaskDefinition': ['ContainerDefinitions[].LogConfiguration'],
        'AWS::ECS::Cluster': ['ClusterSettings'],
      },
    },
    'backup-durability': {
      who: 'shared',
      sentence: 'AWS restarts failed tasks; several tasks over several zones and rollback are what you ask for.',
      properties: {
        'AWS::ECS::Service': ['DesiredCount', 'DeploymentConfiguration'],
      },
    },
  },
};
