import { defineRule, template } from '#kit';

export default defineRule({
  id: 'iam-inline-policy',
  title: 'Identity holds an inline policy',
  on: ['AWS::IAM::Role', 'AWS::IAM::Group'],
  severity: 'low',
  category: 'organisation',
  profile: 'strict',
  aspect: 'identity-access',
  peers: { guard: ['IAM_NO_INLINE_POLICY_CHECK'], cdk_nag: ['IAMNoInlinePolicy'], kics: ['a58d1a2d'] },
  controls: { 'nist-800-53-r5': ['AC-6'] },
  why: 'Inline policies are not versioned, not shared and easily overlooked in a review of policies. In a template they are as visible as anything else, so this is a matter of house style.',
  remedy: 'Move the policy into an AWS::IAM::ManagedPolicy.',
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-vs-inline.html'],
  check(identity, report) {
    const policies = identity.get('Policies');
    if (policies.items().length > 0) report(policies, `${identity.logicalId} holds its policies inline`);
  },
  examples: [
    {
      bad: template`
        Resources:
          App:
            Type: AWS::IAM::Group
            Properties:
              Policies:
            # ^^^^^^^^
                - {PolicyName: read, PolicyDocument: {Statement: {Effect: Allow, Action: 's3:ListBucket', Resource: 'arn:aws:s3:::a'}}}
      `,
    },
    {
      name: 'in development',
      when: 'IsDev is true',
      bad: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsDev: !Equals [!Ref Env, dev]
        Resources:
          App:
            Type: AWS::IAM::Group
            Properties:
              Policies: !If [IsDev, [{PolicyName: read, PolicyDocument: {}}], !Ref AWS::NoValue]
            # ^^^^^^^^
      `,
    },
    {
      name: 'the list comes from a macro',
      silent: template`
        Resources:
          App:
            Type: AWS::IAM::Group
            Properties:
              Policies: {'Fn::Transform': {Name: Policies}}
      `,
    },
  ],
});
