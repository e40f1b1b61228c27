import { defineRule, template } from '#kit';

export default defineRule({
  id: 'autoscaling-group-notifications',
  title: 'Auto Scaling group tells nobody when it scales',
  on: 'AWS::AutoScaling::AutoScalingGroup',
  severity: 'low',
  category: 'logging',
  profile: 'strict',
  aspect: 'logging-monitoring',
  peers: { cdk_nag: ['AutoScalingGroupScalingNotifications', 'AwsSolutions-AS3'] },
  controls: {},
  why: 'Launches that fail and instances that come and go without end are seen on the bill at the latest; a notification says so at once.',
  remedy: 'Add NotificationConfigurations for launches, terminations and their errors.',
  references: ['https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-sns-notifications.html'],
  check(resource, report) {
    const configurations = resource.get('NotificationConfigurations');
    const types = configurations.items().flatMap((item) => item.get('NotificationTypes').items());
    const isUnclear = configurations.isUnknown || configurations.isOpen || types.some((type) => type.isUnknown);
    const missing = EVENTS.filter((event) => !types.some((type) => type.is(event)));
    if (isUnclear || missing.length === 0) return;
    report(configurations, `${resource.logicalId} sends no notification of ${missing.join(', ')}`);
  },
  examples: [
    {
      bad: template`
        Resources:
          Web:
        # ^^^
            Type: AWS::AutoScaling::AutoScalingGroup
            Properties:
              MinSize: '1'
              MaxSize: '4'
      `,
    },
    {
      name: 'complete in production only',
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Web:
            Type: AWS::AutoScaling::AutoScalingGroup
            Properties:
              MinSize: '1'
              MaxSize: '4'
              NotificationConfigurations:
            # ^^^^^^^^^^^^^^^^^^^^^^^^^^
                - TopicARN: arn:aws:sns:eu-west-1:111122223333:scaling
                  NotificationTypes:
                    - autoscaling:EC2_INSTANCE_LAUNCH
                    - autoscaling:EC2_INSTANCE_LAUNCH_ERROR
                    - autoscaling:EC2_INSTANCE_TERMINATE
                    - !If [IsProd, autoscaling:EC2_INSTANCE_TERMINATE_ERROR, !Ref AWS::NoValue]
      `,
    },
    {
      name: 'events that are chosen at deployment',
      silent: template`
        Parameters:
          Choice: {Type: String}
        Resources:
          Web:
            Type: AWS::AutoScaling::AutoScalingGroup
            Properties:
              MinSize: '1'
              MaxSize: '4'
              NotificationConfigurations:
                - TopicARN: arn:aws:sns:eu-west-1:111122223333:scaling
                  NotificationTypes: [!Ref Choice]
      `,
    },
  ],
});

const EVENTS = [
  'autoscaling:EC2_INSTANCE_LAUNCH',
  'autoscaling:EC2_INSTANCE_LAUNCH_ERROR',
  'autoscaling:EC2_INSTANCE_TERMINATE',
  'autoscaling:EC2_INSTANCE_TERMINATE_ERROR',
];
