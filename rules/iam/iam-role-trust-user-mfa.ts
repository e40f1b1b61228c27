import { defineRule, fix, grants, type Principal, set, statementsOf, template, type Value } from '#kit';

export default defineRule({
  id: 'iam-role-trust-user-mfa',
  title: 'IAM role is given to a user without a second factor',
  on: 'AWS::IAM::Role',
  severity: 'low',
  category: 'access-control',
  profile: 'strict',
  aspect: 'account-credentials',
  peers: {},
  controls: { 'nist-800-53-r5': ['IA-2(1)'] },
  why: 'A user’s access key, once leaked, is all it takes to become the role. With aws:MultiFactorAuthPresent in the trust policy the finder lacks the device; users of machines, which have none, are better off as roles themselves.',
  remedy: 'Demand aws:MultiFactorAuthPresent where people assume the role.',
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_configure-api-require.html'],
  check(role, report) {
    for (const statement of statementsOf(role.get('AssumeRolePolicyDocument'))) {
      if (!grants(statement) || mayAskForDevice(statement.condition)) continue;
      const user = statement.principals.find(isUser);
      if (!user) continue;
      report(user.value, `${role.logicalId} is given to a user without a second factor`, {
        fixes: () => [
          fix(
            'Demand a second factor',
            'behaviour',
            set(statement.condition.get('Bool').get('aws:MultiFactorAuthPresent'), true),
          ),
        ],
      });
    }
  },
  examples: [
    {
      bad: template`
        Resources:
          Operator:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument:
                Version: '2012-10-17'
                Statement:
                  - Effect: Allow
                    Principal:
                      AWS: arn:aws:iam::123456789012:user/ada
                         # ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                    Action: sts:AssumeRole
      `,
      good: template`
        Resources:
          Operator:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument:
                Version: '2012-10-17'
                Statement:
                  - Effect: Allow
                    Principal:
                      AWS: arn:aws:iam::123456789012:user/ada
                    Action: sts:AssumeRole
                    Condition:
                      Bool:
                        aws:MultiFactorAuthPresent: true
      `,
    },
    {
      name: 'a user of the template, outside production',
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Ada:
            Type: AWS::IAM::User
          Operator:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument:
                Statement:
                  - Effect: Allow
                    Principal: {AWS: !GetAtt Ada.Arn}
                                   # ^^^^^^^^^^^^^^^
                    Action: sts:AssumeRole
                    Condition: !If [IsProd, {Bool: {aws:MultiFactorAuthPresent: true}}, !Ref AWS::NoValue]
      `,
    },
    {
      name: 'a role has no device',
      silent: template`
        Resources:
          Operator:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument:
                Statement:
                  - Effect: Allow
                    Principal: {AWS: arn:aws:iam::123456789012:role/build}
                    Action: sts:AssumeRole
      `,
    },
    {
      name: 'a principal without default is unknown',
      silent: template`
        Parameters:
          Who: {Type: String}
        Resources:
          Operator:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument:
                Statement:
                  - Effect: Allow
                    Principal: {AWS: !Ref Who}
                    Action: sts:AssumeRole
      `,
    },
  ],
});

function isUser({ kind, value }: Principal): boolean {
  if (kind !== 'AWS') return false;
  const target = value.target()?.resource;
  return target ? target.type === 'AWS::IAM::User' : /:iam::[^:]*:user\//.test(value.pattern() ?? '');
}

function mayAskForDevice(condition: Value): boolean {
  if (condition.isUnknown || condition.isOpen) return true;
  return condition.entries().some(([, keys]) => keys.isOpen || keys.entries().some(([key]) => FACTOR.test(key)));
}

const FACTOR = /^aws:MultiFactorAuth/i;
