import { defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'ecs-pid-mode',
  title: 'Tasks see the processes of their host',
  on: 'AWS::ECS::TaskDefinition',
  severity: 'high',
  category: 'access-control',
  profile: 'recommended',
  aspect: 'hardware-virtualization',
  peers: { security_hub: ['ECS.3'] },
  controls: { 'aws-fsbp': ['ECS.3'], 'nist-800-53-r5': ['CM-2'] },
  why: 'In the process namespace of the host a container sees, and as root ends or reads, the processes of all other tasks.',
  remedy: 'Remove PidMode, or set it to task.',
  references: [
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ecs-taskdefinition.html',
  ],
  check(task, report) {
    const mode = task.get('PidMode');
    if (!mode.is('host')) return;
    report(mode, `${task.logicalId} sees the processes of its host`, {
      fixes: () => [fix('Keep to the processes of the task', 'replacement', set(mode, 'task'))],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Web:
            Type: AWS::ECS::TaskDefinition
            Properties:
              PidMode: host
                     # ^^^^
      `,
      good: template`
        Resources:
          Web:
            Type: AWS::ECS::TaskDefinition
            Properties:
              PidMode: task
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
              PidMode: !If [IsProd, task, host]
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
              PidMode: !If [IsProd, task, task]
      `,
    },
    {
      name: 'the mode is a parameter without default',
      silent: template`
        Parameters:
          Given: {Type: String}
        Resources:
          Web:
            Type: AWS::ECS::TaskDefinition
            Properties: {PidMode: !Ref Given}
      `,
    },
  ],
});
