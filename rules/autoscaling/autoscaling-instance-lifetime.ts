import { defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'autoscaling-instance-lifetime',
  title: 'Instances of a group grow old',
  on: 'AWS::AutoScaling::AutoScalingGroup',
  severity: 'low',
  category: 'patching',
  profile: 'strict',
  aspect: 'os-patching',
  peers: {},
  controls: { 'nist-800-53-r5': ['SI-2', 'CM-6'] },
  why: 'A group replaces instances that fail, not instances that age: a healthy one runs the image of the day it was launched, unpatched, for years. With a lifetime each gives way to one of the current image.',
  remedy: 'Set MaxInstanceLifetime, and point the launch template at an image that is renewed.',
  references: ['https://docs.aws.amazon.com/autoscaling/ec2/userguide/asg-max-instance-lifetime.html'],
  check(group, report) {
    const lifetime = group.get('MaxInstanceLifetime');
    // Nothing is a lifetime without limit, and zero is said to be, too.
    if (!lifetime.isAbsent && !lifetime.is(0)) return;
    report(lifetime, `Instances of ${group.logicalId} are never replaced for their age`, {
      fixes: [fix('Replace instances after 30 days', 'behaviour', set(lifetime, 30 * DAY))],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Workers:
        # ^^^^^^^
            Type: AWS::AutoScaling::AutoScalingGroup
            Properties:
              MinSize: '1'
              MaxSize: '3'
      `,
      good: template`
        Resources:
          Workers:
            Type: AWS::AutoScaling::AutoScalingGroup
            Properties:
              MinSize: '1'
              MaxSize: '3'
              MaxInstanceLifetime: 2592000
      `,
    },
    {
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Workers:
            Type: AWS::AutoScaling::AutoScalingGroup
            Properties:
              MinSize: '1'
              MaxSize: '3'
              MaxInstanceLifetime: !If [IsProd, 1209600, !Ref AWS::NoValue]
            # ^^^^^^^^^^^^^^^^^^^
      `,
    },
    {
      name: 'a lifetime without default is unknown',
      silent: template`
        Parameters:
          Lifetime: {Type: Number}
        Resources:
          Workers:
            Type: AWS::AutoScaling::AutoScalingGroup
            Properties: {MinSize: '1', MaxSize: '3', MaxInstanceLifetime: !Ref Lifetime}
      `,
    },
  ],
});

/** In seconds. */
const DAY = 86_400;
