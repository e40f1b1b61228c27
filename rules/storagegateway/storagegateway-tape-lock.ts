import { addParameter, defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'storagegateway-tape-lock',
  title: 'Archived tapes can be deleted',
  on: 'AWS::StorageGateway::TapePool',
  severity: 'low',
  category: 'backup-recovery',
  profile: 'strict',
  aspect: 'backup-durability',
  peers: {},
  controls: { 'nist-800-53-r5': ['AU-9', 'CP-9'] },
  why: 'A tape in the archive is a backup until somebody with the rights, or with stolen ones, deletes it. A retention lock on the pool keeps it for its time; in compliance mode not even the root user can end it.',
  remedy: 'Set RetentionLockType and RetentionLockTimeInDays.',
  references: ['https://docs.aws.amazon.com/storagegateway/latest/tgw/CreatingCustomTapePool.html'],
  check(pool, report) {
    const lock = pool.get('RetentionLockType');
    if (!lock.isNot('COMPLIANCE', 'GOVERNANCE')) return;
    const days = pool.get('RetentionLockTimeInDays');
    report(lock, `Tapes in ${pool.logicalId} can be deleted at any time`, {
      fixes: [
        fix(
          'Lock tapes for as many days as a parameter says (replaces the pool)',
          'replacement',
          set(lock, 'GOVERNANCE'),
          ...(days.isAbsent
            ? [
                set(days, { Ref: 'TapeLockDays' }),
                addParameter('TapeLockDays', {
                  Type: 'Number',
                  Description: 'For how many days an archived tape cannot be deleted',
                  MinValue: 1,
                  MaxValue: 36500,
                }),
              ]
            : []),
        ),
      ],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Archive:
        # ^^^^^^^
            Type: AWS::StorageGateway::TapePool
            Properties:
              PoolName: archive
              StorageClass: DEEP_ARCHIVE
      `,
      good: template`
        Parameters:
          TapeLockDays:
            Type: Number
            Description: For how many days an archived tape cannot be deleted
            MinValue: 1
            MaxValue: 36500
        Resources:
          Archive:
            Type: AWS::StorageGateway::TapePool
            Properties:
              PoolName: archive
              StorageClass: DEEP_ARCHIVE
              RetentionLockType: GOVERNANCE
              RetentionLockTimeInDays: !Ref TapeLockDays
      `,
    },
    {
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Archive:
            Type: AWS::StorageGateway::TapePool
            Properties:
              PoolName: archive
              StorageClass: GLACIER
              RetentionLockType: !If [IsProd, COMPLIANCE, NONE]
                                                        # ^^^^
              RetentionLockTimeInDays: 365
      `,
      good: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Archive:
            Type: AWS::StorageGateway::TapePool
            Properties:
              PoolName: archive
              StorageClass: GLACIER
              RetentionLockType: !If [IsProd, COMPLIANCE, GOVERNANCE]
              RetentionLockTimeInDays: 365
      `,
    },
    {
      name: 'a lock without default is unknown',
      silent: template`
        Parameters:
          Lock: {Type: String}
        Resources:
          Archive:
            Type: AWS::StorageGateway::TapePool
            Properties:
              PoolName: archive
              StorageClass: GLACIER
              RetentionLockType: !Ref Lock
      `,
    },
  ],
});
