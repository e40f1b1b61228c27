import type { ServiceKnowledge } from '../types.ts';

export const codedeploy: ServiceKnowledge = {
  id: 'codedeploy',
  name: 'AWS CodeDeploy',
  class: 'abstracted',
  types: ['AWS::CodeDeploy::'],
  summary: 'Deployments to instances, functions and services.',
  link: 'https://docs.aws.amazon.com/codedeploy/latest/userguide/security.html',
  aspects: {
    'platform-patching': {
      who: 'shared',
      sentence: 'AWS publishes the agent for instances; installing its updates is a schedule you set.',
    },
    'identity-access': {
      who: 'you',
      sentence: 'You limit the deployment role to the groups it deploys to.',
      properties: {
        'AWS::CodeDeploy::DeploymentGroup': ['ServiceRoleArn'],
      },
    },
    'logging-monitoring': {
      who: 'you',
      sentence: 'You attach alarms that stop a bad deployment.',
      properties: {
        'AWS::CodeDeploy::DeploymentGroup': ['AlarmConfiguration'],
      },
    },
    'backup-durability': {
      who: 'you',
      sentence: 'You enable automatic rollback and shift traffic in steps.',
      properties: {
        'AWS::CodeDeploy::DeploymentGroup': ['AutoRollbackConfiguration', 'DeploymentConfigName'],
      },
    },
  },
  notApplicable: {
    'encryption-at-rest': 'CodeDeploy keeps no revisions; they lie in your bucket or repository.',
  },
};
