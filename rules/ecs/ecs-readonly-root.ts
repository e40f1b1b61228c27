import { defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'ecs-readonly-root',
  title: 'Container may change its own file system',
  on: 'AWS::ECS::TaskDefinition',
  severity: 'low',
  category: 'access-control',
  profile: 'strict',
  aspect: 'hardware-virtualization',
  peers: { security_hub: ['ECS.5'] },
  controls: { 'aws-fsbp': ['ECS.5'], 'nist-800-53-r5': ['AC-6', 'CM-6'] },
  why: 'Whoever breaks in cannot leave tools behind in a file system that is read only. Programs that write somewhere need a volume for it.',
  remedy: 'Set ReadonlyRootFilesystem to true and mount volumes where the program writes.',
  references: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-tasks-containers.html'],
  check(task, report) {
    // Windows containers cannot have it.
    if (task.get('RuntimePlatform.OperatingSystemFamily').satisfies((text) => text.startsWith('WINDOWS'))) return;
    for (const container of task.get('ContainerDefinitions').items()) {
      const readonly = container.get('ReadonlyRootFilesystem');
      if (!readonly.isNot(true)) continue;
      report(
        readonly,
        `Container ${container.get('Name').pattern() ?? ''} of ${task.logicalId} may change its own file system`,
        {
          fixes: () => [fix('Make the file system read only', 'behaviour', set(readonly, true))],
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
                # ^^^^^^^^^
                  Image: web:1
      `,
      good: template`
        Resources:
          Web:
            Type: AWS::ECS::TaskDefinition
            Properties:
              ContainerDefinitions:
                - Name: web
                  Image: web:1
                  ReadonlyRootFilesystem: true
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
                  ReadonlyRootFilesystem: !If [IsProd, true, false]
                                                           # ^^^^^
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
                  ReadonlyRootFilesystem: !If [IsProd, true, true]
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
            Properties: {ContainerDefinitions: [{Name: web, ReadonlyRootFilesystem: !Ref Given}]}
      `,
    },
  ],
});
