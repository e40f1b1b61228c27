import { defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'ecs-running-tasks',
  title: 'Deployments may stop all tasks of a service',
  on: 'AWS::ECS::Service',
  severity: 'low',
  category: 'resilience',
  profile: 'strict',
  aspect: 'network-infrastructure',
  peers: { kics: ['79d745f0'] },
  controls: {},
  why: 'With nothing that has to stay up, a deployment of a broken image takes the service down.',
  remedy: 'Set MinimumHealthyPercent above zero.',
  references: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-type-ecs.html'],
  check(service, report) {
    const minimum = service.get('DeploymentConfiguration.MinimumHealthyPercent');
    if (!minimum.is(0)) return;
    report(minimum, `Deployments may stop all tasks of ${service.logicalId}`, {
      fixes: () => [fix('Keep half of the tasks up', 'behaviour', set(minimum, 50))],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Web:
            Type: AWS::ECS::Service
            Properties:
              DeploymentConfiguration:
                MinimumHealthyPercent: 0
                                     # ^
      `,
      good: template`
        Resources:
          Web:
            Type: AWS::ECS::Service
            Properties:
              DeploymentConfiguration:
                MinimumHealthyPercent: 50
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
            Type: AWS::ECS::Service
            Properties:
              DeploymentConfiguration:
                MinimumHealthyPercent: !If [IsProd, 100, 0]
                                                       # ^
      `,
      good: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Web:
            Type: AWS::ECS::Service
            Properties:
              DeploymentConfiguration:
                MinimumHealthyPercent: !If [IsProd, 100, 50]
      `,
    },
    {
      name: 'the share is a parameter without default',
      silent: template`
        Parameters:
          Given: {Type: String}
        Resources:
          Web:
            Type: AWS::ECS::Service
            Properties: {DeploymentConfiguration: {MinimumHealthyPercent: !Ref Given}}
      `,
    },
  ],
});
