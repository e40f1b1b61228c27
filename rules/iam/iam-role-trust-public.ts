import { anyAccount, defineRule, fix, grants, mayLimitCallers, set, statementsOf, template } from '#kit';

export default defineRule({
  id: 'iam-role-trust-public',
  title: 'IAM role can be assumed by anyone',
  on: 'AWS::IAM::Role',
  severity: 'critical',
  category: 'access-control',
  profile: 'essential',
  aspect: 'identity-access',
  peers: { checkov: ['CKV_AWS_60'], kics: ['f80e3aa7'] },
  controls: { 'nist-800-53-r5': ['AC-3', 'AC-6'] },
  why: 'A trust policy with the principal * lets every AWS account in the world take the role, with all that it may do.',
  remedy:
    'Name the service, role or account that needs the role; for other accounts add an aws:PrincipalOrgID or sts:ExternalId condition.',
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html'],
  check(role, report) {
    for (const statement of statementsOf(role.get('AssumeRolePolicyDocument'))) {
      const anyone = grants(statement) ? statement.principals.find(anyAccount) : undefined;
      if (!anyone || mayLimitCallers(statement.condition)) continue;
      const account = { 'Fn::Sub': 'arn:${AWS::Partition}:iam::${AWS::AccountId}:root' };
      report(anyone.value, `${role.logicalId} can be assumed by every AWS account`, {
        fixes: () => [
          fix(
            'Trust this account only (ends access from elsewhere)',
            'behaviour',
            set(anyone.value, anyone.kind === '*' ? { AWS: account } : account),
          ),
        ],
      });
    }
  },
  examples: [
    {
      bad: template`
        Resources:
          Reader:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument:
                Statement:
                  - Effect: Allow
                    Principal:
                      AWS: '*'
                         # ^^^
                    Action: sts:AssumeRole
      `,
      good: template`
        Resources:
          Reader:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument:
                Statement:
                  - Effect: Allow
                    Principal:
                      AWS: !Sub 'arn:\${AWS::Partition}:iam::\${AWS::AccountId}:root'
                    Action: sts:AssumeRole
      `,
    },
    {
      name: 'a bare star',
      bad: template`
        Resources:
          Reader:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument:
                Statement:
                  - Effect: Allow
                    Principal: '*'
                             # ^^^
                    Action: sts:AssumeRole
      `,
      good: template`
        Resources:
          Reader:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument:
                Statement:
                  - Effect: Allow
                    Principal:
                      AWS: !Sub 'arn:\${AWS::Partition}:iam::\${AWS::AccountId}:root'
                    Action: sts:AssumeRole
      `,
    },
    {
      name: 'open in one branch',
      when: 'Shared is true',
      bad: template`
        Parameters:
          Sharing:
            Type: String
            AllowedValues: [none, all]
        Conditions:
          Shared: !Equals [!Ref Sharing, all]
        Resources:
          Reader:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument:
                Statement:
                  - Effect: Allow
                    Principal:
                      AWS: !If [Shared, '*', !Ref AWS::AccountId]
                                      # ^^^
                    Action: sts:AssumeRole
      `,
    },
    {
      name: 'a condition keeps other organisations out',
      silent: template`
        Resources:
          Reader:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument:
                Statement:
                  - Effect: Allow
                    Principal: '*'
                    Action: sts:AssumeRole
                    Condition:
                      StringEquals:
                        aws:PrincipalOrgID: o-a1b2c3d4e5
      `,
    },
    {
      name: 'the principal comes from a parameter without default',
      silent: template`
        Parameters:
          Trusted:
            Type: String
        Resources:
          Reader:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument:
                Statement:
                  - Effect: Allow
                    Principal:
                      AWS: !Ref Trusted
                    Action: sts:AssumeRole
      `,
    },
  ],
});
