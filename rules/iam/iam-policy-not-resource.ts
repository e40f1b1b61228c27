import {
  defineRule,
  grants,
  IDENTITY_POLICY_TYPES,
  identityPoliciesOf,
  removeStatement,
  statementsOf,
  template,
} from '#kit';

export default defineRule({
  id: 'iam-policy-not-resource',
  title: 'IAM policy reaches all resources but some',
  on: IDENTITY_POLICY_TYPES,
  severity: 'high',
  category: 'access-control',
  profile: 'recommended',
  aspect: 'identity-access',
  peers: { cfn_nag: ['W21', 'W22', 'W23'], guard: ['IAM_ROLE_OR_POLICY_NO_ALLOW_PLUS_NOT_RESOURCE'] },
  controls: { 'nist-800-53-r5': ['AC-6'] },
  why: 'NotResource with Allow reaches everything that is not listed, including what is made tomorrow and what belongs to others.',
  remedy: 'List the resources in Resource; to protect some, deny them in a statement of their own.',
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notresource.html'],
  check(identity, report) {
    for (const policy of identityPoliciesOf(identity)) {
      for (const statement of statementsOf(policy.document)) {
        const notResource = statement.value.get('NotResource');
        if (!grants(statement) || !notResource.isGiven) continue;
        report(notResource, `${identity.logicalId} reaches every resource that NotResource does not list`, {
          fixes: () => [removeStatement(policy, statement)],
        });
      }
    }
  },
  examples: [
    {
      bad: template`
        Resources:
          Power:
            Type: AWS::IAM::ManagedPolicy
            Properties:
              PolicyDocument:
                Version: '2012-10-17'
                Statement:
                  - Effect: Allow
                    Action: s3:ListAllMyBuckets
                    Resource: '*'
                  - Effect: Allow
                    Action: s3:GetObject
                    NotResource: arn:aws:s3:::payroll/*
                               # ^^^^^^^^^^^^^^^^^^^^^^
      `,
      good: template`
        Resources:
          Power:
            Type: AWS::IAM::ManagedPolicy
            Properties:
              PolicyDocument:
                Version: '2012-10-17'
                Statement:
                  - Effect: Allow
                    Action: s3:ListAllMyBuckets
                    Resource: '*'
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
          Power:
            Type: AWS::IAM::ManagedPolicy
            Properties:
              PolicyDocument:
                Statement:
                  - {Effect: !If [IsDev, Allow, Deny], Action: 's3:*', NotResource: ['arn:aws:s3:::a', 'arn:aws:s3:::b']}
                                                                     # ^^^^^^^^^^^
      `,
    },
    {
      name: 'a denial of all but some',
      silent: template`
        Resources:
          Power:
            Type: AWS::IAM::ManagedPolicy
            Properties:
              PolicyDocument:
                Statement:
                  - {Effect: Deny, Action: 's3:*', NotResource: 'arn:aws:s3:::a'}
      `,
    },
    {
      name: 'the effect is a parameter without default',
      silent: template`
        Parameters:
          Effect: {Type: String}
        Resources:
          Power:
            Type: AWS::IAM::ManagedPolicy
            Properties:
              PolicyDocument:
                Statement:
                  - {Effect: !Ref Effect, Action: 's3:*', NotResource: 'arn:aws:s3:::a'}
      `,
    },
  ],
});
