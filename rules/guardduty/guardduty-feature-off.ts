import { defineRule, fix, set, template } from '#kit';

/** The features that Security Hub asks for, by the control that does. */
const CONTROLS: { readonly [feature: string]: string } = {
  EKS_AUDIT_LOGS: 'GuardDuty.5',
  LAMBDA_NETWORK_LOGS: 'GuardDuty.6',
  EBS_MALWARE_PROTECTION: 'GuardDuty.8',
  RDS_LOGIN_EVENTS: 'GuardDuty.9',
  S3_DATA_EVENTS: 'GuardDuty.10',
  RUNTIME_MONITORING: 'GuardDuty.11',
};

export default defineRule({
  id: 'guardduty-feature-off',
  title: 'GuardDuty leaves a part of the account unwatched',
  on: 'AWS::GuardDuty::Detector',
  severity: 'low',
  category: 'logging',
  profile: 'strict',
  aspect: 'logging-monitoring',
  peers: { security_hub: Object.values(CONTROLS) },
  controls: { 'aws-fsbp': Object.values(CONTROLS), 'nist-800-53-r5': ['SI-4'] },
  why: 'A detector sees flows, names and API calls; what happens in buckets, clusters, databases, functions and hosts it sees by features, each of which has a price. One that is switched off by name leaves its part of the account unwatched.',
  remedy: 'Enable the feature where the account has what it watches.',
  references: ['https://docs.aws.amazon.com/guardduty/latest/ug/guardduty-features-activation-model.html'],
  check(detector, report) {
    for (const feature of detector.get('Features').items()) {
      const name = feature.get('Name').text() ?? '';
      const status = feature.get('Status');
      const control = CONTROLS[name];
      if (control === undefined || !status.is('DISABLED')) continue;
      report(status, `${detector.logicalId} does not watch ${name}`, {
        peers: { security_hub: [control] },
        fixes: [fix('Enable the feature', 'cost', set(status, 'ENABLED'))],
      });
    }
  },
  examples: [
    {
      bad: template`
        Resources:
          Detector:
            Type: AWS::GuardDuty::Detector
            Properties:
              Enable: true
              Features:
                - Name: S3_DATA_EVENTS
                  Status: DISABLED
                        # ^^^^^^^^
      `,
      good: template`
        Resources:
          Detector:
            Type: AWS::GuardDuty::Detector
            Properties:
              Enable: true
              Features:
                - Name: S3_DATA_EVENTS
                  Status: ENABLED
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
          Detector:
            Type: AWS::GuardDuty::Detector
            Properties:
              Enable: true
              Features: [{Name: RDS_LOGIN_EVENTS, Status: !If [IsProd, ENABLED, DISABLED]}]
                                                                              # ^^^^^^^^
      `,
    },
    {
      name: 'a status without default is unknown, and runtime monitoring takes the place of the one for EKS',
      silent: template`
        Parameters:
          Status: {Type: String}
        Resources:
          Detector:
            Type: AWS::GuardDuty::Detector
            Properties:
              Enable: true
              Features: [{Name: S3_DATA_EVENTS, Status: !Ref Status}, {Name: EKS_RUNTIME_MONITORING, Status: DISABLED}]
      `,
    },
  ],
});
