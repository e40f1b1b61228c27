import { addParameter, defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'datasync-task-logging',
  title: 'DataSync task keeps no log',
  on: 'AWS::DataSync::Task',
  severity: 'low',
  category: 'logging',
  profile: 'recommended',
  aspect: 'logging-monitoring',
  peers: { security_hub: ['DataSync.1'] },
  controls: { 'aws-fsbp': ['DataSync.1'], 'nist-800-53-r5': ['AU-2', 'AU-12'] },
  why: 'A task that copies data out of its place leaves no trace of which files it took, or failed to take, unless it logs to CloudWatch.',
  remedy: 'Set CloudWatchLogGroupArn, and LogLevel to BASIC or TRANSFER.',
  references: ['https://docs.aws.amazon.com/datasync/latest/userguide/configure-logging.html'],
  check(task, report) {
    // A task of Enhanced mode logs to /aws/datasync by itself.
    if (!task.get('TaskMode').isNot('ENHANCED')) return;
    const group = task.get('CloudWatchLogGroupArn');
    const level = task.get('Options.LogLevel');
    if (group.isAbsent) {
      report(group, `${task.logicalId} keeps no log of what it copies`, {
        fixes: [
          fix(
            'Log to a log group that a parameter names',
            'cost',
            set(group, { Ref: 'DataSyncLogGroupArn' }),
            set(level, 'BASIC'),
            addParameter('DataSyncLogGroupArn', {
              Type: 'String',
              Description: 'The ARN of a log group that datasync.amazonaws.com may write to',
              AllowedPattern: '^arn:aws[a-z-]*:logs:[a-z0-9-]+:[0-9]{12}:log-group:.+$',
            }),
          ),
        ],
      });
      return;
    }
    if (!level.isNot('BASIC', 'TRANSFER')) return;
    report(level, `${task.logicalId} keeps no log of what it copies`, {
      fixes: [fix('Log errors', 'cost', set(level, 'BASIC'))],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Copy:
        # ^^^^
            Type: AWS::DataSync::Task
            Properties:
              SourceLocationArn: !ImportValue Source
              DestinationLocationArn: !ImportValue Destination
      `,
      good: template`
        Parameters:
          DataSyncLogGroupArn:
            Type: String
            Description: The ARN of a log group that datasync.amazonaws.com may write to
            AllowedPattern: '^arn:aws[a-z-]*:logs:[a-z0-9-]+:[0-9]{12}:log-group:.+$'
        Resources:
          Copy:
            Type: AWS::DataSync::Task
            Properties:
              SourceLocationArn: !ImportValue Source
              DestinationLocationArn: !ImportValue Destination
              CloudWatchLogGroupArn: !Ref DataSyncLogGroupArn
              Options:
                LogLevel: BASIC
      `,
    },
    {
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env:
            Type: String
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Copy:
            Type: AWS::DataSync::Task
            Properties:
              SourceLocationArn: !ImportValue Source
              DestinationLocationArn: !ImportValue Destination
              CloudWatchLogGroupArn: !ImportValue Logs
              Options:
                LogLevel: !If [IsProd, BASIC, 'OFF']
                                            # ^^^^^
      `,
      good: template`
        Parameters:
          Env:
            Type: String
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Copy:
            Type: AWS::DataSync::Task
            Properties:
              SourceLocationArn: !ImportValue Source
              DestinationLocationArn: !ImportValue Destination
              CloudWatchLogGroupArn: !ImportValue Logs
              Options:
                LogLevel: !If [IsProd, BASIC, BASIC]
      `,
    },
    {
      name: 'a task of Enhanced mode logs by itself',
      silent: template`
        Resources:
          Copy:
            Type: AWS::DataSync::Task
            Properties:
              TaskMode: ENHANCED
              SourceLocationArn: !ImportValue Source
              DestinationLocationArn: !ImportValue Destination
      `,
    },
    {
      name: 'a level without default is unknown',
      silent: template`
        Parameters:
          Level:
            Type: String
        Resources:
          Copy:
            Type: AWS::DataSync::Task
            Properties:
              SourceLocationArn: !ImportValue Source
              DestinationLocationArn: !ImportValue Destination
              CloudWatchLogGroupArn: !ImportValue Logs
              Options:
                LogLevel: !Ref Level
      `,
    },
  ],
});
