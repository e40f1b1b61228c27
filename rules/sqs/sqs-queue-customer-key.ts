import { customerKey, defineRule, remove, template } from '#kit';

const MANAGED_PEERS = { cfn_nag: ['W48'], guard: ['SQS_QUEUE_KMS_MASTER_KEY_ID_RULE'], trivy: ['AWS-0096'] };
const DEFAULT_PEERS = {
  ...MANAGED_PEERS,
  checkov: ['CKV_AWS_27'],
  cdk_nag: ['SQSQueueSSE', 'AwsSolutions-SQS2'],
  kics: ['12726829'],
  security_hub: ['SQS.1'],
};

export default defineRule({
  id: 'sqs-queue-customer-key',
  title: 'SQS queue is encrypted with a key of AWS',
  on: 'AWS::SQS::Queue',
  severity: 'low',
  category: 'encryption-at-rest',
  profile: 'strict',
  aspect: 'keys-secrets',
  peers: {
    checkov: ['CKV_AWS_27'],
    cfn_nag: ['W48'],
    guard: ['SQS_QUEUE_KMS_MASTER_KEY_ID_RULE'],
    trivy: ['AWS-0096', 'AWS-0135'],
    cdk_nag: ['SQSQueueSSE', 'AwsSolutions-SQS2'],
    kics: ['12726829'],
    security_hub: ['SQS.1'],
  },
  controls: { 'nist-800-53-r5': ['SC-12', 'SC-28(1)'] },
  why: 'Queues have been encrypted by default since October 2022, with a key that opens to whoever may read the queue. A key of your own adds a second lock that shows in CloudTrail, and one that AWS manages keeps other services from sending.',
  remedy: 'Set KmsMasterKeyId to a KMS key of your own whose policy lets the senders in.',
  references: ['https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-key-management.html'],
  check(queue, report) {
    const key = queue.get('KmsMasterKeyId');
    const managed = queue.get('SqsManagedSseEnabled');
    const isNone = key.isAbsent || key.is('');
    const isOfAws = key.satisfies((name) => name.endsWith('alias/aws/sqs'));
    // A queue that is not encrypted at all has a finding of its own.
    if (!(isNone && !managed.is(false)) && !isOfAws) return;
    report(key, `${queue.logicalId} is encrypted with a key of AWS`, {
      peers: isOfAws ? { trivy: ['AWS-0135'] } : managed.isNot(true) ? DEFAULT_PEERS : MANAGED_PEERS,
      fixes: [
        customerKey(queue, key, {
          title: 'Encrypt with a key of the stack (billed; senders and readers need rights on it)',
          safety: 'behaviour',
          by: 'Ref',
          services: ['sns.amazonaws.com', 'events.amazonaws.com', 's3.amazonaws.com'],
          also: managed.isAbsent ? [] : [remove(managed)],
        }),
      ],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Orders:
        # ^^^^^^
            Type: AWS::SQS::Queue
            Properties:
              VisibilityTimeout: 60
      `,
      good: template`
        Resources:
          Orders:
            Type: AWS::SQS::Queue
            Properties:
              VisibilityTimeout: 60
              KmsMasterKeyId: !Ref OrdersKey
          OrdersKey:
            Type: AWS::KMS::Key
            DeletionPolicy: Retain
            UpdateReplacePolicy: Retain
            Properties:
              EnableKeyRotation: true
              KeyPolicy:
                Version: '2012-10-17'
                Statement:
                  - Sid: AllowAccount
                    Effect: Allow
                    Principal:
                      AWS: !Sub 'arn:\${AWS::Partition}:iam::\${AWS::AccountId}:root'
                    Action: kms:*
                    Resource: '*'
                  - Sid: AllowServices
                    Effect: Allow
                    Principal:
                      Service:
                        - sns.amazonaws.com
                        - s3.amazonaws.com
                    Action:
                      - kms:Decrypt
                      - kms:GenerateDataKey*
                    Resource: '*'
                    Condition:
                      StringEquals:
                        aws:SourceAccount: !Ref AWS::AccountId
                  - Sid: AllowEventBridge
                    Effect: Allow
                    Principal:
                      Service: events.amazonaws.com
                    Action:
                      - kms:Decrypt
                      - kms:GenerateDataKey*
                    Resource: '*'
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
              KmsMasterKeyId: !If [IsProd, !ImportValue Key, alias/aws/sqs]
                                                           # ^^^^^^^^^^^^^
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
              KmsMasterKeyId: !If [IsProd, !ImportValue Key, !Ref OrdersKey]
          OrdersKey:
            Type: AWS::KMS::Key
            DeletionPolicy: Retain
            UpdateReplacePolicy: Retain
            Properties:
              EnableKeyRotation: true
              KeyPolicy:
                Version: '2012-10-17'
                Statement:
                  - Sid: AllowAccount
                    Effect: Allow
                    Principal:
                      AWS: !Sub 'arn:\${AWS::Partition}:iam::\${AWS::AccountId}:root'
                    Action: kms:*
                    Resource: '*'
                  - Sid: AllowServices
                    Effect: Allow
                    Principal:
                      Service:
                        - sns.amazonaws.com
                        - s3.amazonaws.com
                    Action:
                      - kms:Decrypt
                      - kms:GenerateDataKey*
                    Resource: '*'
                    Condition:
                      StringEquals:
                        aws:SourceAccount: !Ref AWS::AccountId
                  - Sid: AllowEventBridge
                    Effect: Allow
                    Principal:
                      Service: events.amazonaws.com
                    Action:
                      - kms:Decrypt
                      - kms:GenerateDataKey*
                    Resource: '*'
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
              KmsMasterKeyId: !Ref Setting
      `,
    },
    {
      name: 'a queue that is not encrypted at all has a finding of its own',
      silent: template`
        Resources:
          Orders:
            Type: AWS::SQS::Queue
            Properties:
              SqsManagedSseEnabled: false
      `,
    },
  ],
});
