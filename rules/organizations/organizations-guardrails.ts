import {
  append,
  coversAction,
  defineRule,
  fix,
  type ResourceView,
  type Statement,
  statementsOf,
  template,
  type Value,
} from '#kit';

export default defineRule({
  id: 'organizations-guardrails',
  title: 'Service control policies leave the alarm system unprotected',
  on: 'AWS::Organizations::Policy',
  severity: 'low',
  category: 'access-control',
  profile: 'strict',
  aspect: 'identity-access',
  peers: {},
  controls: { 'nist-800-53-r5': ['AC-6', 'AU-9'] },
  why: 'What an intruder with administrator’s rights does first is to switch off what records him, or to take the account out of the organization and away from its guardrails. Only a service control policy stops an administrator.',
  remedy: 'Deny leaving the organization and switching CloudTrail, Config, GuardDuty and Security Hub off.',
  references: ['https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_examples.html'],
  check(policy, report) {
    const policies = policy.template.resources(policy.type).filter((each) => !each.get('Type').isNot(SCP));
    const [first] = policies;
    // One finding for the template, at its first service control policy.
    if (first?.logicalId !== policy.logicalId || !policy.get('Type').is(SCP) || policy.template.isOpen) return;
    if (policies.some((each) => !isReadable(each))) return;
    const denials = policies.flatMap((each) => statementsOf(each.get('Content'))).filter(mayDeny);
    for (const { sid, actions, message, title } of GUARDRAILS) {
      if (actions.some((action) => denials.some((statement) => mayCover(statement, action)))) continue;
      report(policy, message, {
        fixes: () => [
          fix(
            title,
            'behaviour',
            append(policy.get('Content').get('Statement'), {
              Sid: sid,
              Effect: 'Deny',
              Action: actions,
              Resource: '*',
            }),
          ),
        ],
      });
    }
  },
  examples: [
    {
      bad: template`
        Resources:
          Regions:
        # ^^^^^^^
            Type: AWS::Organizations::Policy
            Properties:
              Name: regions
              Type: SERVICE_CONTROL_POLICY
              TargetIds: [r-abcd]
              Content:
                Version: '2012-10-17'
                Statement:
                  - Effect: Deny
                    Action:
                      - cloudtrail:StopLogging
                      - guardduty:DeleteDetector
                    Resource: '*'
      `,
      good: template`
        Resources:
          Regions:
            Type: AWS::Organizations::Policy
            Properties:
              Name: regions
              Type: SERVICE_CONTROL_POLICY
              TargetIds: [r-abcd]
              Content:
                Version: '2012-10-17'
                Statement:
                  - Effect: Deny
                    Action:
                      - cloudtrail:StopLogging
                      - guardduty:DeleteDetector
                    Resource: '*'
                  - Sid: KeepInOrganization
                    Effect: Deny
                    Action:
                      - organizations:LeaveOrganization
                    Resource: '*'
      `,
    },
    {
      name: 'in a trial',
      when: 'IsTrial is true',
      bad: template`
        Parameters:
          Trial: {Type: String, AllowedValues: ['yes', 'no']}
        Conditions:
          IsTrial: !Equals [!Ref Trial, 'yes']
        Resources:
          Guardrail:
        # ^^^^^^^^^
            Type: AWS::Organizations::Policy
            Properties:
              Name: guardrail
              Type: SERVICE_CONTROL_POLICY
              TargetIds: [r-abcd]
              Content:
                Statement:
                  - Effect: Deny
                    Action: [organizations:LeaveOrganization]
                    Resource: '*'
                  - Effect: Deny
                    Action: !If [IsTrial, s3:DeleteBucket, cloudtrail:StopLogging]
                    Resource: '*'
      `,
      good: template`
        Parameters:
          Trial: {Type: String, AllowedValues: ['yes', 'no']}
        Conditions:
          IsTrial: !Equals [!Ref Trial, 'yes']
        Resources:
          Guardrail:
            Type: AWS::Organizations::Policy
            Properties:
              Name: guardrail
              Type: SERVICE_CONTROL_POLICY
              TargetIds: [r-abcd]
              Content:
                Statement:
                  - Effect: Deny
                    Action: [organizations:LeaveOrganization]
                    Resource: '*'
                  - Effect: Deny
                    Action: !If [IsTrial, s3:DeleteBucket, cloudtrail:StopLogging]
                    Resource: '*'
                  - Sid: KeepWatch
                    Effect: Deny
                    Action:
                      - cloudtrail:StopLogging
                      - cloudtrail:DeleteTrail
                      - config:StopConfigurationRecorder
                      - guardduty:DeleteDetector
                      - securityhub:DisableSecurityHub
                    Resource: '*'
      `,
    },
    {
      name: 'another policy of the template does it',
      silent: template`
        Resources:
          Regions:
            Type: AWS::Organizations::Policy
            Properties:
              Name: regions
              Type: SERVICE_CONTROL_POLICY
              Content: {Statement: [{Effect: Deny, NotAction: 'iam:*', Resource: '*'}]}
      `,
    },
    {
      name: 'content that is chosen at deployment',
      silent: template`
        Parameters:
          Content: {Type: String}
        Resources:
          Guardrail:
            Type: AWS::Organizations::Policy
            Properties:
              Name: guardrail
              Type: SERVICE_CONTROL_POLICY
              Content: !Ref Content
      `,
    },
  ],
});

const SCP = 'SERVICE_CONTROL_POLICY';

const GUARDRAILS = [
  {
    sid: 'KeepInOrganization',
    actions: ['organizations:LeaveOrganization'],
    message: 'No service control policy keeps accounts from leaving the organization',
    title: 'Deny leaving the organization',
  },
  {
    sid: 'KeepWatch',
    actions: [
      'cloudtrail:StopLogging',
      'cloudtrail:DeleteTrail',
      'config:StopConfigurationRecorder',
      'guardduty:DeleteDetector',
      'securityhub:DisableSecurityHub',
    ],
    message: 'No service control policy keeps accounts from switching their logs and alarms off',
    title: 'Deny switching logs and alarms off',
  },
];

function isReadable(policy: ResourceView): boolean {
  const content = policy.get('Content').embedded();
  const statements = content.get('Statement');
  return content.isMap && !content.isOpen && !statements.isUnknown && !statements.isOpen;
}

function mayDeny({ effect }: Statement): boolean {
  return !effect.is('Allow');
}

function mayCover({ actions, notActions }: Statement, action: string): boolean {
  const covers = (pattern: Value) => coversAction(pattern.pattern() ?? '*', action);
  return actions.some(covers) || (notActions.length > 0 && !notActions.some(covers));
}
