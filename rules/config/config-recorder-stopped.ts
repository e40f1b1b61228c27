import { defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'config-recorder-stopped',
  title: 'Config recorder is not started',
  on: 'AWS::Config::ConfigurationRecorder',
  severity: 'high',
  category: 'logging',
  profile: 'essential',
  aspect: 'logging-monitoring',
  peers: {},
  controls: { 'aws-fsbp': ['Config.1'], 'nist-800-53-r5': ['CM-8', 'CM-2'] },
  why: 'A recorder that nobody starts keeps no history, and rules have nothing to check; the account seems to have both.',
  remedy: 'Set StartedOnCreate to true, or leave it out.',
  references: ['https://docs.aws.amazon.com/config/latest/developerguide/stop-start-recorder.html'],
  check(recorder, report) {
    const started = recorder.get('StartedOnCreate');
    if (!started.is(false)) return;
    report(started, `${recorder.logicalId} records nothing until somebody starts it`, {
      fixes: [fix('Start recording (replaces the recorder)', 'replacement', set(started, true))],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Recorder:
            Type: AWS::Config::ConfigurationRecorder
            Properties:
              RoleARN: arn:aws:iam::123456789012:role/config
              StartedOnCreate: false
                             # ^^^^^
      `,
      good: template`
        Resources:
          Recorder:
            Type: AWS::Config::ConfigurationRecorder
            Properties:
              RoleARN: arn:aws:iam::123456789012:role/config
              StartedOnCreate: true
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
          Recorder:
            Type: AWS::Config::ConfigurationRecorder
            Properties:
              RoleARN: arn:aws:iam::123456789012:role/config
              StartedOnCreate: !If [IsProd, true, false]
                                                # ^^^^^
      `,
      good: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Recorder:
            Type: AWS::Config::ConfigurationRecorder
            Properties:
              RoleARN: arn:aws:iam::123456789012:role/config
              StartedOnCreate: !If [IsProd, true, true]
      `,
    },
    {
      name: 'a choice without default is unknown',
      silent: template`
        Parameters:
          Choice: {Type: String}
        Resources:
          Recorder:
            Type: AWS::Config::ConfigurationRecorder
            Properties:
              RoleARN: arn:aws:iam::123456789012:role/config
              StartedOnCreate: !Ref Choice
      `,
    },
  ],
});
