import { defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'iam-user-password-reset',
  title: 'IAM user keeps the first password',
  on: 'AWS::IAM::User',
  severity: 'low',
  category: 'access-control',
  profile: 'recommended',
  aspect: 'account-credentials',
  peers: { cfn_nag: ['W50'], guard: ['IAM_USER_LOGIN_PROFILE_PASSWORD_RESET_RULE'], kics: ['a964d6e3'] },
  controls: { 'nist-800-53-r5': ['IA-5(1)'], 'pci-dss-4': ['8.3.5'] },
  why: 'Whoever made the user knows the first password until its owner has to choose another one.',
  remedy: 'Set PasswordResetRequired to true.',
  references: [
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-iam-user-loginprofile.html',
  ],
  check(user, report) {
    const reset = user.get('LoginProfile.PasswordResetRequired');
    if (!user.get('LoginProfile').isMap || !reset.isNot(true)) return;
    report(reset, `${user.logicalId} need not choose a password of its own`, {
      fixes: () => [fix('Ask for a new password at the first sign-in', 'safe', set(reset, true))],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Ada:
            Type: AWS::IAM::User
            Properties:
              LoginProfile:
            # ^^^^^^^^^^^^
                Password: '{{resolve:secretsmanager:ada}}'
      `,
      good: template`
        Resources:
          Ada:
            Type: AWS::IAM::User
            Properties:
              LoginProfile:
                Password: '{{resolve:secretsmanager:ada}}'
                PasswordResetRequired: true
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
          Ada:
            Type: AWS::IAM::User
            Properties:
              LoginProfile:
                Password: '{{resolve:secretsmanager:ada}}'
                PasswordResetRequired: !If [IsDev, false, true]
                                                 # ^^^^^
      `,
      good: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsDev: !Equals [!Ref Env, dev]
        Resources:
          Ada:
            Type: AWS::IAM::User
            Properties:
              LoginProfile:
                Password: '{{resolve:secretsmanager:ada}}'
                PasswordResetRequired: !If [IsDev, true, true]
      `,
    },
    {
      name: 'the answer is a parameter without default',
      silent: template`
        Parameters:
          Reset: {Type: String}
        Resources:
          Ada:
            Type: AWS::IAM::User
            Properties:
              LoginProfile:
                Password: '{{resolve:secretsmanager:ada}}'
                PasswordResetRequired: !Ref Reset
      `,
    },
    {
      name: 'a user who does not sign in to the console',
      silent: template`
        Resources:
          Ada:
            Type: AWS::IAM::User
      `,
    },
  ],
});
