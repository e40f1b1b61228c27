import { defineRule, describe, fix, set, template } from '#kit';

export default defineRule({
  id: 'kms-key-unusable',
  title: 'KMS key is disabled or soon deleted',
  on: 'AWS::KMS::Key',
  severity: 'low',
  category: 'resilience',
  profile: 'strict',
  aspect: 'keys-secrets',
  peers: { kics: ['2844c749'], security_hub: ['KMS.3'] },
  controls: { 'aws-fsbp': ['KMS.3'], 'nist-800-53-r5': ['SC-12'] },
  why: 'What a disabled key has encrypted cannot be read, and what a deleted key has encrypted never again. The waiting time before deletion, 30 days by default, is the time somebody has to notice.',
  remedy: 'Enable the key and leave PendingWindowInDays at 30.',
  references: ['https://docs.aws.amazon.com/kms/latest/developerguide/deleting-keys.html'],
  check(key, report) {
    const enabled = key.get('Enabled');
    const window = key.get('PendingWindowInDays');
    if (enabled.is(false)) {
      report(enabled, `${key.logicalId} is disabled, so that its data cannot be read`, {
        fixes: [fix('Enable the key', 'behaviour', set(enabled, true))],
      });
    }
    if (window.satisfies((text) => Number(text) < 30)) {
      report(window, `${key.logicalId} is gone ${describe(window)} days after a delete`, {
        fixes: [fix('Wait 30 days before deletion', 'safe', set(window, 30))],
      });
    }
  },
  examples: [
    {
      bad: template`
        Resources:
          Key:
            Type: AWS::KMS::Key
            Properties:
              Enabled: false
                     # ^^^^^
              PendingWindowInDays: 7
                                 # ^
      `,
      good: template`
        Resources:
          Key:
            Type: AWS::KMS::Key
            Properties:
              Enabled: true
              PendingWindowInDays: 30
      `,
    },
    {
      when: 'IsOn is false',
      bad: template`
        Parameters:
          State:
            Type: String
        Conditions:
          IsOn: !Equals [!Ref State, 'on']
        Resources:
          Key:
            Type: AWS::KMS::Key
            Properties:
              Enabled: !If [IsOn, true, false]
                                      # ^^^^^
      `,
      good: template`
        Parameters:
          State:
            Type: String
        Conditions:
          IsOn: !Equals [!Ref State, 'on']
        Resources:
          Key:
            Type: AWS::KMS::Key
            Properties:
              Enabled: !If [IsOn, true, true]
      `,
    },
    {
      name: 'a state without default is unknown',
      silent: template`
        Parameters:
          Enabled:
            Type: String
        Resources:
          Key:
            Type: AWS::KMS::Key
            Properties:
              Enabled: !Ref Enabled
      `,
    },
  ],
});
