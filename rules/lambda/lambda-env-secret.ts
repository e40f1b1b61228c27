import { defineRule, hideSecret, parameterOf, secretSetting, template } from '#kit';

export default defineRule({
  id: 'lambda-env-secret',
  title: 'Secret stands in the environment of a function',
  on: 'AWS::Lambda::Function',
  severity: 'critical',
  category: 'secrets',
  profile: 'essential',
  aspect: 'keys-secrets',
  peers: { checkov: ['CKV_AWS_45'], kics: ['2564172f'] },
  controls: { 'nist-800-53-r5': ['IA-5(7)', 'SC-28'], 'pci-dss-4': ['8.6.2'] },
  why: 'Everyone who reads the repository, or may look at the function, reads its environment; a key that stands there is seldom changed.',
  remedy:
    'Give the function the ARN of a secret and let it read the secret at run time; for AWS itself it has its role.',
  references: [
    'https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html',
    'https://docs.aws.amazon.com/lambda/latest/dg/with-secrets-manager.html',
  ],
  check(fn, report) {
    for (const [name, value] of fn.get('Environment.Variables').entries()) {
      const secret = secretSetting(name, value);
      if (!secret) continue;
      const parameter = parameterOf(value, fn.template);
      report(value, `${name} of ${fn.logicalId} is ${secret} in clear text`, {
        fixes: () =>
          hideSecret(
            { of: fn, value, name: 'Secret', description: `${name} of ${fn.logicalId}`, isOwn: false },
            parameter ? { kind: 'default', parameter } : { kind: 'literal' },
          ),
      });
    }
  },
  examples: [
    {
      bad: template`
        Resources:
          Api:
            Type: AWS::Lambda::Function
            Properties:
              Environment:
                Variables:
                  TABLE: orders
                  DB_PASSWORD: correct-horse-7
                             # ^^^^^^^^^^^^^^^
      `,
      good: template`
        Parameters:
          ApiSecret:
            Type: String
            NoEcho: true
            Description: DB_PASSWORD of Api
        Resources:
          Api:
            Type: AWS::Lambda::Function
            Properties:
              Environment:
                Variables:
                  TABLE: orders
                  DB_PASSWORD: !Ref ApiSecret
      `,
    },
    {
      name: 'a key of AWS, in development',
      when: 'IsDev is true',
      bad: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsDev: !Equals [!Ref Env, dev]
        Resources:
          Api:
            Type: AWS::Serverless::Function
            Properties:
              Environment:
                Variables:
                  KEY: !If [IsDev, AKIAIOSFODNN7EXAMPLE, none]
                                 # ^^^^^^^^^^^^^^^^^^^^
      `,
    },
    {
      name: 'about secrets, and read from where they are kept',
      silent: template`
        Resources:
          Api:
            Type: AWS::Lambda::Function
            Properties:
              Environment:
                Variables:
                  SECRET_ARN: arn:aws:secretsmanager:eu-west-1:123456789012:secret:db
                  TOKEN_TTL: '3600'
                  API_KEY: '{{resolve:secretsmanager:api:SecretString:key}}'
      `,
    },
    {
      name: 'the value is a parameter without default',
      silent: template`
        Parameters:
          Password: {Type: String, NoEcho: true}
        Resources:
          Api:
            Type: AWS::Lambda::Function
            Properties:
              Environment: {Variables: {DB_PASSWORD: !Ref Password}}
      `,
    },
  ],
});
