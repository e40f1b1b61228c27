import { defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'ecs-privileged-container',
  title: 'Container has all rights on its host',
  on: 'AWS::ECS::TaskDefinition',
  severity: 'high',
  category: 'access-control',
  profile: 'essential',
  aspect: 'hardware-virtualization',
  peers: { security_hub: ['ECS.4'] },
  controls: { 'aws-fsbp': ['ECS.4'], 'nist-800-53-r5': ['AC-6', 'CM-6'] },
  why: 'A privileged container is root on its host: whoever breaks into it has the host, the other tasks on it and their credentials. The check of host mode that lets privileged containers pass is not followed.',
  remedy: 'Set Privileged to false, and add only the Linux capabilities that are needed.',
  references: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-tasks-containers.html'],
  check(task, report) {
    for (const container of task.get('ContainerDefinitions').items()) {
      const privileged = container.get('Privileged');
      if (!privileged.is(true)) continue;
      report(
        privileged,
        `Container ${container.get('Name').pattern() ?? ''} of ${task.logicalId} has all rights on its host`,
        {
          fixes: () => [fix('Take the rights on the host away', 'behaviour', set(privileged, false))],
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
              ContainerDefinitions:
                - Name: web
                  Privileged: true
                            # ^^^^
      `,
      good: template`
        Resources:
          Web:
            Type: AWS::ECS::TaskDefinition
            Properties:
              ContainerDefinitions:
                - Name: web
                  Privileged: false
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
                  Privileged: !If [IsProd, false, true]
                                                # ^^^^
      `,
      good: template`
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
                  Privileged: !If [IsProd, false, false]
      `,
    },
    {
      name: 'the answer is a parameter without default',
      silent: template`
        Parameters:
          Given: {Type: String}
        Resources:
          Web:
            Type: AWS::ECS::TaskDefinition
            Properties: {ContainerDefinitions: [{Name: web, Privileged: !Ref Given}]}
      `,
    },
  ],
});
