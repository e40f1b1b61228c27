import { defineRule, template } from '#kit';

export default defineRule({
  id: 'sns-delivery-status',
  title: 'SNS topic does not log deliveries',
  on: 'AWS::SNS::Topic',
  severity: 'low',
  category: 'logging',
  profile: 'strict',
  aspect: 'logging-monitoring',
  peers: { security_hub: ['SNS.2'] },
  controls: { 'nist-800-53-r5': ['AU-2', 'AU-12'], 'pci-dss-4': ['10.2.1'] },
  why: 'Whether a notification reached its subscriber then shows nowhere. AWS has retired the control: wanted only where a delivery must be proven.',
  remedy: 'List protocols with their feedback roles in DeliveryStatusLogging.',
  references: ['https://docs.aws.amazon.com/sns/latest/dg/sns-topic-attributes.html'],
  check(topic, report) {
    const logging = topic.get('DeliveryStatusLogging');
    if (logging.isAbsent) report(logging, `${topic.logicalId} does not log deliveries`);
  },
  examples: [
    {
      bad: template`
        Resources:
          Orders:
        # ^^^^^^
            Type: AWS::SNS::Topic
            Properties:
              DisplayName: Orders
      `,
    },
    {
      name: 'in one environment only',
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env:
            Type: String
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Orders:
            Type: AWS::SNS::Topic
            Properties:
              DeliveryStatusLogging: !If [IsProd, [{Protocol: sqs, FailureFeedbackRoleArn: !ImportValue Role}], !Ref AWS::NoValue]
            # ^^^^^^^^^^^^^^^^^^^^^
      `,
    },
    {
      name: 'logging without default is unknown',
      silent: template`
        Parameters:
          Setting:
            Type: String
        Resources:
          Orders:
            Type: AWS::SNS::Topic
            Properties:
              DeliveryStatusLogging: !Ref Setting
      `,
    },
  ],
});
