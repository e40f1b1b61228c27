import { suppressionRule, template } from '#kit';

export default suppressionRule({
  id: 'guardduty-suppression-broad',
  title: 'GuardDuty findings are hidden whatever their cause',
  on: 'AWS::GuardDuty::Filter',
  references: ['https://docs.aws.amazon.com/guardduty/latest/ug/findings_suppression-rule.html'],
  hides: (filter) => filter.get('Action').is('ARCHIVE'),
  criteria: 'FindingCriteria.Criterion',
  broad: ['region', 'accountId', 'updatedAt', 'service.archived', 'service.count', 'resource.resourceType'],
  severity: 'severity',
  low: { Lt: 4 },
  examples: [
    {
      name: 'in development',
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Quiet:
            Type: AWS::GuardDuty::Filter
            Properties:
              DetectorId: !ImportValue Detector
              Name: quiet
              Action: !If [IsProd, NOOP, ARCHIVE]
              FindingCriteria:
                Criterion:
              # ^^^^^^^^^
                  region: {Eq: [eu-west-1]}
      `,
      good: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Quiet:
            Type: AWS::GuardDuty::Filter
            Properties:
              DetectorId: !ImportValue Detector
              Name: quiet
              Action: !If [IsProd, NOOP, ARCHIVE]
              FindingCriteria:
                Criterion:
                  region: {Eq: [eu-west-1]}
                  severity:
                    Lt: 4
      `,
    },
    {
      name: 'a cause is named, or only what is mild is hidden',
      silent: template`
        Resources:
          Scanner:
            Type: AWS::GuardDuty::Filter
            Properties:
              DetectorId: !ImportValue Detector
              Name: scanner
              Action: ARCHIVE
              FindingCriteria:
                Criterion: {type: {Eq: ['Recon:EC2/Portscan']}, region: {Eq: [eu-west-1]}}
          Mild:
            Type: AWS::GuardDuty::Filter
            Properties:
              DetectorId: !ImportValue Detector
              Name: mild
              Action: ARCHIVE
              FindingCriteria: {Criterion: {severity: {Lte: 3}}}
      `,
    },
    {
      name: 'an action without default is unknown',
      silent: template`
        Parameters:
          Action: {Type: String}
        Resources:
          Quiet:
            Type: AWS::GuardDuty::Filter
            Properties:
              DetectorId: !ImportValue Detector
              Name: quiet
              Action: !Ref Action
              FindingCriteria: {Criterion: {region: {Eq: [eu-west-1]}}}
      `,
    },
  ],
});
