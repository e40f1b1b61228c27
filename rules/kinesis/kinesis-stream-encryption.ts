import { customerKey, defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'kinesis-stream-encryption',
  title: 'Kinesis stream stores its records unencrypted',
  on: 'AWS::Kinesis::Stream',
  severity: 'medium',
  category: 'encryption-at-rest',
  profile: 'recommended',
  aspect: 'encryption-at-rest',
  peers: {
    checkov: ['CKV_AWS_43'],
    cfn_nag: ['W49'],
    guard: ['KINESIS_STREAM_ENCRYPTION_RULE'],
    trivy: ['AWS-0064'],
    cdk_nag: ['KinesisDataStreamSSE', 'AwsSolutions-KDS1'],
    kics: ['7f65be75'],
    security_hub: ['Kinesis.1'],
  },
  controls: { 'aws-fsbp': ['Kinesis.1'], 'nist-800-53-r5': ['SC-28', 'SC-28(1)'] },
  why: 'Records lie in the clear for as long as they are kept, up to a year; encryption is off by default. A key of your own gives control over who reads; the key alias/aws/kinesis costs less.',
  remedy: 'Set StreamEncryption to KMS with a key.',
  references: ['https://docs.aws.amazon.com/streams/latest/dev/what-is-sse.html'],
  check(stream, report) {
    const encryption = stream.get('StreamEncryption');
    const type = encryption.get('EncryptionType');
    const key = encryption.get('KeyId');
    const isWithoutKey = type.is('KMS') && (key.isAbsent || key.is(''));
    if (!type.isNot('KMS') && !isWithoutKey) return;
    const why = isWithoutKey ? ': no key is named' : '';
    report(isWithoutKey ? key : type, `${stream.logicalId} stores its records unencrypted${why}`, {
      ...(isWithoutKey ? { peers: { cfn_nag: ['W49'], guard: ['KINESIS_STREAM_ENCRYPTION_RULE'] } } : {}),
      fixes: [
        fix(
          'Encrypt with the key that AWS manages',
          'cost',
          isWithoutKey
            ? set(key, 'alias/aws/kinesis')
            : set(encryption, { EncryptionType: 'KMS', KeyId: 'alias/aws/kinesis' }),
        ),
        customerKey(stream, key, {
          title: 'Encrypt with a key of the stack (producers and consumers need rights on it)',
          safety: 'behaviour',
          also: [set(type, 'KMS')],
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
            Type: AWS::Kinesis::Stream
            Properties:
              ShardCount: 1
      `,
      good: template`
        Resources:
          Events:
            Type: AWS::Kinesis::Stream
            Properties:
              ShardCount: 1
              StreamEncryption:
                EncryptionType: KMS
                KeyId: alias/aws/kinesis
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
            Type: AWS::Kinesis::Stream
            Properties:
              ShardCount: 1
              StreamEncryption: !If [IsProd, {EncryptionType: KMS, KeyId: !ImportValue Key}, !Ref AWS::NoValue]
            # ^^^^^^^^^^^^^^^^
      `,
      good: template`
        Parameters:
          Env:
            Type: String
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Events:
            Type: AWS::Kinesis::Stream
            Properties:
              ShardCount: 1
              StreamEncryption: !If [IsProd, {EncryptionType: KMS, KeyId: !ImportValue Key}, {EncryptionType: KMS, KeyId: alias/aws/kinesis}]
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
            Type: AWS::Kinesis::Stream
            Properties:
              StreamEncryption:
                EncryptionType: !Ref Setting
                KeyId: alias/aws/kinesis
      `,
    },
    {
      name: 'without a key there is no encryption',
      bad: template`
        Resources:
          Events:
            Type: AWS::Kinesis::Stream
            Properties:
              StreamEncryption:
            # ^^^^^^^^^^^^^^^^
                EncryptionType: KMS
      `,
      good: template`
        Resources:
          Events:
            Type: AWS::Kinesis::Stream
            Properties:
              StreamEncryption:
                EncryptionType: KMS
                KeyId: alias/aws/kinesis
      `,
    },
  ],
});
