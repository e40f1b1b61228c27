import {
  defineRule,
  type Fix,
  fix,
  IDENTITY_POLICY_TYPES,
  identityPolicyDocuments,
  remove,
  type Statement,
  set,
  statementsOf,
  template,
  type Value,
} from '#kit';

export default defineRule({
  id: 'iam-mfa-condition',
  title: 'Condition on a second factor does not hold for access keys',
  on: IDENTITY_POLICY_TYPES,
  severity: 'medium',
  category: 'access-control',
  profile: 'recommended',
  aspect: 'account-credentials',
  peers: {},
  controls: { 'nist-800-53-r5': ['IA-2(1)', 'IA-2(2)'] },
  why: 'Requests signed with long-term access keys carry no aws:MultiFactorAuthPresent at all. An Allow with BoolIfExists lets them through, and a Deny with Bool does not apply to them: the stolen key is just what the second factor was for.',
  remedy: 'Write Bool with true in an Allow, and BoolIfExists with false in a Deny.',
  references: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_configure-api-require.html',
  ],
  check(identity, report) {
    for (const document of [...identityPolicyDocuments(identity), identity.get('AssumeRolePolicyDocument')]) {
      const statements = statementsOf(document);
      if (statements.some(asksWhetherPresent)) continue;
      for (const { effect, condition } of statements) {
        const isAllow = effect.is('Allow');
        if (!isAllow && !effect.is('Deny')) continue;
        const wrong = isAllow ? 'BoolIfExists' : 'Bool';
        const test = condition.get(wrong).get(KEY);
        if (!test.is(isAllow)) continue;
        const message = isAllow
          ? 'lets access keys in without a second factor'
          : 'does not stop access keys without a second factor';
        report(test, `A condition of ${identity.logicalId} ${message}`, {
          fixes: () => [exchange(condition, wrong, isAllow ? 'Bool' : 'BoolIfExists', isAllow)],
        });
      }
    }
  },
  examples: [
    {
      bad: template`
        Resources:
          Admins:
            Type: AWS::IAM::ManagedPolicy
            Properties:
              PolicyDocument:
                Version: '2012-10-17'
                Statement:
                  - Effect: Deny
                    Action: ec2:TerminateInstances
                    Resource: '*'
                    Condition:
                      Bool:
                        aws:MultiFactorAuthPresent: false
                                                  # ^^^^^
      `,
      good: template`
        Resources:
          Admins:
            Type: AWS::IAM::ManagedPolicy
            Properties:
              PolicyDocument:
                Version: '2012-10-17'
                Statement:
                  - Effect: Deny
                    Action: ec2:TerminateInstances
                    Resource: '*'
                    Condition:
                      BoolIfExists:
                        aws:MultiFactorAuthPresent: false
      `,
    },
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
                    Principal: {AWS: 'arn:aws:iam::123456789012:user/ada'}
                    Action: sts:AssumeRole
                    Condition:
                      BoolIfExists:
                        aws:MultiFactorAuthPresent: 'true'
                                                  # ^^^^^^
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
                    Principal: {AWS: 'arn:aws:iam::123456789012:user/ada'}
                    Action: sts:AssumeRole
                    Condition:
                      Bool:
                        aws:MultiFactorAuthPresent: true
      `,
    },
    {
      name: 'in one branch',
      when: 'IsStrict is false',
      bad: template`
        Parameters:
          Mode: {Type: String, AllowedValues: [lax, strict]}
        Conditions:
          IsStrict: !Equals [!Ref Mode, strict]
        Resources:
          Admins:
            Type: AWS::IAM::ManagedPolicy
            Properties:
              PolicyDocument:
                Statement:
                  - Effect: Deny
                    Action: ec2:TerminateInstances
                    Resource: '*'
                    Condition: !If
                      - IsStrict
                      - BoolIfExists: {aws:MultiFactorAuthPresent: false}
                      - Bool: {aws:MultiFactorAuthPresent: false}
                                                         # ^^^^^
      `,
    },
    {
      name: 'a statement beside it denies requests that do not carry the key',
      silent: template`
        Resources:
          Admins:
            Type: AWS::IAM::ManagedPolicy
            Properties:
              PolicyDocument:
                Statement:
                  - Effect: Deny
                    Action: '*'
                    Resource: '*'
                    Condition: {Bool: {aws:MultiFactorAuthPresent: false}}
                  - Effect: Deny
                    Action: '*'
                    Resource: '*'
                    Condition: {'Null': {aws:MultiFactorAuthPresent: true}}
      `,
    },
    {
      name: 'what is compared is chosen at deployment',
      silent: template`
        Parameters:
          Needed: {Type: String}
        Resources:
          Admins:
            Type: AWS::IAM::ManagedPolicy
            Properties:
              PolicyDocument:
                Statement:
                  - Effect: Allow
                    Action: ec2:TerminateInstances
                    Resource: '*'
                    Condition: {BoolIfExists: {aws:MultiFactorAuthPresent: !Ref Needed}}
      `,
    },
  ],
});

const KEY = 'aws:MultiFactorAuthPresent';

/** The key, or the age that goes with it, is asked for by `Null`, which tells whether it is there at all. */
function asksWhetherPresent({ condition }: Statement): boolean {
  return condition
    .get('Null')
    .entries()
    .some(([key]) => /^aws:MultiFactorAuth/i.test(key));
}

function exchange(condition: Value, wrong: string, right: string, value: boolean): Fix | undefined {
  const isOnly = condition.get(wrong).entries().length === 1;
  return fix(
    `Use ${right} in place of ${wrong}`,
    'behaviour',
    remove(isOnly ? condition.get(wrong) : condition.get(wrong).get(KEY)),
    set(condition.get(right).get(KEY), value),
  );
}
