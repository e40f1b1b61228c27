import { defineRule, template } from '#kit';

export default defineRule({
  id: 'ecs-task-role',
  title: 'Task has no role of its own',
  on: 'AWS::ECS::TaskDefinition',
  severity: 'low',
  category: 'access-control',
  profile: 'strict',
  aspect: 'identity-access',
  peers: { kics: ['7f384a5f'] },
  controls: { 'nist-800-53-r5': ['AC-6'] },
  why: 'A task without a role that calls AWS does so with the role of its host, or with keys it was given. A task that calls nothing needs none.',
  remedy: 'Name a role in TaskRoleArn that may do only what the task does.',
  references: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html'],
  check(task, report) {
    const role = task.get('TaskRoleArn');
    if (role.isAbsent || role.is('')) report(role, `${task.logicalId} has no role of its own`);
  },
  examples: [
    {
      bad: template`
        Resources:
          Web:
        # ^^^
            Type: AWS::ECS::TaskDefinition
            Properties: {ContainerDefinitions: [{Name: web, Image: 'web:1'}]}
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
              TaskRoleArn: !If [IsProd, 'arn:aws:iam::123456789012:role/web', !Ref AWS::NoValue]
            # ^^^^^^^^^^^
      `,
    },
    {
      name: 'the role is a parameter without default',
      silent: template`
        Parameters:
          Given: {Type: String}
        Resources:
          Web:
            Type: AWS::ECS::TaskDefinition
            Properties: {TaskRoleArn: !Ref Given}
      `,
    },
  ],
});
