import { defineRule, fix, launchSetting, set, template } from '#kit';

export default defineRule({
  id: 'ec2-termination-protection',
  title: 'Instance can be terminated by mistake',
  on: 'AWS::EC2::Instance',
  severity: 'low',
  category: 'resilience',
  profile: 'strict',
  aspect: 'backup-durability',
  peers: { cdk_nag: ['EC2InstanceTerminationProtection', 'AwsSolutions-EC29'] },
  controls: { 'nist-800-53-r5': ['CM-3', 'CP-9'] },
  why: 'A wrong click or script ends an instance for good, instance store included. With protection the stack cannot delete it either until it is lifted, so it is for hosts that hold state.',
  remedy: 'Set DisableApiTermination to true on instances that hold state.',
  references: ['https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/terminating-instances.html'],
  check(resource, report) {
    const guarded = launchSetting(resource, 'DisableApiTermination');
    if (!guarded?.isNot(true)) return;
    report(guarded, `${resource.logicalId} can be terminated by mistake`, {
      fixes: [fix('Protect it from termination', 'behaviour', set(guarded, true))],
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
      good: template`
        Resources:
          Web:
            Type: AWS::EC2::Instance
            Properties:
              ImageId: ami-12345678
              DisableApiTermination: true
      `,
    },
    {
      name: 'protected in production only',
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
              DisableApiTermination: !If [IsProd, true, !Ref AWS::NoValue]
            # ^^^^^^^^^^^^^^^^^^^^^
      `,
      good: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Web:
            Type: AWS::EC2::Instance
            Properties:
              ImageId: ami-12345678
              DisableApiTermination: !If [IsProd, true, true]
      `,
    },
    {
      name: 'chosen at deployment',
      silent: template`
        Parameters:
          Choice: {Type: String}
        Resources:
          Web:
            Type: AWS::EC2::Instance
            Properties:
              DisableApiTermination: !Ref Choice
      `,
    },
  ],
});
