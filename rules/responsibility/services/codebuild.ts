import type { ServiceKnowledge } from '../types.ts';

export const codebuild: ServiceKnowledge = {
  id: 'codebuild',
  name: 'AWS CodeBuild',
  class: 'abstracted',
  types: ['AWS::CodeBuild::'],
  summary: 'Builds in fresh containers.',
  link: 'https://docs.aws.amazon.com/codebuild/latest/userguide/security.html',
  aspects: {
    'platform-patching': {
      who: 'shared',
      sentence: 'AWS maintains curated images; you choose a current one and patch your own.',
      properties: {
        'AWS::CodeBuild::Project': ['Environment.Image'],
      },
    },
    'identity-access': {
      who: 'you',
      sentence: "You scope the project's role, and refuse builds from pull requests of strangers.",
      properties: {
        'AWS::CodeBuild::Project': ['ServiceRole', 'Triggers.FilterGroups', 'Environment.PrivilegedMode'],
      },
    },
    'network-exposure': {
      who: 'you',
      sentence: 'You run builds in a VPC if they touch private systems, and keep build badges and results private.',
      properties: {
        'AWS::CodeBuild::Project': ['VpcConfig', 'Visibility'],
      },
    },
    'encryption-at-rest': {
      who: 'shared',
      sentence:
        'AWS encrypts artifacts by default with aws/s3; naming a key of yours and not switching it off is your part.',
      properties: {
        'AWS::CodeBuild::Project': ['EncryptionKey', 'Artifacts.EncryptionDisabled'],
      },
    },
    'keys-secrets': {
      who: 'you',
      sentence: 'You pull secrets from Parameter Store or Secrets Manager, never as plain variables of the project.',
      properties: {
        'AWS::CodeBuild::Project': ['Environment.EnvironmentVariables', 'Source.Auth'],
        'AWS::CodeBuild::SourceCredential': ['Token'],
      },
    },
    'logging-monitoring': {
      who: 'you',
      sentence: 'You keep build logs in CloudWatch or S3, encrypted and without secrets.',
      properties: {
        'AWS::CodeBuild::Project': ['LogsConfig'],
      },
    },
    'backup-durability': {
      who: 'shared',
      sentence: 'AWS rebuilds from source at any time; cached and built artifacts are yours to keep.',
    },
  },
};
