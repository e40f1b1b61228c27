import { defineRule, isEncodedByHand, LAUNCH_TYPES, launchSetting, template } from '#kit';

export default defineRule({
  id: 'ec2-user-data-encoded',
  title: 'User data cannot be read in the template',
  on: LAUNCH_TYPES,
  severity: 'low',
  category: 'configuration',
  profile: 'strict',
  aspect: 'keys-secrets',
  peers: { kics: ['48c3bc58'] },
  controls: {},
  why: 'A script that was encoded by hand passes every review unread, and scanners with it. Fn::Base64 encodes it when the stack is deployed and leaves it readable here.',
  remedy: 'Write the script in clear text inside Fn::Base64.',
  references: [
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-base64.html',
  ],
  check(resource, report) {
    const userData = launchSetting(resource, 'UserData');
    if (!userData || !isEncodedByHand(userData)) return;
    report(userData, `UserData of ${resource.logicalId} is a script that was encoded by hand`);
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
              UserData: IyEvYmluL2Jhc2gKeXVtIGluc3RhbGwgLXkgaHR0cGQKc3lzdGVtY3RsIGVuYWJsZSAtLW5vdyBodHRwZAo=
                      # ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      `,
    },
    {
      name: 'in development only',
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
              UserData: !If [IsProd, !Ref AWS::NoValue, IyEvYmluL2Jhc2gKeXVtIGluc3RhbGwgLXkgaHR0cGQKc3lzdGVtY3RsIGVuYWJsZSAtLW5vdyBodHRwZAo=]
                                                      # ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      `,
    },
    {
      name: 'user data that is chosen at deployment, and a readable script',
      silent: template`
        Parameters:
          Choice: {Type: String}
        Resources:
          Web:
            Type: AWS::EC2::Instance
            Properties:
              UserData: !Ref Choice
          Clear:
            Type: AWS::EC2::Instance
            Properties:
              UserData:
                Fn::Base64: |
                  #!/bin/bash
                  yum install -y httpd
      `,
    },
  ],
});
