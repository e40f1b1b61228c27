import { defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'ecs-fargate-platform',
  title: 'Service is held at an old Fargate platform',
  on: 'AWS::ECS::Service',
  severity: 'low',
  category: 'patching',
  profile: 'recommended',
  aspect: 'platform-patching',
  peers: { security_hub: ['ECS.10'] },
  controls: { 'aws-fsbp': ['ECS.10'], 'nist-800-53-r5': ['SI-2'], 'pci-dss-4': ['6.3.3'] },
  why: 'AWS patches the kernel and the runtime beneath tasks in new platform versions; a service held at an old one gets none of it.',
  remedy: 'Set PlatformVersion to LATEST or leave it out.',
  references: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/platform-fargate.html'],
  check(service, report) {
    const version = service.get('PlatformVersion');
    if (!version.satisfies((text) => /^1\.[0-3]\./.test(text))) return;
    report(version, `${service.logicalId} is held at Fargate platform ${version.pattern()}`, {
      fixes: () => [fix('Run on the latest platform', 'behaviour', set(version, 'LATEST'))],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Web:
            Type: AWS::ECS::Service
            Properties:
              PlatformVersion: 1.3.0
                             # ^^^^^
      `,
      good: template`
        Resources:
          Web:
            Type: AWS::ECS::Service
            Properties:
              PlatformVersion: LATEST
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
              PlatformVersion: !If [IsProd, LATEST, 1.3.0]
                                                  # ^^^^^
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
              PlatformVersion: !If [IsProd, LATEST, LATEST]
      `,
    },
    {
      name: 'the version is a parameter without default',
      silent: template`
        Parameters:
          Given: {Type: String}
        Resources:
          Web:
            Type: AWS::ECS::Service
            Properties: {PlatformVersion: !Ref Given}
      `,
    },
  ],
});
