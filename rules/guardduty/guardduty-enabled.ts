import { defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'guardduty-enabled',
  title: 'GuardDuty detector is switched off',
  on: 'AWS::GuardDuty::Detector',
  severity: 'high',
  category: 'logging',
  profile: 'essential',
  aspect: 'logging-monitoring',
  peers: { kics: ['a25cd877'], security_hub: ['GuardDuty.1'] },
  controls: { 'aws-fsbp': ['GuardDuty.1'], 'nist-800-53-r5': ['SI-4'], 'pci-dss-4': ['11.5.1'] },
  why: 'A detector that is switched off finds nothing, though the account seems to have one.',
  remedy: 'Set Enable to true.',
  references: [
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-guardduty-detector.html',
  ],
  check(detector, report) {
    const enable = detector.get('Enable');
    // It has to be said either way.
    const isUnsaid = enable.isAbsent;
    if (!enable.is(false) && !isUnsaid) return;
    report(enable, `${detector.logicalId} ${isUnsaid ? 'does not say that it is on' : 'is switched off'}`, {
      ...(isUnsaid ? { severity: 'low' } : {}),
      fixes: () => [fix('Switch the detector on', 'cost', set(enable, true))],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Detector:
            Type: AWS::GuardDuty::Detector
            Properties:
              Enable: false
                    # ^^^^^
      `,
      good: template`
        Resources:
          Detector:
            Type: AWS::GuardDuty::Detector
            Properties:
              Enable: true
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
          Detector:
            Type: AWS::GuardDuty::Detector
            Properties:
              Enable: !If [IsProd, true, false]
                                       # ^^^^^
      `,
      good: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Detector:
            Type: AWS::GuardDuty::Detector
            Properties:
              Enable: !If [IsProd, true, true]
      `,
    },
    {
      name: 'the answer is a parameter without default',
      silent: template`
        Parameters:
          On: {Type: String}
        Resources:
          Detector:
            Type: AWS::GuardDuty::Detector
            Properties:
              Enable: !Ref On
      `,
    },
    {
      name: 'it has to be said',
      bad: template`
        Resources:
          Detector:
        # ^^^^^^^^
            Type: AWS::GuardDuty::Detector
            Properties:
              FindingPublishingFrequency: ONE_HOUR
      `,
      good: template`
        Resources:
          Detector:
            Type: AWS::GuardDuty::Detector
            Properties:
              FindingPublishingFrequency: ONE_HOUR
              Enable: true
      `,
    },
  ],
});
