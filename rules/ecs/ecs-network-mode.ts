import { defineRule, fix, type ResourceView, set, template } from '#kit';

export default defineRule({
  id: 'ecs-network-mode',
  title: 'Tasks share the network of their host',
  on: 'AWS::ECS::TaskDefinition',
  severity: 'low',
  category: 'network',
  profile: 'strict',
  aspect: 'network-exposure',
  peers: { kics: ['027a4b7a'], security_hub: ['ECS.17'] },
  controls: { 'aws-fsbp': ['ECS.17'], 'nist-800-53-r5': ['SC-7'] },
  why: 'Only in mode awsvpc does a task have security groups and flow logs of its own.',
  remedy: 'Set NetworkMode to awsvpc.',
  references: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-networking.html'],
  check(task, report) {
    const mode = task.get('NetworkMode');
    if (!mode.isNot('awsvpc', 'none') || !task.get('ContainerDefinitions').isGiven) return;
    report(mode, `Tasks of ${task.logicalId} have no network interface of their own`, {
      fixes: () => [
        hasSubnets(task)
          ? fix(
              'Give the tasks a network of their own (services must name subnets)',
              'replacement',
              set(mode, 'awsvpc'),
            )
          : undefined,
      ],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Web:
        # ^^^
            Type: AWS::ECS::TaskDefinition
            Properties:
              ContainerDefinitions: [{Name: web, Image: 'web:1'}]
      `,
      good: template`
        Resources:
          Web:
            Type: AWS::ECS::TaskDefinition
            Properties:
              ContainerDefinitions: [{Name: web, Image: 'web:1'}]
              NetworkMode: awsvpc
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
              NetworkMode: !If [IsProd, awsvpc, bridge]
                                              # ^^^^^^
              ContainerDefinitions: [{Name: web, Image: 'web:1'}]
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
              NetworkMode: !If [IsProd, awsvpc, awsvpc]
              ContainerDefinitions: [{Name: web, Image: 'web:1'}]
      `,
    },
    {
      name: 'a service without subnets could not run such tasks, so there is no fix',
      bad: template`
        Resources:
          Web:
        # ^^^
            Type: AWS::ECS::TaskDefinition
            Properties:
              ContainerDefinitions: [{Name: web, Image: 'web:1'}]
          Service:
            Type: AWS::ECS::Service
            Properties: {TaskDefinition: !Ref Web}
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
            Properties: {NetworkMode: !Ref Given, ContainerDefinitions: [{Name: web, Image: 'web:1'}]}
      `,
    },
  ],
});

function hasSubnets(task: ResourceView): boolean {
  const services = task.template.referrers(task, 'AWS::ECS::Service');
  return services.every((service) => !service.get('NetworkConfiguration').isAbsent);
}
