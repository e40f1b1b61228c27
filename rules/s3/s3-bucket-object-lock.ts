import { addParameter, defineRule, fix, isLogDestination, set, template } from '#kit';

export default defineRule({
  id: 's3-bucket-object-lock',
  title: 'S3 bucket does not lock its objects',
  on: 'AWS::S3::Bucket',
  severity: 'low',
  category: 'backup-recovery',
  profile: 'strict',
  aspect: 'backup-durability',
  peers: {
    guard: ['S3_BUCKET_DEFAULT_LOCK_ENABLED'],
    cdk_nag: ['S3BucketDefaultLockEnabled'],
    security_hub: ['S3.15'],
  },
  controls: { 'nist-800-53-r5': ['CP-6', 'CP-9', 'AU-9'], 'pci-dss-4': ['10.5.1'] },
  why: 'Under Object Lock a version cannot be deleted or overwritten before its time, not even by whoever stole an administrator’s credentials. It is for records that must survive; what it locks is stored and billed until then, and the bucket can never be unlocked again. Buckets that receive logs are left alone, for S3 will not log to a bucket with a default retention.',
  remedy: 'Enable Object Lock with a default retention where records must not change.',
  references: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html'],
  check(bucket, report) {
    const enabled = bucket.get('ObjectLockEnabled');
    const retention = bucket.get('ObjectLockConfiguration.Rule.DefaultRetention');
    const isOff = enabled.isNot(true);
    const configured = bucket.get('ObjectLockConfiguration.ObjectLockEnabled');
    const isVoid = !retention.isAbsent && configured.isNot('Enabled');
    if (!(isOff || retention.isAbsent || isVoid) || isLogDestination(bucket)) return;
    const message = isOff ? 'does not lock its objects' : 'locks no object by default';
    report(isOff ? enabled : isVoid ? configured : retention, `${bucket.logicalId} ${message}`, {
      ...(isVoid && !isOff ? { peers: { security_hub: ['S3.15'] } } : {}),
      fixes: [
        retention.isAbsent
          ? fix(
              'Lock new objects for as many days as a parameter says',
              isOff ? 'replacement' : 'cost',
              ...(isOff ? [set(enabled, true)] : []),
              set(configured, 'Enabled'),
              set(retention, { Mode: 'GOVERNANCE', Days: { Ref: 'ObjectLockDays' } }),
              addParameter('ObjectLockDays', {
                Type: 'Number',
                Description: 'For how many days new objects can be neither deleted nor overwritten',
                MinValue: 1,
                MaxValue: 36500,
              }),
            )
          : isOff
            ? fix(
                'Enable Object Lock',
                'replacement',
                set(enabled, true),
                isVoid ? set(configured, 'Enabled') : undefined,
              )
            : fix('Put the retention into force', 'cost', set(configured, 'Enabled')),
      ],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Records:
        # ^^^^^^^
            Type: AWS::S3::Bucket
      `,
      good: template`
        Parameters:
          ObjectLockDays:
            Type: Number
            Description: For how many days new objects can be neither deleted nor overwritten
            MinValue: 1
            MaxValue: 36500
        Resources:
          Records:
            Type: AWS::S3::Bucket
            Properties:
              ObjectLockEnabled: true
              ObjectLockConfiguration:
                ObjectLockEnabled: Enabled
                Rule:
                  DefaultRetention:
                    Mode: GOVERNANCE
                    Days: !Ref ObjectLockDays
      `,
    },
    {
      name: 'locked in production only',
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env:
            Type: String
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Records:
            Type: AWS::S3::Bucket
            Properties:
              ObjectLockEnabled: !If [IsProd, true, false]
                                                  # ^^^^^
              ObjectLockConfiguration:
                ObjectLockEnabled: Enabled
                Rule:
                  DefaultRetention: {Mode: COMPLIANCE, Years: 7}
      `,
      good: template`
        Parameters:
          Env:
            Type: String
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Records:
            Type: AWS::S3::Bucket
            Properties:
              ObjectLockEnabled: !If [IsProd, true, true]
              ObjectLockConfiguration:
                ObjectLockEnabled: Enabled
                Rule:
                  DefaultRetention: {Mode: COMPLIANCE, Years: 7}
      `,
    },
    {
      name: 'S3 does not log to a bucket with a default retention',
      silent: template`
        Resources:
          Data:
            Type: AWS::S3::Bucket
            Properties:
              ObjectLockEnabled: true
              ObjectLockConfiguration:
                ObjectLockEnabled: Enabled
                Rule:
                  DefaultRetention: {Mode: COMPLIANCE, Years: 7}
              LoggingConfiguration:
                DestinationBucketName: !Ref Logs
          Logs:
            Type: AWS::S3::Bucket
      `,
    },
    {
      name: 'a switch without default is unknown',
      silent: template`
        Parameters:
          Lock:
            Type: String
        Resources:
          Records:
            Type: AWS::S3::Bucket
            Properties:
              ObjectLockEnabled: !Ref Lock
              ObjectLockConfiguration:
                ObjectLockEnabled: Enabled
                Rule:
                  DefaultRetention: {Mode: GOVERNANCE, Days: 1}
      `,
    },
    {
      name: 'a retention that is not in force',
      bad: template`
        Resources:
          Records:
            Type: AWS::S3::Bucket
            Properties:
              ObjectLockEnabled: true
              ObjectLockConfiguration:
            # ^^^^^^^^^^^^^^^^^^^^^^^
                Rule:
                  DefaultRetention: {Mode: GOVERNANCE, Days: 30}
      `,
      good: template`
        Resources:
          Records:
            Type: AWS::S3::Bucket
            Properties:
              ObjectLockEnabled: true
              ObjectLockConfiguration:
                Rule:
                  DefaultRetention: {Mode: GOVERNANCE, Days: 30}
                ObjectLockEnabled: Enabled
      `,
    },
  ],
});
