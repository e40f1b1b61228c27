import {
  addResource,
  defineRule,
  type Fix,
  type Fragment,
  fix,
  isKeyOfAws,
  isLogDestination,
  kmsKeyBody,
  type ResourceView,
  set,
  template,
  type Value,
} from '#kit';

export default defineRule({
  id: 's3-bucket-encryption-kms',
  title: 'S3 bucket is not encrypted with a KMS key',
  on: 'AWS::S3::Bucket',
  severity: 'low',
  category: 'encryption-at-rest',
  profile: 'strict',
  aspect: 'encryption-at-rest',
  peers: {
    guard: ['S3_DEFAULT_ENCRYPTION_KMS'],
    trivy: ['AWS-0132'],
    cdk_nag: ['S3DefaultEncryptionKMS'],
    security_hub: ['S3.17'],
  },
  controls: { 'nist-800-53-r5': ['SC-12', 'SC-13', 'SC-28'], 'pci-dss-4': ['3.5.1'] },
  why: 'S3 encrypts with its own keys by default and decrypts for whoever may read. With a KMS key reading also needs the key, each use of it is in CloudTrail, and disabling it locks the data. Buckets that receive logs are left alone: load balancers and others can write to SSE-S3 buckets only.',
  remedy:
    'Encrypt with aws:kms and a key of your own, and turn on the bucket key to keep the number of KMS requests low.',
  references: [
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html',
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-key.html',
  ],
  check(bucket, report) {
    const configuration = bucket.get('BucketEncryption.ServerSideEncryptionConfiguration');
    if (configuration.isUnknown || configuration.isOpen || isLogDestination(bucket)) return;
    const [rule] = configuration.items();
    const algorithm = rule?.get('ServerSideEncryptionByDefault.SSEAlgorithm') ?? configuration;
    const key = rule?.get('ServerSideEncryptionByDefault.KMSMasterKeyID');
    const isPlain = algorithm.isNot('aws:kms', 'aws:kms:dsse');
    const isManaged = algorithm.is('aws:kms', 'aws:kms:dsse') && key !== undefined && isKeyOfAws(key);
    if (!isPlain && !isManaged) return;
    const message = isPlain ? 'is not encrypted with a KMS key' : 'is encrypted with the KMS key that AWS manages';
    report(algorithm, `${bucket.logicalId} ${message}`, {
      // The others ask for any key of KMS.
      ...(isManaged ? { peers: { trivy: ['AWS-0132'] } } : {}),
      fixes: () => [isOrigin(bucket) ? undefined : encryptWithNewKey(bucket, configuration, rule)],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Data:
            Type: AWS::S3::Bucket
            Properties:
              BucketEncryption:
                ServerSideEncryptionConfiguration:
                  - ServerSideEncryptionByDefault:
                      SSEAlgorithm: AES256
                                  # ^^^^^^
      `,
      good: template`
        Resources:
          Data:
            Type: AWS::S3::Bucket
            Properties:
              BucketEncryption:
                ServerSideEncryptionConfiguration:
                  - ServerSideEncryptionByDefault:
                      SSEAlgorithm: aws:kms
                      KMSMasterKeyID: !GetAtt DataKey.Arn
                    BucketKeyEnabled: true
          DataKey:
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
      `,
    },
    {
      name: 'a key in production only',
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env:
            Type: String
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Data:
            Type: AWS::S3::Bucket
            Properties:
              BucketEncryption:
                ServerSideEncryptionConfiguration:
                  - ServerSideEncryptionByDefault:
                      SSEAlgorithm: !If [IsProd, aws:kms, AES256]
                                               # ^^^^^^^
                                                        # ^^^^^^
      `,
      good: template`
        Parameters:
          Env:
            Type: String
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Data:
            Type: AWS::S3::Bucket
            Properties:
              BucketEncryption:
                ServerSideEncryptionConfiguration:
                  - ServerSideEncryptionByDefault:
                      SSEAlgorithm: !If [IsProd, aws:kms, aws:kms]
                      KMSMasterKeyID: !GetAtt DataKey.Arn
                    BucketKeyEnabled: true
          DataKey:
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
      `,
    },
    {
      name: 'the key that AWS manages cannot be shared or restricted',
      bad: template`
        Resources:
          Data:
            Type: AWS::S3::Bucket
            Properties:
              BucketEncryption:
                ServerSideEncryptionConfiguration:
                  - ServerSideEncryptionByDefault:
                      SSEAlgorithm: aws:kms
                                  # ^^^^^^^
      `,
      good: template`
        Resources:
          Data:
            Type: AWS::S3::Bucket
            Properties:
              BucketEncryption:
                ServerSideEncryptionConfiguration:
                  - ServerSideEncryptionByDefault:
                      SSEAlgorithm: aws:kms
                      KMSMasterKeyID: !GetAtt DataKey.Arn
                    BucketKeyEnabled: true
          DataKey:
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
      `,
    },
    {
      name: 'a bucket that receives logs keeps the keys of S3',
      silent: template`
        Resources:
          Logs:
            Type: AWS::S3::Bucket
            Properties:
              AccessControl: LogDeliveryWrite
      `,
    },
    {
      name: 'an algorithm without default is unknown',
      silent: template`
        Parameters:
          Algorithm:
            Type: String
        Resources:
          Data:
            Type: AWS::S3::Bucket
            Properties:
              BucketEncryption:
                ServerSideEncryptionConfiguration:
                  - ServerSideEncryptionByDefault:
                      SSEAlgorithm: !Ref Algorithm
      `,
    },
  ],
});

/** Adds a key of the stack’s own, and the setting around it where there is none yet. */
function encryptWithNewKey(bucket: ResourceView, configuration: Value, rule: Value | undefined): Fix | undefined {
  const id = `${bucket.logicalId}Key`;
  const own: Fragment = { 'Fn::GetAtt': [id, 'Arn'] };
  const body = kmsKeyBody(bucket);
  const title = 'Encrypt with a new KMS key (readers need kms:Decrypt, writers kms:GenerateDataKey)';
  if (!rule) {
    const setting = {
      ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: own },
      BucketKeyEnabled: true,
    };
    return fix(title, 'behaviour', set(configuration, [setting]), addResource(id, body, bucket));
  }
  const byDefault = rule.get('ServerSideEncryptionByDefault');
  const algorithm = byDefault.get('SSEAlgorithm');
  const bucketKey = rule.get('BucketKeyEnabled');
  return fix(
    title,
    'behaviour',
    ...(algorithm.isNot('aws:kms', 'aws:kms:dsse') ? [set(algorithm, 'aws:kms')] : []),
    set(byDefault.get('KMSMasterKeyID'), own),
    ...(bucketKey.isAbsent ? [set(bucketKey, true)] : []),
    addResource(id, body, bucket),
  );
}

/** CloudFront would have to be let at the key as well, and cannot be when it reads by an origin access identity. */
function isOrigin(bucket: ResourceView): boolean {
  return bucket.template
    .resources('AWS::CloudFront::Distribution')
    .flatMap((distribution) => distribution.get('DistributionConfig.Origins').items())
    .some((origin) => origin.get('DomainName').target()?.resource.logicalId === bucket.logicalId);
}
