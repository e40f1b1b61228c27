import { defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'kinesis-stream-retention',
  title: 'Kinesis stream forgets within a week',
  on: 'AWS::Kinesis::Stream',
  severity: 'low',
  category: 'backup-recovery',
  profile: 'strict',
  aspect: 'backup-durability',
  peers: { security_hub: ['Kinesis.3'] },
  controls: { 'aws-fsbp': ['Kinesis.3'], 'nist-800-53-r5': ['CP-9', 'SI-12'] },
  why: 'A consumer that is down over a weekend loses what came in meanwhile: records are kept for a day by default.',
  remedy: 'Set RetentionPeriodHours to 168 or more.',
  references: ['https://docs.aws.amazon.com/streams/latest/dev/kinesis-extended-retention.html'],
  check(stream, report) {
    const hours = stream.get('RetentionPeriodHours');
    if (!hours.isAbsent && !hours.satisfies((text) => Number(text) < 168)) return;
    report(hours, `${stream.logicalId} forgets its records within a week`, {
      fixes: [fix('Keep records for seven days (billed by volume)', 'cost', set(hours, 168))],
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
              RetentionPeriodHours: 168
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
              RetentionPeriodHours: !If [IsProd, 336, 24]
                                                    # ^^
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
              RetentionPeriodHours: !If [IsProd, 336, 168]
      `,
    },
    {
      name: 'a parameter without default decides',
      silent: template`
        Parameters:
          Setting:
            Type: String
        Resources:
          Events:
            Type: AWS::Kinesis::Stream
            Properties:
              ShardCount: 1
              RetentionPeriodHours: !Ref Setting
      `,
    },
  ],
});
