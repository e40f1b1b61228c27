import { defineRule, template } from '#kit';

export default defineRule({
  id: 'ecs-health-check',
  title: 'Container tells nobody that it hangs',
  on: 'AWS::ECS::TaskDefinition',
  severity: 'low',
  category: 'resilience',
  profile: 'strict',
  aspect: 'network-infrastructure',
  peers: { kics: ['d24389b4'] },
  controls: {},
  why: 'A container that runs but does not answer is replaced only if something asks it. The health check of a load balancer does as well.',
  remedy: 'Set a HealthCheck with a command that asks the program.',
  references: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/healthcheck.html'],
  check(task, report) {
    for (const container of task.get('ContainerDefinitions').items()) {
      const check = container.get('HealthCheck');
      if (check.isAbsent)
        report(check, `Container ${container.get('Name').pattern() ?? ''} of ${task.logicalId} has no health check`);
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
                # ^^^^^^^^^
                  Image: web:1
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
                  HealthCheck: !If [IsProd, {Command: [CMD, 'true']}, !Ref AWS::NoValue]
                # ^^^^^^^^^^^
      `,
    },
    {
      name: 'the containers come from a macro',
      silent: template`
        Resources:
          Web:
            Type: AWS::ECS::TaskDefinition
            Properties: {ContainerDefinitions: {'Fn::Transform': {Name: Containers}}}
      `,
    },
  ],
});
