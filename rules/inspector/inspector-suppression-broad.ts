import { suppressionRule, template } from '#kit';

export default suppressionRule({
  id: 'inspector-suppression-broad',
  title: 'Inspector findings are hidden whatever their cause',
  on: 'AWS::InspectorV2::Filter',
  references: ['https://docs.aws.amazon.com/inspector/latest/user/findings-managing-supression-rules.html'],
  hides: (filter) => filter.get('FilterAction').is('SUPPRESS'),
  criteria: 'FilterCriteria',
  broad: [
    'AwsAccountId',
    'ResourceType',
    'FindingType',
    'FindingStatus',
    'VendorSeverity',
    'FirstObservedAt',
    'LastObservedAt',
    'UpdatedAt',
  ],
  severity: 'Severity',
  low: [
    { Comparison: 'EQUALS', Value: 'LOW' },
    { Comparison: 'EQUALS', Value: 'INFORMATIONAL' },
  ],
  examples: [
    {
      bad: template`
        Resources:
          Quiet:
            Type: AWS::InspectorV2::Filter
            Properties:
              Name: quiet
              FilterAction: SUPPRESS
              FilterCriteria:
            # ^^^^^^^^^^^^^^
                AwsAccountId: [{Comparison: EQUALS, Value: '123456789012'}]
      `,
      good: template`
        Resources:
          Quiet:
            Type: AWS::InspectorV2::Filter
            Properties:
              Name: quiet
              FilterAction: SUPPRESS
              FilterCriteria:
                AwsAccountId: [{Comparison: EQUALS, Value: '123456789012'}]
                Severity:
                  - Comparison: EQUALS
                    Value: LOW
                  - Comparison: EQUALS
                    Value: INFORMATIONAL
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
          Quiet:
            Type: AWS::InspectorV2::Filter
            Properties:
              Name: quiet
              FilterAction: !If [IsProd, NONE, SUPPRESS]
              FilterCriteria: {Severity: [{Comparison: EQUALS, Value: CRITICAL}]}
            # ^^^^^^^^^^^^^^
      `,
    },
    {
      name: 'one vulnerability is accepted',
      silent: template`
        Resources:
          Accepted:
            Type: AWS::InspectorV2::Filter
            Properties:
              Name: accepted
              FilterAction: SUPPRESS
              FilterCriteria: {VulnerabilityId: [{Comparison: EQUALS, Value: CVE-2020-0001}]}
      `,
    },
    {
      name: 'a severity without default is unknown',
      silent: template`
        Parameters:
          Severity: {Type: String}
        Resources:
          Quiet:
            Type: AWS::InspectorV2::Filter
            Properties:
              Name: quiet
              FilterAction: SUPPRESS
              FilterCriteria: {Severity: [{Comparison: EQUALS, Value: !Ref Severity}]}
      `,
    },
  ],
});
