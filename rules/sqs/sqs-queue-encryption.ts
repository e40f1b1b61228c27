import { defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'sqs-queue-encryption',
  title: 'SQS queue stores its messages unencrypted',
  on: 'AWS::SQS::Queue',
  severity: 'medium',
  category: 'encryption-at-rest',
  profile: 'recommended',
  aspect: 'encryption-at-rest',
  peers: {
    checkov: ['CKV_AWS_27'],
    cfn_nag: ['W48'],
    guard: ['SQS_QUEUE_KMS_MASTER_KEY_ID_RULE'],
    trivy: ['AWS-0096'],
    cdk_nag: ['SQSQueueSSE', 'AwsSolutions-SQS2'],
    kics: ['12726829'],
    security_hub: ['SQS.1'],
  },
  controls: { 'nist-800-53-r5': ['SC-28', 'SC-28(1)'] },
  why: 'SQS encrypts new queues with a key of its own at no cost; this queue takes it off and names no other key.',
  remedy: 'Set SqsManagedSseEnabled to true, or leave it out.',
  references: [
    'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-configure-sqs-sse-queue.html',
  ],
  check(queue, report) {
    const managed = queue.get('SqsManagedSseEnabled');
    const key = queue.get('KmsMasterKeyId');
    if (!managed.is(false) || !(key.isAbsent || key.is(''))) return;
    report(managed, `${queue.logicalId} stores its messages unencrypted`, {
      fixes: [fix('Encrypt with the key of SQS', 'safe', set(managed, true))],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Orders:
            Type: AWS::SQS::Queue
            Properties:
              VisibilityTimeout: 60
              SqsManagedSseEnabled: false
                                  # ^^^^^
      `,
      good: template`
        Resources:
          Orders:
            Type: AWS::SQS::Queue
            Properties:
              VisibilityTimeout: 60
              SqsManagedSseEnabled: true
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
            Type: AWS::SQS::Queue
            Properties:
              VisibilityTimeout: 60
              SqsManagedSseEnabled: !If [IsProd, true, false]
                                                     # ^^^^^
      `,
      good: template`
        Parameters:
          Env:
            Type: String
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Orders:
            Type: AWS::SQS::Queue
            Properties:
              VisibilityTimeout: 60
              SqsManagedSseEnabled: !If [IsProd, true, true]
      `,
    },
    {
      name: 'queues are encrypted by default',
      silent: template`
        Resources:
          Orders:
            Type: AWS::SQS::Queue
            Properties:
              VisibilityTimeout: 60
      `,
    },
    {
      name: 'a parameter without default decides',
      silent: template`
        Parameters:
          Setting:
            Type: String
        Resources:
          Orders:
            Type: AWS::SQS::Queue
            Properties:
              VisibilityTimeout: 60
              SqsManagedSseEnabled: !Ref Setting
      `,
    },
  ],
});
