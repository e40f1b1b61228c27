import { defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'config-recorder-all-types',
  title: 'Config does not record all types of resources',
  on: 'AWS::Config::ConfigurationRecorder',
  severity: 'medium',
  category: 'logging',
  profile: 'recommended',
  aspect: 'logging-monitoring',
  peers: { security_hub: ['Config.1'] },
  controls: {
    'aws-fsbp': ['Config.1'],
    'nist-800-53-r5': ['CM-8', 'CM-2'],
    'cis-aws-3': ['3.3'],
    'pci-dss-4': ['10.5.2'],
  },
  why: 'What is not recorded has no history, and rules on it see nothing.',
  remedy: 'Record all supported types; leave out by name those that change too often to be worth it.',
  references: ['https://docs.aws.amazon.com/config/latest/developerguide/select-resources.html'],
  check(recorder, report) {
    const group = recorder.get('RecordingGroup');
    const all = group.get('AllSupported');
    const strategy = group.get('RecordingStrategy.UseOnly');
    const isList = strategy.is('INCLUSION_BY_RESOURCE_TYPES') || (strategy.isAbsent && all.is(false));
    const exclusions = group.get('ExclusionByResourceTypes');
    if (!isList || !exclusions.isAbsent) return;
    report(strategy.isAbsent ? all : strategy, `${recorder.logicalId} records only the types it lists`, {
      fixes: () => [
        fix('Record all supported types', 'cost', set(group, { AllSupported: true, IncludeGlobalResourceTypes: true })),
      ],
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
              RecordingGroup:
                AllSupported: false
                            # ^^^^^
                ResourceTypes: [AWS::S3::Bucket]
      `,
      good: template`
        Resources:
          Recorder:
            Type: AWS::Config::ConfigurationRecorder
            Properties:
              RoleARN: arn:aws:iam::123456789012:role/config
              RecordingGroup:
                AllSupported: true
                IncludeGlobalResourceTypes: true
      `,
    },
    {
      name: 'in development',
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
              RecordingGroup:
                AllSupported: !If [IsProd, true, false]
                                               # ^^^^^
      `,
    },
    {
      name: 'the answer is a parameter without default',
      silent: template`
        Parameters:
          All: {Type: String}
        Resources:
          Recorder:
            Type: AWS::Config::ConfigurationRecorder
            Properties:
              RoleARN: arn:aws:iam::123456789012:role/config
              RecordingGroup: {AllSupported: !Ref All}
      `,
    },
  ],
});
