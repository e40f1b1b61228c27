import { addParameter, defineRule, fix, grants, readText, set, statementsOf, template } from '#kit';

export default defineRule({
  id: 'iam-role-trust-account',
  title: 'IAM role trusts a whole account',
  on: 'AWS::IAM::Role',
  severity: 'medium',
  category: 'access-control',
  profile: 'recommended',
  aspect: 'identity-access',
  peers: { checkov: ['CKV_AWS_61'], kics: ['e835bd0d', '85138beb'] },
  controls: { 'nist-800-53-r5': ['AC-3', 'AC-6'] },
  why: 'Trusting an account means every identity in it that its administrators let assume roles, now and later. For another account, without an external id or a second factor, anyone who tricks it into asking gets in.',
  remedy:
    'Name the role that needs this one, or add a condition on sts:ExternalId, aws:PrincipalArn or aws:PrincipalOrgID.',
  references: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_common-scenarios_third-party.html',
  ],
  check(role, report) {
    for (const statement of statementsOf(role.get('AssumeRolePolicyDocument'))) {
      if (!grants(statement) || !statement.condition.isAbsent) continue;
      for (const { kind, value } of statement.principals) {
        const trusted =
          kind === 'AWS'
            ? /^(?:arn:[^:]*:iam::)?(\d{12}|\$\{AWS::AccountId\})(?::root)?$/.exec(readText(value) ?? '')?.[1]
            : undefined;
        if (!trusted) continue;
        const isForeign = trusted !== '${AWS::AccountId}';
        const who = isForeign ? `account ${trusted}` : 'its own account';
        const external = statement.condition.get('StringEquals').get('sts:ExternalId');
        report(value, `${role.logicalId} can be assumed by all of ${who}`, {
          severity: isForeign ? 'medium' : 'low',
          peers: isForeign
            ? { checkov: ['CKV_AWS_61'], kics: ['e835bd0d', '85138beb'] }
            : { checkov: ['CKV_AWS_61'], kics: ['e835bd0d'] },
          fixes: () => [
            isForeign
              ? fix(
                  'Demand an external id that whoever deploys agrees on with the other account',
                  'behaviour',
                  set(external, { Ref: 'ExternalId' }),
                  addParameter('ExternalId', EXTERNAL_ID),
                )
              : undefined,
          ],
        });
      }
    }
  },
  examples: [
    {
      bad: template`
        Resources:
          Audit:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument:
                Version: '2012-10-17'
                Statement:
                  - Effect: Allow
                    Principal:
                      AWS: arn:aws:iam::123456789012:root
                         # ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                    Action: sts:AssumeRole
      `,
      good: template`
        Parameters:
          ExternalId:
            Type: String
            Description: The external id that the other account sends when it assumes the role
            MinLength: 2
            AllowedPattern: '[A-Za-z0-9+=,.@:/-]+'
        Resources:
          Audit:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument:
                Version: '2012-10-17'
                Statement:
                  - Effect: Allow
                    Principal:
                      AWS: arn:aws:iam::123456789012:root
                    Action: sts:AssumeRole
                    Condition:
                      StringEquals:
                        sts:ExternalId: !Ref ExternalId
      `,
    },
    {
      name: 'its own account, in development',
      when: 'IsDev is true',
      bad: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsDev: !Equals [!Ref Env, dev]
        Resources:
          Audit:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument:
                Statement:
                  - Effect: Allow
                    Principal:
                      AWS: !If [IsDev, !Sub 'arn:aws:iam::\${AWS::AccountId}:root', 'arn:aws:iam::123456789012:role/deploy']
                                     # ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                    Action: sts:AssumeRole
      `,
    },
    {
      name: 'a condition says more',
      silent: template`
        Resources:
          Audit:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument:
                Statement:
                  - Effect: Allow
                    Principal: {AWS: '123456789012'}
                    Action: sts:AssumeRole
                    Condition: {StringEquals: {'sts:ExternalId': audit-7}}
      `,
    },
    {
      name: 'the account is a parameter without default',
      silent: template`
        Parameters:
          Auditor: {Type: String}
        Resources:
          Audit:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument:
                Statement:
                  - Effect: Allow
                    Principal: {AWS: !Ref Auditor}
                    Action: sts:AssumeRole
      `,
    },
  ],
});

const EXTERNAL_ID = {
  Type: 'String',
  Description: 'The external id that the other account sends when it assumes the role',
  MinLength: 2,
  AllowedPattern: '[A-Za-z0-9+=,.@:/-]+',
};
