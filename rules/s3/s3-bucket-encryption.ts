import { defineRule, fix, set, template } from '#kit';

const PEERS = {
  cfn_nag: ['W41'],
  guard: ['S3_BUCKET_SERVER_SIDE_ENCRYPTION_ENABLED'],
  trivy: ['AWS-0088'],
  kics: ['b2e8752c'],
  security_hub: ['S3.4'],
};

export default defineRule({
  id: 's3-bucket-encryption',
  title: 'S3 bucket does not say how it encrypts',
  on: 'AWS::S3::Bucket',
  severity: 'low',
  category: 'encryption-at-rest',
  profile: 'strict',
  aspect: 'encryption-at-rest',
  peers: { ...PEERS, checkov: ['CKV_AWS_19'] },
  controls: { 'nist-800-53-r5': ['SC-13', 'SC-28'] },
  why: 'S3 has encrypted every new object with its own keys (SSE-S3) since January 2023, so nothing is stored in the clear. Saying it in the template shows the choice to reviewers and is the place where a key of your own goes.',
  remedy: 'Declare BucketEncryption with AES256, or with aws:kms and a key of your own.',
  references: [
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/default-encryption-faq.html',
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-encryption.html',
  ],
  check(bucket, report) {
    const configuration = bucket.get('BucketEncryption.ServerSideEncryptionConfiguration');
    if (!configuration.isAbsent) return;
    report(configuration, `${bucket.logicalId} leaves the encryption of its objects to the default of S3`, {
      // Checkov takes the default of S3 for an answer.
      peers: PEERS,
      fixes: [
        fix(
          'Declare encryption with keys of S3',
          'safe',
          set(configuration, [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }]),
        ),
      ],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Data:
        # ^^^^
            Type: AWS::S3::Bucket
      `,
      good: template`
        Resources:
          Data:
            Type: AWS::S3::Bucket
            Properties:
              BucketEncryption:
                ServerSideEncryptionConfiguration:
                  - ServerSideEncryptionByDefault:
                      SSEAlgorithm: AES256
      `,
    },
    {
      name: 'only the environment without the block is flagged',
      when: 'HasKey is false',
      bad: template`
        Parameters:
          KeyArn:
            Type: String
        Conditions:
          HasKey: !Not [!Equals [!Ref KeyArn, '']]
        Resources:
          Data:
            Type: AWS::S3::Bucket
            Properties:
              BucketEncryption: !If
            # ^^^^^^^^^^^^^^^^
                - HasKey
                - ServerSideEncryptionConfiguration:
                    - ServerSideEncryptionByDefault:
                        SSEAlgorithm: aws:kms
                        KMSMasterKeyID: !Ref KeyArn
                - !Ref AWS::NoValue
      `,
      good: template`
        Parameters:
          KeyArn:
            Type: String
        Conditions:
          HasKey: !Not [!Equals [!Ref KeyArn, '']]
        Resources:
          Data:
            Type: AWS::S3::Bucket
            Properties:
              BucketEncryption: !If
                - HasKey
                - ServerSideEncryptionConfiguration:
                    - ServerSideEncryptionByDefault:
                        SSEAlgorithm: aws:kms
                        KMSMasterKeyID: !Ref KeyArn
                - ServerSideEncryptionConfiguration:
                    - ServerSideEncryptionByDefault:
                        SSEAlgorithm: AES256
      `,
    },
    {
      name: 'a block that a macro completes is unknown',
      silent: template`
        Resources:
          Data:
            Type: AWS::S3::Bucket
            Properties:
              Fn::Transform:
                Name: Encrypt
                Parameters: {}
      `,
    },
  ],
});
