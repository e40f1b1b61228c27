import { defineRule, LAUNCH_TYPES, launchSetting, type ResourceView, template } from '#kit';

export default defineRule({
  id: 'ec2-instance-profile',
  title: 'Instance has no role',
  on: LAUNCH_TYPES,
  severity: 'low',
  category: 'access-control',
  profile: 'strict',
  aspect: 'identity-access',
  peers: { guard: ['EC2_INSTANCE_PROFILE_ATTACHED'], cdk_nag: ['EC2InstanceProfileAttached'], kics: ['f914357d'] },
  controls: { 'nist-800-53-r5': ['AC-3', 'AC-6'] },
  why: 'A host without a role is given access keys sooner or later, and keys on a disk neither rotate nor expire. Session Manager needs a role as well.',
  remedy: 'Attach an instance profile with the rights the host needs.',
  references: ['https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/iam-roles-for-amazon-ec2.html'],
  check(resource, report) {
    const profile = launchSetting(resource, 'IamInstanceProfile');
    if (!profile?.isAbsent || !isWhole(resource)) return;
    report(profile, `${resource.logicalId} has no instance profile`, {
      // Others look at instances alone.
      ...(resource.type !== 'AWS::EC2::Instance' && { peers: {} }),
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Web:
        # ^^^
            Type: AWS::EC2::Instance
            Properties:
              ImageId: ami-12345678
      `,
    },
    {
      name: 'a role in production only',
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Web:
            Type: AWS::EC2::Instance
            Properties:
              ImageId: ami-12345678
              IamInstanceProfile: !If [IsProd, web, !Ref AWS::NoValue]
            # ^^^^^^^^^^^^^^^^^^
      `,
    },
    {
      name: 'a group launches hosts without a role',
      bad: template`
        Resources:
          Workers:
            Type: AWS::EC2::LaunchTemplate
            Properties:
              LaunchTemplateData:
            # ^^^^^^^^^^^^^^^^^^
                ImageId: ami-12345678
          Group:
            Type: AWS::AutoScaling::AutoScalingGroup
            Properties:
              MinSize: '1'
              MaxSize: '3'
              LaunchTemplate: {LaunchTemplateId: !Ref Workers, Version: !GetAtt Workers.LatestVersionNumber}
      `,
    },
    {
      name: 'what launches from a launch template may name a role itself',
      silent: template`
        Resources:
          Workers:
            Type: AWS::EC2::LaunchTemplate
            Properties:
              LaunchTemplateData:
                ImageId: ami-12345678
      `,
    },
    {
      name: 'a role that is chosen at deployment, and a launch template that decides',
      silent: template`
        Parameters:
          Choice: {Type: String}
        Resources:
          Web:
            Type: AWS::EC2::Instance
            Properties:
              IamInstanceProfile: !Ref Choice
          Launched:
            Type: AWS::EC2::Instance
            Properties:
              LaunchTemplate: {LaunchTemplateId: lt-12345678, Version: '1'}
      `,
    },
  ],
});

/** A launch template may be completed by who launches from it, but not by an Auto Scaling group. */
function isWhole(resource: ResourceView): boolean {
  if (resource.type !== 'AWS::EC2::LaunchTemplate') return true;
  return resource.template.referrers(resource, 'AWS::AutoScaling::AutoScalingGroup').length > 0;
}
