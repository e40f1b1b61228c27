import { addParameter, defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'cloudformation-stack-notifications',
  title: 'Nested stack tells nobody of its events',
  on: 'AWS::CloudFormation::Stack',
  severity: 'low',
  category: 'logging',
  profile: 'strict',
  aspect: 'logging-monitoring',
  peers: { kics: ['837e033c'], security_hub: ['CloudFormation.1'] },
  controls: { 'nist-800-53-r5': ['SI-4(12)'] },
  why: 'Changes of a stack, wanted or not, are seen by those who happen to look. Events of EventBridge do as well.',
  remedy: 'Name a topic in NotificationARNs.',
  references: [
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudformation-stack.html',
  ],
  check(stack, report) {
    const topics = stack.get('NotificationARNs');
    if (!topics.isAbsent || stack.authoredType !== 'AWS::CloudFormation::Stack') return;
    report(topics, `${stack.logicalId} tells nobody of its events`, {
      fixes: () => [
        fix(
          'Tell a topic that whoever deploys the stack chooses',
          'behaviour',
          set(topics, [{ Ref: 'StackEventsTopicArn' }]),
          addParameter('StackEventsTopicArn', {
            Type: 'String',
            Description: 'ARN of the SNS topic that stack events are sent to',
            AllowedPattern: '^arn:[^:]+:sns:[^:]+:[0-9]{12}:.+$',
          }),
        ),
      ],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Network:
        # ^^^^^^^
            Type: AWS::CloudFormation::Stack
            Properties:
              TemplateURL: https://example.s3.amazonaws.com/network.yaml
      `,
      good: template`
        Parameters:
          StackEventsTopicArn:
            Type: String
            Description: ARN of the SNS topic that stack events are sent to
            AllowedPattern: '^arn:[^:]+:sns:[^:]+:[0-9]{12}:.+$'
        Resources:
          Network:
            Type: AWS::CloudFormation::Stack
            Properties:
              TemplateURL: https://example.s3.amazonaws.com/network.yaml
              NotificationARNs:
                - !Ref StackEventsTopicArn
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
          Network:
            Type: AWS::CloudFormation::Stack
            Properties:
              NotificationARNs: !If [IsProd, ['arn:aws:sns:eu-west-1:123456789012:ops'], !Ref AWS::NoValue]
            # ^^^^^^^^^^^^^^^^
              TemplateURL: https://example.s3.amazonaws.com/network.yaml
      `,
    },
    {
      name: 'the topics are a parameter without default',
      silent: template`
        Parameters:
          Topics: {Type: CommaDelimitedList}
        Resources:
          Network:
            Type: AWS::CloudFormation::Stack
            Properties:
              NotificationARNs: !Ref Topics
              TemplateURL: https://example.s3.amazonaws.com/network.yaml
      `,
    },
  ],
});
