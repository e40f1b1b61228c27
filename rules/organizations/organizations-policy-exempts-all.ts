import { addParameter, defineRule, fix, set, statementsOf, template, type Value } from '#kit';

export default defineRule({
  id: 'organizations-policy-exempts-all',
  title: 'Guardrail of an organization exempts everyone',
  on: 'AWS::Organizations::Policy',
  severity: 'medium',
  category: 'access-control',
  profile: 'recommended',
  aspect: 'identity-access',
  peers: {},
  controls: { 'nist-800-53-r5': ['AC-3', 'AC-6'] },
  why: 'A Deny that spares all principals whose ARN is like * or like any role denies nothing to anyone, and reads as if it did.',
  remedy: 'Name the one or two roles that need the exemption.',
  references: [
    'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_examples_general.html',
  ],
  check(policy, report) {
    if (!policy.get('Type').is('SERVICE_CONTROL_POLICY', 'RESOURCE_CONTROL_POLICY')) return;
    for (const { effect, condition } of statementsOf(policy.get('Content'))) {
      const exempt = effect.is('Deny') ? exemptionsOf(condition).find(isEveryone) : undefined;
      if (!exempt) continue;
      report(exempt, `${policy.logicalId} exempts everyone from what it denies`, {
        fixes: () => [
          fix(
            'Exempt only the role that a parameter names',
            'behaviour',
            set(exempt, { Ref: 'ExemptRoleArn' }),
            addParameter('ExemptRoleArn', {
              Type: 'String',
              Description: 'The ARN of the role that the guardrail spares; an asterisk may stand for the account',
              AllowedPattern: '^arn:aws[a-z-]*:iam::([0-9]{12}|[*]):role/[A-Za-z0-9+=,.@_/-]+$',
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
          Guardrail:
            Type: AWS::Organizations::Policy
            Properties:
              Name: guardrail
              Type: SERVICE_CONTROL_POLICY
              Content:
                Version: '2012-10-17'
                Statement:
                  - Effect: Deny
                    Action: cloudtrail:StopLogging
                    Resource: '*'
                    Condition:
                      ArnNotLike:
                        aws:PrincipalARN: arn:aws:iam::*:role/*
                                        # ^^^^^^^^^^^^^^^^^^^^^
      `,
      good: template`
        Parameters:
          ExemptRoleArn:
            Type: String
            Description: The ARN of the role that the guardrail spares; an asterisk may stand for the account
            AllowedPattern: '^arn:aws[a-z-]*:iam::([0-9]{12}|[*]):role/[A-Za-z0-9+=,.@_/-]+$'
        Resources:
          Guardrail:
            Type: AWS::Organizations::Policy
            Properties:
              Name: guardrail
              Type: SERVICE_CONTROL_POLICY
              Content:
                Version: '2012-10-17'
                Statement:
                  - Effect: Deny
                    Action: cloudtrail:StopLogging
                    Resource: '*'
                    Condition:
                      ArnNotLike:
                        aws:PrincipalARN: !Ref ExemptRoleArn
      `,
    },
    {
      name: 'while somebody tries it out',
      when: 'IsTrial is true',
      bad: template`
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
              Content:
                Statement:
                  - Effect: Deny
                    Action: cloudtrail:StopLogging
                    Resource: '*'
                    Condition:
                      StringNotLike:
                        aws:PrincipalArn: [!If [IsTrial, '*', 'arn:aws:iam::*:role/Admin']]
                                                       # ^^^
      `,
    },
    {
      name: 'one role is spared',
      silent: template`
        Resources:
          Guardrail:
            Type: AWS::Organizations::Policy
            Properties:
              Name: guardrail
              Type: SERVICE_CONTROL_POLICY
              Content:
                Statement:
                  - Effect: Deny
                    Action: cloudtrail:StopLogging
                    Resource: '*'
                    Condition: {ArnNotLike: {aws:PrincipalARN: 'arn:aws:iam::*:role/Admin'}}
      `,
    },
    {
      name: 'who is spared is chosen at deployment',
      silent: template`
        Parameters:
          Spared: {Type: String}
        Resources:
          Guardrail:
            Type: AWS::Organizations::Policy
            Properties:
              Name: guardrail
              Type: SERVICE_CONTROL_POLICY
              Content:
                Statement:
                  - Effect: Deny
                    Action: cloudtrail:StopLogging
                    Resource: '*'
                    Condition: {ArnNotLike: {aws:PrincipalARN: !Ref Spared}}
      `,
    },
  ],
});

/** The principals that a Deny spares by their ARN. */
function exemptionsOf(condition: Value): readonly Value[] {
  return condition
    .entries()
    .filter(([operator]) => /^(?:Arn|String)Not(?:Like|Equals)/.test(operator))
    .flatMap(([, keys]) => keys.entries())
    .filter(([key]) => /^aws:PrincipalArn$/i.test(key))
    .flatMap(([, value]) => value.items());
}

function isEveryone(arn: Value): boolean {
  return arn.satisfies((text) => /^(?:\*+|arn:[^:]*:iam::\*:(?:\*|role\/\*))$/.test(text));
}
