import { defineRule, launchSetting, parameterOf, template } from '#kit';

export default defineRule({
  id: 'ec2-previous-generation-instance',
  title: 'Instance type is of a previous generation',
  on: ['AWS::EC2::Instance', 'AWS::AutoScaling::LaunchConfiguration'],
  severity: 'low',
  category: 'patching',
  profile: 'strict',
  aspect: 'platform-patching',
  peers: { security_hub: ['EC2.24'] },
  controls: { 'aws-fsbp': ['EC2.24'] },
  why: 'Previous generations run on Xen rather than on the Nitro system, which keeps operators and neighbours out by hardware; paravirtual images lack hardware support altogether. They also cost more for less.',
  remedy: 'Choose a type of a current generation, such as m7i, m7g or t3.',
  references: [
    'https://docs.aws.amazon.com/ec2/latest/instancetypes/instance-types.html',
    'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instance-types.html',
  ],
  check(resource, report) {
    const type = launchSetting(resource, 'InstanceType');
    if (!type) return;
    // A parameter may allow old types without anybody choosing one; its default is a choice.
    const chosen = parameterOf(type, resource.template)?.get('Default') ?? type;
    if (!chosen.satisfies((text) => PREVIOUS.test(text))) return;
    report(type, `${resource.logicalId} is of a previous generation`);
  },
  examples: [
    {
      bad: template`
        Resources:
          Web:
            Type: AWS::EC2::Instance
            Properties:
              ImageId: ami-12345678
              InstanceType: m1.small
                          # ^^^^^^^^
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
            Type: AWS::AutoScaling::LaunchConfiguration
            Properties:
              ImageId: ami-12345678
              InstanceType: !If [IsProd, m7i.large, t1.micro]
                                                  # ^^^^^^^^
      `,
    },
    {
      name: 'a type that is chosen at deployment, old ones among the allowed, and a current one',
      silent: template`
        Parameters:
          Choice: {Type: String, Default: t3.micro, AllowedValues: [t1.micro, t3.micro]}
        Resources:
          Web:
            Type: AWS::EC2::Instance
            Properties:
              InstanceType: !Ref Choice
          Current:
            Type: AWS::EC2::Instance
            Properties:
              InstanceType: m4.large
      `,
    },
  ],
});

/** The families on AWS's page of previous generations that run on Xen and allow paravirtual images or were replaced twice. */
const PREVIOUS = /^(?:a1|c1|c3|cc2|cg1|cr1|g2|hi1|hs1|i2|m1|m2|m3|r3|t1)\./;
