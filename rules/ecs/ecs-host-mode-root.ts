import { defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'ecs-host-mode-root',
  title: 'Container runs as root in the network of its host',
  on: 'AWS::ECS::TaskDefinition',
  severity: 'high',
  category: 'access-control',
  profile: 'recommended',
  aspect: 'hardware-virtualization',
  peers: {
    guard: ['ECS_TASK_DEFINITION_USER_FOR_HOST_MODE_CHECK'],
    cdk_nag: ['ECSTaskDefinitionUserForHostMode'],
    security_hub: ['ECS.1'],
  },
  controls: { 'nist-800-53-r5': ['AC-6', 'CM-6'] },
  why: 'In host mode the container shares interfaces and loopback with its host: as root it reaches the agents, and the credentials, of every task there. Privileged containers are a finding of their own.',
  remedy: 'Use awsvpc, or run the container as another user.',
  references: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-networking.html'],
  check(task, report) {
    const mode = task.get('NetworkMode');
    if (!mode.is('host')) return;
    for (const container of task.get('ContainerDefinitions').items()) {
      const user = container.get('User');
      const isRoot = user.isAbsent || user.satisfies((text) => /^(?:root|0|)(?::.*)?$/.test(text));
      if (!isRoot || !container.get('Privileged').isNot(true)) continue;
      report(
        user,
        `Container ${container.get('Name').pattern() ?? ''} of ${task.logicalId} runs as root in the network of its host`,
        {
          fixes: () => [fix('Give the tasks a network of their own (awsvpc)', 'replacement', set(mode, 'awsvpc'))],
        },
      );
    }
  },
  examples: [
    {
      bad: template`
        Resources:
          Web:
            Type: AWS::ECS::TaskDefinition
            Properties:
              NetworkMode: host
              ContainerDefinitions:
                - Name: web
                # ^^^^^^^^^
                  Image: web:1
      `,
      good: template`
        Resources:
          Web:
            Type: AWS::ECS::TaskDefinition
            Properties:
              NetworkMode: awsvpc
              ContainerDefinitions:
                - Name: web
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
              NetworkMode: host
              ContainerDefinitions:
                - Name: web
                  User: !If [IsProd, '1000', root]
                                           # ^^^^
      `,
    },
    {
      name: 'another user',
      silent: template`
        Resources:
          Web:
            Type: AWS::ECS::TaskDefinition
            Properties: {NetworkMode: host, ContainerDefinitions: [{Name: web, User: '1000:0'}]}
      `,
    },
    {
      name: 'the user is a parameter without default',
      silent: template`
        Parameters:
          Given: {Type: String}
        Resources:
          Web:
            Type: AWS::ECS::TaskDefinition
            Properties: {NetworkMode: host, ContainerDefinitions: [{Name: web, User: !Ref Given}]}
      `,
    },
  ],
});
