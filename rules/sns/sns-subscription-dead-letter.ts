import { defineRule, template } from '#kit';

export default defineRule({
  id: 'sns-subscription-dead-letter',
  title: 'SNS subscription drops what it cannot deliver',
  on: 'AWS::SNS::Subscription',
  severity: 'low',
  category: 'resilience',
  profile: 'strict',
  aspect: 'backup-durability',
  peers: { cdk_nag: ['SNSRedrivePolicy'] },
  controls: { 'nist-800-53-r5': ['CP-10', 'SC-5(2)'] },
  why: 'When a subscriber is gone or refuses, SNS retries for a while, then drops the message without a trace.',
  remedy: 'Set RedrivePolicy to a queue that SNS may send to.',
  references: ['https://docs.aws.amazon.com/sns/latest/dg/sns-dead-letter-queues.html'],
  check(subscription, report) {
    const redrive = subscription.get('RedrivePolicy');
    if (redrive.isAbsent) report(redrive, `${subscription.logicalId} drops what it cannot deliver`);
  },
  examples: [
    {
      bad: template`
        Resources:
          Notify:
        # ^^^^^^
            Type: AWS::SNS::Subscription
            Properties:
              Protocol: lambda
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
          Notify:
            Type: AWS::SNS::Subscription
            Properties:
              RedrivePolicy: !If [IsProd, {deadLetterTargetArn: !ImportValue Letters}, !Ref AWS::NoValue]
            # ^^^^^^^^^^^^^
      `,
    },
    {
      name: 'a policy without default is unknown',
      silent: template`
        Parameters:
          Setting:
            Type: String
        Resources:
          Notify:
            Type: AWS::SNS::Subscription
            Properties:
              RedrivePolicy: !Ref Setting
      `,
    },
  ],
});
