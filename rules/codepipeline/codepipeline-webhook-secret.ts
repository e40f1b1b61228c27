import { defineRule, hideSecret, secretExposure, secretInPlainSight, secretSource, template } from '#kit';

export default defineRule({
  id: 'codepipeline-webhook-secret',
  title: 'Secret of a webhook stands in the template',
  on: 'AWS::CodePipeline::Webhook',
  severity: 'high',
  category: 'secrets',
  profile: 'essential',
  aspect: 'keys-secrets',
  peers: { cfn_nag: ['F69'] },
  controls: { 'nist-800-53-r5': ['IA-5(7)'] },
  why: 'Whoever knows the secret can start the pipeline in the name of the repository.',
  remedy: 'Refer to a secret of Secrets Manager, or pass it in a parameter with NoEcho.',
  references: [
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-codepipeline-webhook.html',
  ],
  check(webhook, report) {
    const token = webhook.get('AuthenticationConfiguration.SecretToken');
    const exposure = secretExposure(token, webhook.template);
    if (!exposure) return;
    report(token, `The secret of ${webhook.logicalId} ${secretInPlainSight(exposure)}`, {
      related: secretSource(exposure),
      fixes: () =>
        hideSecret(
          {
            of: webhook,
            value: token,
            name: 'Secret',
            description: `Secret of the webhook ${webhook.logicalId}`,
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
          Push:
            Type: AWS::CodePipeline::Webhook
            Properties:
              Authentication: GITHUB_HMAC
              AuthenticationConfiguration:
                SecretToken: correct-horse-7
                           # ^^^^^^^^^^^^^^^
      `,
      good: template`
        Resources:
          Push:
            Type: AWS::CodePipeline::Webhook
            Properties:
              Authentication: GITHUB_HMAC
              AuthenticationConfiguration:
                SecretToken: !Sub '{{resolve:secretsmanager:\${PushSecret}}}'
          PushSecret:
            Type: AWS::SecretsManager::Secret
            DeletionPolicy: Retain
            UpdateReplacePolicy: Retain
            Properties:
              Description: Secret of the webhook Push
              GenerateSecretString:
                PasswordLength: 32
                ExcludePunctuation: true
      `,
    },
    {
      name: 'in development',
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Push:
            Type: AWS::CodePipeline::Webhook
            Properties:
              AuthenticationConfiguration:
                SecretToken: !If [IsProd, '{{resolve:secretsmanager:push}}', correct-horse-7]
                                                                           # ^^^^^^^^^^^^^^^
      `,
    },
    {
      name: 'a hidden parameter without default',
      silent: template`
        Parameters:
          Token: {Type: String, NoEcho: true}
        Resources:
          Push:
            Type: AWS::CodePipeline::Webhook
            Properties: {AuthenticationConfiguration: {SecretToken: !Ref Token}}
      `,
    },
  ],
});
