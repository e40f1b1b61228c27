import { defineRule, hideSecret, secretExposure, secretInPlainSight, secretSource, template } from '#kit';

export default defineRule({
  id: 'iam-user-login-password',
  title: 'Password of an IAM user stands in the template',
  on: 'AWS::IAM::User',
  severity: 'critical',
  category: 'secrets',
  profile: 'essential',
  aspect: 'account-credentials',
  peers: {
    cfn_nag: ['F51'],
    guard: [
      'IAM_USER_LOGIN_PROFILE_USES_SECURE_PARAMETER',
      'IAM_USER_LOGIN_PROFILE_USES_SECURE_SERVICE',
      'IAM_USER_LOGIN_PROFILE_NO_PLAINTEXT_PASSWORD',
    ],
    kics: ['06adef8c', 'b1b20ae3'],
  },
  controls: { 'nist-800-53-r5': ['IA-5(7)'], 'pci-dss-4': ['8.6.2'] },
  why: 'Everyone who reads the repository, the stack or its change sets can sign in to the console as this user.',
  remedy:
    'Have a generated secret for the first password and ask for a new one; better still, let people in through IAM Identity Center.',
  references: [
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-iam-user-loginprofile.html',
  ],
  check(user, report) {
    const password = user.get('LoginProfile.Password');
    const exposure = secretExposure(password, user.template);
    if (!exposure) return;
    report(password, `The console password of ${user.logicalId} ${secretInPlainSight(exposure)}`, {
      related: secretSource(exposure),
      severity: exposure.kind === 'echo' ? 'high' : 'critical',
      fixes: () =>
        hideSecret(
          {
            of: user,
            value: password,
            name: 'Password',
            description: `First console password of ${user.logicalId}`,
            isOwn: true,
          },
          exposure,
        ),
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
                Password: correct-Horse-7
                        # ^^^^^^^^^^^^^^^
                PasswordResetRequired: true
      `,
      good: template`
        Resources:
          Ada:
            Type: AWS::IAM::User
            Properties:
              LoginProfile:
                Password: !Sub '{{resolve:secretsmanager:\${AdaPassword}}}'
                PasswordResetRequired: true
          AdaPassword:
            Type: AWS::SecretsManager::Secret
            DeletionPolicy: Retain
            UpdateReplacePolicy: Retain
            Properties:
              Description: First console password of Ada
              GenerateSecretString:
                PasswordLength: 32
                ExcludePunctuation: true
      `,
    },
    {
      name: 'a parameter that shows its value',
      bad: template`
        Parameters:
          Password: {Type: String}
        Resources:
          Ada:
            Type: AWS::IAM::User
            Properties:
              LoginProfile:
                Password: !Ref Password
                        # ^^^^^^^^^^^^^
      `,
      good: template`
        Parameters:
          Password: {Type: String, NoEcho: true}
        Resources:
          Ada:
            Type: AWS::IAM::User
            Properties:
              LoginProfile:
                Password: !Ref Password
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
                Password: !If [IsDev, correct-Horse-7, '{{resolve:secretsmanager:ada}}']
                                    # ^^^^^^^^^^^^^^^
      `,
    },
    {
      name: 'a hidden parameter without default',
      silent: template`
        Parameters:
          Password: {Type: String, NoEcho: true}
        Resources:
          Ada:
            Type: AWS::IAM::User
            Properties:
              LoginProfile:
                Password: !Ref Password
      `,
    },
  ],
});
