import { defineRule, describe, fix, LAUNCH_TYPES, launchSetting, set, template } from '#kit';

export default defineRule({
  id: 'ec2-metadata-hop-limit',
  title: 'Instance metadata travels further than the instance',
  on: LAUNCH_TYPES,
  severity: 'low',
  category: 'access-control',
  profile: 'strict',
  aspect: 'identity-access',
  peers: { security_hub: ['AutoScaling.4'] },
  controls: { 'aws-fsbp': ['AutoScaling.4'] },
  why: 'The hop limit is how many network hops the token of IMDSv2 may travel. Above one it reaches containers and whatever forwards packets on the instance; containers that need the role of the instance need two.',
  remedy: 'Set HttpPutResponseHopLimit to 1, or 2 where containers need it.',
  references: ['https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-IMDS-new-instances.html'],
  check(resource, report) {
    const limit = launchSetting(resource, 'MetadataOptions.HttpPutResponseHopLimit');
    if (!limit?.satisfies((text) => Number(text) > 1)) return;
    const isConfiguration = resource.type === 'AWS::AutoScaling::LaunchConfiguration';
    report(limit, `${resource.logicalId} lets metadata travel ${describe(limit)} hops`, {
      fixes: [fix('Keep metadata on the instance', isConfiguration ? 'replacement' : 'behaviour', set(limit, 1))],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Web:
            Type: AWS::AutoScaling::LaunchConfiguration
            Properties:
              ImageId: ami-12345678
              InstanceType: t3.micro
              MetadataOptions:
                HttpTokens: required
                HttpPutResponseHopLimit: 3
                                       # ^
      `,
      good: template`
        Resources:
          Web:
            Type: AWS::AutoScaling::LaunchConfiguration
            Properties:
              ImageId: ami-12345678
              InstanceType: t3.micro
              MetadataOptions:
                HttpTokens: required
                HttpPutResponseHopLimit: 1
      `,
    },
    {
      name: 'far in development only',
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Web:
            Type: AWS::EC2::LaunchTemplate
            Properties:
              LaunchTemplateData:
                MetadataOptions: {HttpTokens: required, HttpPutResponseHopLimit: !If [IsProd, 1, 2]}
                                                                                               # ^
      `,
      good: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Web:
            Type: AWS::EC2::LaunchTemplate
            Properties:
              LaunchTemplateData:
                MetadataOptions: {HttpTokens: required, HttpPutResponseHopLimit: !If [IsProd, 1, 1]}
      `,
    },
    {
      name: 'a limit that is chosen at deployment',
      silent: template`
        Parameters:
          Hops: {Type: Number}
        Resources:
          Web:
            Type: AWS::EC2::Instance
            Properties:
              MetadataOptions: {HttpTokens: required, HttpPutResponseHopLimit: !Ref Hops}
      `,
    },
  ],
});
