import { defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 's3-bucket-lifecycle',
  title: 'S3 bucket keeps everything for ever',
  on: ['AWS::S3::Bucket', 'AWS::S3Express::DirectoryBucket'],
  severity: 'low',
  category: 'organisation',
  profile: 'strict',
  aspect: 'backup-durability',
  peers: { security_hub: ['S3.10', 'S3.13', 'S3.25'] },
  controls: { 'nist-800-53-r5': ['CP-10', 'SI-12'] },
  why: 'Without a lifecycle rule nothing is ever deleted: parts of uploads that were given up, old versions, and personal data past the time it may be kept. They are billed, and they are there to be stolen.',
  remedy: 'Add lifecycle rules: end incomplete uploads, expire old versions, expire what may not be kept.',
  references: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lifecycle-mgmt.html'],
  check(bucket, report) {
    const lifecycle = bucket.get('LifecycleConfiguration');
    const rules = lifecycle.get('Rules');
    const isOff = !rules.isOpen && rules.items().every((rule) => rule.get('Status').isNot('Enabled'));
    if (!lifecycle.isAbsent && !isOff) return;
    report(lifecycle, `${bucket.logicalId} keeps everything for ever`, {
      fixes: [
        lifecycle.isAbsent
          ? fix(
              'End incomplete uploads after a week',
              'safe',
              set(rules, [
                {
                  Id: 'EndIncompleteUploads',
                  Status: 'Enabled',
                  AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 },
                },
              ]),
            )
          : undefined,
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
              LifecycleConfiguration:
                Rules:
                  - Id: EndIncompleteUploads
                    Status: Enabled
                    AbortIncompleteMultipartUpload:
                      DaysAfterInitiation: 7
      `,
    },
    {
      name: 'rules that are switched off in development',
      when: 'IsDev is true',
      bad: template`
        Parameters:
          Env:
            Type: String
        Conditions:
          IsDev: !Equals [!Ref Env, dev]
        Resources:
          Data:
            Type: AWS::S3::Bucket
            Properties:
              LifecycleConfiguration:
            # ^^^^^^^^^^^^^^^^^^^^^^
                Rules:
                  - Status: !If [IsDev, Disabled, Enabled]
                    ExpirationInDays: 30
      `,
    },
    {
      name: 'a status without default is unknown',
      silent: template`
        Parameters:
          Status:
            Type: String
        Resources:
          Data:
            Type: AWS::S3::Bucket
            Properties:
              LifecycleConfiguration:
                Rules:
                  - Status: !Ref Status
                    ExpirationInDays: 30
      `,
    },
  ],
});
