import { defineRule, grants, IDENTITY_POLICY_TYPES, identityPolicyDocuments, statementsOf, template } from '#kit';

export default defineRule({
  id: 'iam-policy-partial-wildcard',
  title: 'IAM policy holds a wildcard',
  on: IDENTITY_POLICY_TYPES,
  severity: 'low',
  category: 'access-control',
  profile: 'strict',
  aspect: 'identity-access',
  peers: { trivy: ['AWS-0057', 'AWS-0346'], cdk_nag: ['IAMNoWildcardPermissions', 'AwsSolutions-IAM5'] },
  controls: { 'nist-800-53-r5': ['AC-6'] },
  why: 'A pattern of actions grows when AWS adds actions, and a pattern of resources when the account does. Often that is meant; it is worth a look.',
  remedy: 'List actions and resources, or suppress the finding with the reason why a pattern is meant.',
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html'],
  check(identity, report) {
    for (const statement of identityPolicyDocuments(identity).flatMap(statementsOf)) {
      if (!grants(statement)) continue;
      // The whole of a service, and every resource, are other findings.
      const action = statement.actions.find((each) =>
        each.satisfies((text) => /^[a-z0-9-]+:[^*?]+[*?]|:\*[^*]/i.test(text)),
      );
      const resource = statement.resources.find((each) => /^.*[^*:].*[*]/.test(each.pattern() ?? ''));
      const culprit = action ?? resource;
      if (culprit) report(culprit, `${identity.logicalId} allows what fits the pattern ${culprit.pattern()}`);
    }
  },
  examples: [
    {
      bad: template`
        Resources:
          App:
            Type: AWS::IAM::ManagedPolicy
            Properties:
              PolicyDocument:
                Statement:
                  - Effect: Allow
                    Action: s3:Get*
                          # ^^^^^^^
                    Resource: arn:aws:s3:::releases/public.zip
      `,
    },
    {
      name: 'a pattern of resources',
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          App:
            Type: AWS::IAM::ManagedPolicy
            Properties:
              PolicyDocument:
                Statement:
                  - {Effect: Allow, Action: 's3:GetObject', Resource: !If [IsProd, 'arn:aws:s3:::a/b', 'arn:aws:s3:::releases/*']}
                                                                                                     # ^^^^^^^^^^^^^^^^^^^^^^^^^
      `,
    },
    {
      name: 'a denial may be as wide as it likes',
      silent: template`
        Resources:
          App:
            Type: AWS::IAM::ManagedPolicy
            Properties:
              PolicyDocument:
                Statement:
                  - {Effect: Deny, Action: 's3:Delete*', Resource: '*'}
      `,
    },
    {
      name: 'actions and resources are parameters without default',
      silent: template`
        Parameters:
          Action: {Type: String}
        Resources:
          App:
            Type: AWS::IAM::ManagedPolicy
            Properties:
              PolicyDocument:
                Statement:
                  - {Effect: Allow, Action: !Ref Action, Resource: !Ref Action}
      `,
    },
  ],
});
