import { defineRule, fix, grants, remove, set, statementsOf, template } from '#kit';

export default defineRule({
  id: 'iam-role-trust-not-principal',
  title: 'Trust policy of a role lets in everyone but some',
  on: 'AWS::IAM::Role',
  severity: 'critical',
  category: 'access-control',
  profile: 'essential',
  aspect: 'identity-access',
  peers: { cfn_nag: ['F6'], guard: ['IAM_ROLE_NO_ALLOW_PLUS_NOT_PRINCIPAL'] },
  controls: { 'nist-800-53-r5': ['AC-3', 'AC-6'] },
  why: 'NotPrincipal with Allow admits everyone who is not listed, in every account of the world, anonymous callers included.',
  remedy: 'Name those who may take the role in Principal.',
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html'],
  check(role, report) {
    for (const statement of statementsOf(role.get('AssumeRolePolicyDocument'))) {
      const notPrincipal = statement.value.get('NotPrincipal');
      if (!grants(statement) || !notPrincipal.isGiven) continue;
      const account = { AWS: { 'Fn::Sub': 'arn:${AWS::Partition}:iam::${AWS::AccountId}:root' } };
      report(notPrincipal, `${role.logicalId} can be assumed by everyone whom NotPrincipal does not list`, {
        fixes: () => [
          fix(
            'Trust this account only',
            'behaviour',
            set(statement.value.get('Principal'), account),
            remove(notPrincipal),
          ),
        ],
      });
    }
  },
  examples: [
    {
      bad: template`
        Resources:
          App:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument:
                Version: '2012-10-17'
                Statement:
                  - Effect: Allow
                    NotPrincipal: {AWS: 'arn:aws:iam::123456789012:user/mallory'}
                  # ^^^^^^^^^^^^
                    Action: sts:AssumeRole
      `,
      good: template`
        Resources:
          App:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument:
                Version: '2012-10-17'
                Statement:
                  - Effect: Allow
                    Action: sts:AssumeRole
                    Principal:
                      AWS: !Sub 'arn:\${AWS::Partition}:iam::\${AWS::AccountId}:root'
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
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument:
                Statement:
                  - {Effect: !If [IsDev, Allow, Deny], NotPrincipal: {AWS: '123456789012'}, Action: 'sts:AssumeRole'}
                                                     # ^^^^^^^^^^^^
      `,
    },
    {
      name: 'a denial of all but some',
      silent: template`
        Resources:
          App:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument:
                Statement:
                  - {Effect: Deny, NotPrincipal: {AWS: '123456789012'}, Action: 'sts:AssumeRole'}
      `,
    },
    {
      name: 'the effect is a parameter without default',
      silent: template`
        Parameters:
          Effect: {Type: String}
        Resources:
          App:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument:
                Statement:
                  - {Effect: !Ref Effect, NotPrincipal: {AWS: '123456789012'}, Action: 'sts:AssumeRole'}
      `,
    },
  ],
});
