import { defineRule, template } from '#kit';

export default defineRule({
  id: 'ecs-env-plain',
  title: 'Container has plain environment variables',
  on: 'AWS::ECS::TaskDefinition',
  severity: 'low',
  category: 'secrets',
  profile: 'strict',
  aspect: 'keys-secrets',
  peers: { cdk_nag: ['ECSTaskDefinitionNoEnvironmentVariables', 'AwsSolutions-ECS2'] },
  controls: { 'nist-800-53-r5': ['SC-28'] },
  why: 'Settings in the environment are read by everyone who may describe the task definition. For settings that are no secrets that does not matter; secrets are a finding of their own.',
  remedy: 'Look through the variables, and pass what is secret in Secrets.',
  references: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/specifying-sensitive-data.html'],
  check(task, report) {
    for (const container of task.get('ContainerDefinitions').items()) {
      const environment = container.get('Environment');
      if (environment.items().length > 0)
        report(environment, `A container of ${task.logicalId} has plain environment variables`);
    }
  },
  examples: [
    {
      bad: template`
        Resources:
          Web:
            Type: AWS::ECS::TaskDefinition
            Properties:
              ContainerDefinitions:
                - Name: web
                  Environment: [{Name: TABLE, Value: orders}]
                # ^^^^^^^^^^^
      `,
    },
    {
      name: 'in development',
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Web:
            Type: AWS::ECS::TaskDefinition
            Properties:
              ContainerDefinitions:
                - Name: web
                  Environment: !If [IsProd, !Ref AWS::NoValue, [{Name: DEBUG, Value: '1'}]]
                # ^^^^^^^^^^^
      `,
    },
    {
      name: 'the variables come from a macro',
      silent: template`
        Resources:
          Web:
            Type: AWS::ECS::TaskDefinition
            Properties:
              ContainerDefinitions: [{Name: web, Environment: {'Fn::Transform': {Name: Variables}}}]
      `,
    },
  ],
});
