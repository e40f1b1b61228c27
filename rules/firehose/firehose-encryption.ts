import { customerKey, defineRule, fix, set, template } from '#kit';

const SOURCES = ['KinesisStreamSourceConfiguration', 'MSKSourceConfiguration', 'DatabaseSourceConfiguration'];

export default defineRule({
  id: 'firehose-encryption',
  title: 'Firehose buffers its records unencrypted',
  on: 'AWS::KinesisFirehose::DeliveryStream',
  severity: 'medium',
  category: 'encryption-at-rest',
  profile: 'recommended',
  aspect: 'encryption-at-rest',
  peers: {
    cfn_nag: ['W88'],
    guard: ['KINESIS_FIREHOSE_DELIVERY_STREAM_ENCRYPTION_RULE'],
    cdk_nag: ['KinesisDataFirehoseSSE', 'AwsSolutions-KDF1'],
    security_hub: ['DataFirehose.1'],
  },
  controls: { 'aws-fsbp': ['DataFirehose.1'], 'nist-800-53-r5': ['SC-28', 'SC-28(1)'] },
  why: 'Records that applications put directly lie in the clear until they are delivered. A stream that reads from Kinesis relies on that one’s encryption and takes no setting of its own.',
  remedy: 'Set DeliveryStreamEncryptionConfigurationInput.',
  references: ['https://docs.aws.amazon.com/firehose/latest/dev/encryption.html'],
  check(stream, report) {
    const type = stream.get('DeliveryStreamType');
    if (!type.isAbsent && !type.is('DirectPut')) return;
    if (!SOURCES.every((source) => stream.get(source).isAbsent)) return;
    const encryption = stream.get('DeliveryStreamEncryptionConfigurationInput');
    const kind = encryption.get('KeyType');
    if (!encryption.isAbsent && !kind.isAbsent) return;
    report(encryption, `${stream.logicalId} buffers its records unencrypted`, {
      // The others are content with the block.
      ...(encryption.isAbsent ? {} : { peers: {} }),
      fixes: [
        fix('Encrypt with a key of AWS', 'safe', set(kind, 'AWS_OWNED_CMK')),
        customerKey(stream, encryption.get('KeyARN'), {
          title: 'Encrypt with a key of the stack (costs money; producers need rights on it)',
          safety: 'behaviour',
          also: [set(kind, 'CUSTOMER_MANAGED_CMK')],
        }),
      ],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Events:
        # ^^^^^^
            Type: AWS::KinesisFirehose::DeliveryStream
            Properties:
              DeliveryStreamName: events
      `,
      good: template`
        Resources:
          Events:
            Type: AWS::KinesisFirehose::DeliveryStream
            Properties:
              DeliveryStreamName: events
              DeliveryStreamEncryptionConfigurationInput:
                KeyType: AWS_OWNED_CMK
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
          Events:
            Type: AWS::KinesisFirehose::DeliveryStream
            Properties:
              DeliveryStreamType: DirectPut
              DeliveryStreamEncryptionConfigurationInput: !If [IsProd, {KeyType: AWS_OWNED_CMK}, !Ref AWS::NoValue]
            # ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      `,
      good: template`
        Parameters:
          Env:
            Type: String
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Events:
            Type: AWS::KinesisFirehose::DeliveryStream
            Properties:
              DeliveryStreamType: DirectPut
              DeliveryStreamEncryptionConfigurationInput: !If [IsProd, {KeyType: AWS_OWNED_CMK}, {KeyType: AWS_OWNED_CMK}]
      `,
    },
    {
      name: 'a stream that reads from Kinesis',
      silent: template`
        Resources:
          Events:
            Type: AWS::KinesisFirehose::DeliveryStream
            Properties:
              DeliveryStreamType: KinesisStreamAsSource
      `,
    },
    {
      name: 'a type without default is unknown',
      silent: template`
        Parameters:
          Setting:
            Type: String
        Resources:
          Events:
            Type: AWS::KinesisFirehose::DeliveryStream
            Properties:
              DeliveryStreamType: !Ref Setting
      `,
    },
    {
      name: 'the block is there, but empty',
      bad: template`
        Resources:
          Clicks:
            Type: AWS::KinesisFirehose::DeliveryStream
            Properties:
              DeliveryStreamEncryptionConfigurationInput: {}
            # ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      `,
      good: template`
        Resources:
          Clicks:
            Type: AWS::KinesisFirehose::DeliveryStream
            Properties:
              DeliveryStreamEncryptionConfigurationInput:
                KeyType: AWS_OWNED_CMK
      `,
    },
  ],
});
