import { defineRule, type Fragment, fix, type ResourceView, set, template, type Value } from '#kit';

export default defineRule({
  id: 'securityhub-suppression-broad',
  title: 'Findings are hidden whatever their cause',
  on: [
    'AWS::SecurityHub::AutomationRule',
    'AWS::GuardDuty::Filter',
    'AWS::InspectorV2::Filter',
    'AWS::Macie::FindingsFilter',
  ],
  severity: 'medium',
  category: 'logging',
  profile: 'recommended',
  aspect: 'logging-monitoring',
  peers: {},
  controls: { 'nist-800-53-r5': ['SI-4', 'CA-7', 'IR-4'] },
  why: 'A filter is there to hide what is known and accepted. One that asks for a severity, an account or a region alone hides everything of that kind, the grave finding of tomorrow included.',
  remedy: 'Name what is accepted: the type of the finding, the control, the resource or the vulnerability.',
  references: [
    'https://docs.aws.amazon.com/guardduty/latest/ug/findings_suppression-rule.html',
    'https://docs.aws.amazon.com/inspector/latest/user/findings-managing-supression-rules.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/automation-rules.html',
  ],
  check(filter, report) {
    const kind = KINDS[filter.type];
    const criteria = kind && filter.get(kind.criteria);
    if (!kind?.hides(filter) || !criteria || criteria.isUnknown || criteria.isOpen) return;
    const asked = criteria.entries();
    if (!asked.every(([name]) => kind.broad.includes(name))) return;
    const severity = criteria.get(kind.severity.replaceAll('.', '\\.'));
    if (mayBeMild(severity)) return;
    report(criteria, `${filter.logicalId} hides findings whatever their cause`, {
      fixes: [fix('Hide findings of low severity only', 'behaviour', set(severity, kind.low))],
    });
  },
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
          Small:
            Type: AWS::Macie::FindingsFilter
            Properties:
              Name: small
              Action: ARCHIVE
              FindingCriteria: {Criterion: {severity.description: {eq: [Low]}}}
          Passed:
            Type: AWS::SecurityHub::AutomationRule
            Properties:
              RuleName: passed
              RuleOrder: 1
              Description: Nothing to do
              Criteria: {ComplianceStatus: [{Comparison: EQUALS, Value: PASSED}]}
              Actions: [{Type: FINDING_FIELDS_UPDATE, FindingFieldsUpdate: {Workflow: {Status: RESOLVED}}}]
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

/** A filter of findings: whether it hides them, and by what. */
interface Kind {
  hides(filter: ResourceView): boolean;
  readonly criteria: string;
  /** Criteria that say nothing of the cause. */
  readonly broad: readonly string[];
  readonly severity: string;
  /** The criterion for low severity. */
  readonly low: Fragment;
}

const LABELS: Fragment = [
  { Comparison: 'EQUALS', Value: 'LOW' },
  { Comparison: 'EQUALS', Value: 'INFORMATIONAL' },
];

const TIMES = ['CreatedAt', 'UpdatedAt', 'FirstObservedAt', 'LastObservedAt'];

const KINDS: { readonly [type: string]: Kind } = {
  'AWS::GuardDuty::Filter': {
    hides: (filter) => filter.get('Action').is('ARCHIVE'),
    criteria: 'FindingCriteria.Criterion',
    broad: [
      'severity',
      'region',
      'accountId',
      'updatedAt',
      'service.archived',
      'service.count',
      'resource.resourceType',
    ],
    severity: 'severity',
    low: { Lt: 4 },
  },
  'AWS::InspectorV2::Filter': {
    hides: (filter) => filter.get('FilterAction').is('SUPPRESS'),
    criteria: 'FilterCriteria',
    broad: ['Severity', 'VendorSeverity', 'AwsAccountId', 'ResourceType', 'FindingType', 'FindingStatus', ...TIMES],
    severity: 'Severity',
    low: LABELS,
  },
  'AWS::Macie::FindingsFilter': {
    hides: (filter) => filter.get('Action').is('ARCHIVE'),
    criteria: 'FindingCriteria.Criterion',
    broad: ['severity.description', 'severity.score', 'region', 'accountId', 'archived', 'category', 'createdAt'],
    severity: 'severity.description',
    low: { eq: ['Low'] },
  },
  'AWS::SecurityHub::AutomationRule': {
    hides: (rule) => rule.get('RuleStatus').isNot('DISABLED') && rule.get('Actions').items().some(isClosing),
    criteria: 'Criteria',
    broad: [
      'SeverityLabel',
      'WorkflowStatus',
      'AwsAccountId',
      'ResourceRegion',
      'ResourceType',
      'Criticality',
      ...TIMES,
    ],
    severity: 'SeverityLabel',
    low: LABELS,
  },
};

function isClosing(action: Value): boolean {
  return action.get('FindingFieldsUpdate.Workflow.Status').is('SUPPRESSED', 'RESOLVED');
}

/** A severity with an upper bound, or of labels none of which certainly is grave. */
function mayBeMild(severity: Value): boolean {
  if (severity.isAbsent) return false;
  if (severity.isUnknown) return true;
  const names = ['Lt', 'Lte', 'LessThan', 'LessThanOrEqual', 'lt', 'lte'];
  if (names.some((name) => severity.get(name).isGiven)) return true;
  const labels = severity.isList
    ? severity.items().map((each) => each.get('Value'))
    : ['Eq', 'Equals', 'eq'].flatMap((name) => severity.get(name).items());
  return labels.length > 0 && labels.every((label) => !label.isNot('LOW', 'INFORMATIONAL', 'MEDIUM', 'Low', 'Medium'));
}
