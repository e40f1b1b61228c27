import { addParameter, defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'organizations-policy-unattached',
  title: 'Organization policy is attached to nothing',
  on: 'AWS::Organizations::Policy',
  severity: 'low',
  category: 'access-control',
  profile: 'strict',
  aspect: 'identity-access',
  peers: {},
  controls: { 'nist-800-53-r5': ['AC-3', 'AC-6'] },
  why: 'A policy binds the roots, units and accounts it is attached to; without any it is only a text.',
  remedy: 'Name the root, organizational unit or account in TargetIds.',
  references: ['https://docs.aws.amazon.com/organizations/latest/userguide/orgs_policies_attach.html'],
  check(policy, report) {
    const targets = policy.get('TargetIds');
    if (!targets.isAbsent) return;
    report(targets, `${policy.logicalId} is attached to nothing`, {
      fixes: [
        fix(
          'Attach it to what a parameter names',
          'behaviour',
          set(targets, [{ Ref: 'PolicyTargetId' }]),
          addParameter('PolicyTargetId', {
            Type: 'String',
            Description: 'The root, organizational unit or account that the policy binds',
            AllowedPattern: '^(r-[0-9a-z]{4,32}|[0-9]{12}|ou-[0-9a-z]{4,32}-[a-z0-9]{8,32})$',
          }),
        ),
      ],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Guardrail:
        # ^^^^^^^^^
            Type: AWS::Organizations::Policy
            Properties:
              Name: guardrail
              Type: SERVICE_CONTROL_POLICY
              Content: {}
      `,
      good: template`
        Parameters:
          PolicyTargetId:
            Type: String
            Description: The root, organizational unit or account that the policy binds
            AllowedPattern: '^(r-[0-9a-z]{4,32}|[0-9]{12}|ou-[0-9a-z]{4,32}-[a-z0-9]{8,32})$'
        Resources:
          Guardrail:
            Type: AWS::Organizations::Policy
            Properties:
              Name: guardrail
              Type: SERVICE_CONTROL_POLICY
              Content: {}
              TargetIds:
                - !Ref PolicyTargetId
      `,
    },
    {
      when: 'HasTarget is false',
      bad: template`
        Parameters:
          Target: {Type: String}
        Conditions:
          HasTarget: !Not [!Equals [!Ref Target, '']]
        Resources:
          Guardrail:
            Type: AWS::Organizations::Policy
            Properties:
              Name: guardrail
              Type: TAG_POLICY
              Content: {}
              TargetIds: !If [HasTarget, [!Ref Target], !Ref AWS::NoValue]
            # ^^^^^^^^^
      `,
    },
    {
      name: 'targets that are chosen at deployment',
      silent: template`
        Parameters:
          Targets: {Type: CommaDelimitedList}
        Resources:
          Guardrail:
            Type: AWS::Organizations::Policy
            Properties:
              Name: guardrail
              Type: SERVICE_CONTROL_POLICY
              Content: {}
              TargetIds: !Ref Targets
      `,
    },
  ],
});
