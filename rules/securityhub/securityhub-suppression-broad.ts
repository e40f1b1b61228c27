import { suppressionRule, template, type Value } from '#kit';

export default suppressionRule({
  id: 'securityhub-suppression-broad',
  title: 'Security Hub findings are closed whatever their cause',
  on: 'AWS::SecurityHub::AutomationRule',
  references: ['https://docs.aws.amazon.com/securityhub/latest/userguide/automation-rules.html'],
  hides: (rule) => rule.get('RuleStatus').isNot('DISABLED') && rule.get('Actions').items().some(closes),
  criteria: 'Criteria',
  broad: [
    'WorkflowStatus',
    'AwsAccountId',
    'ResourceRegion',
    'ResourceType',
    'Criticality',
    'CreatedAt',
    'UpdatedAt',
    'FirstObservedAt',
    'LastObservedAt',
  ],
  severity: 'SeverityLabel',
  low: [
    { Comparison: 'EQUALS', Value: 'LOW' },
    { Comparison: 'EQUALS', Value: 'INFORMATIONAL' },
  ],
  examples: [
    {
      bad: template`
        Resources:
          Quiet:
            Type: AWS::SecurityHub::AutomationRule
            Properties:
              RuleName: quiet
              RuleOrder: 1
              Description: Too many of them
              Criteria:
            # ^^^^^^^^
                SeverityLabel: [{Comparison: EQUALS, Value: CRITICAL}]
              Actions:
                - Type: FINDING_FIELDS_UPDATE
                  FindingFieldsUpdate: {Workflow: {Status: SUPPRESSED}}
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
            Type: AWS::SecurityHub::AutomationRule
            Properties:
              RuleName: quiet
              RuleOrder: 1
              Description: Too many of them
              Criteria:
            # ^^^^^^^^
                ResourceRegion: [{Comparison: EQUALS, Value: eu-west-1}]
              Actions:
                - Type: FINDING_FIELDS_UPDATE
                  FindingFieldsUpdate: {Workflow: {Status: !If [IsProd, NOTIFIED, RESOLVED]}}
      `,
    },
    {
      name: 'what has passed is closed, and a rule that is switched off closes nothing',
      silent: template`
        Resources:
          Passed:
            Type: AWS::SecurityHub::AutomationRule
            Properties:
              RuleName: passed
              RuleOrder: 1
              Description: Nothing to do
              Criteria: {ComplianceStatus: [{Comparison: EQUALS, Value: PASSED}]}
              Actions: [{Type: FINDING_FIELDS_UPDATE, FindingFieldsUpdate: {Workflow: {Status: RESOLVED}}}]
          Idle:
            Type: AWS::SecurityHub::AutomationRule
            Properties:
              RuleName: idle
              RuleOrder: 2
              RuleStatus: DISABLED
              Description: Not now
              Criteria: {}
              Actions: [{Type: FINDING_FIELDS_UPDATE, FindingFieldsUpdate: {Workflow: {Status: SUPPRESSED}}}]
      `,
    },
    {
      name: 'a status without default is unknown',
      silent: template`
        Parameters:
          Status: {Type: String}
        Resources:
          Quiet:
            Type: AWS::SecurityHub::AutomationRule
            Properties:
              RuleName: quiet
              RuleOrder: 1
              Description: As it may be
              Criteria: {ResourceRegion: [{Comparison: EQUALS, Value: eu-west-1}]}
              Actions: [{Type: FINDING_FIELDS_UPDATE, FindingFieldsUpdate: {Workflow: {Status: !Ref Status}}}]
      `,
    },
  ],
});

function closes(action: Value): boolean {
  return action.get('FindingFieldsUpdate.Workflow.Status').is('SUPPRESSED', 'RESOLVED');
}
