import { canBeSecret, defineRule, namesSecret, parameterOf, secretForm, template } from '#kit';

export default defineRule({
  id: 'ssm-parameter-secret',
  title: 'Secret is stored in a plain SSM parameter',
  on: 'AWS::SSM::Parameter',
  severity: 'high',
  category: 'secrets',
  profile: 'essential',
  aspect: 'keys-secrets',
  peers: { checkov: ['CKV_AWS_384'] },
  controls: { 'nist-800-53-r5': ['IA-5(7)', 'SC-28'], 'pci-dss-4': ['8.6.2'] },
  why: 'CloudFormation cannot make parameters of type SecureString: what it stores is neither encrypted nor kept from those who may read parameters, and a literal stands in the template as well.',
  remedy: 'Make an AWS::SecretsManager::Secret instead, with a generated value where you can.',
  references: [
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ssm-parameter.html',
  ],
  check(parameter, report) {
    const value = parameter.get('Value');
    const name = parameter.get('Name').pattern() ?? parameter.logicalId;
    const form = value.satisfies((text) => secretForm(text) !== undefined)
      ? secretForm(value.pattern() ?? '')
      : undefined;
    const isNamed =
      namesSecret(name.replace(/\$\{[^}]*\}/g, '')) &&
      value.satisfies(canBeSecret) &&
      value.dynamicReference === undefined;
    if (form || isNamed) {
      report(value, `${parameter.logicalId} stores ${form ?? 'a secret'} in clear text`, { severity: 'critical' });
      return;
    }
    const given = parameterOf(value, parameter.template);
    const isHidden =
      given?.noEcho || value.dynamicReference === 'secretsmanager' || value.dynamicReference === 'ssm-secure';
    if (isHidden) report(value, `${parameter.logicalId} stores in clear text what was kept secret elsewhere`);
  },
  examples: [
    {
      bad: template`
        Resources:
          Key:
            Type: AWS::SSM::Parameter
            Properties:
              Name: /shop/payment/api_key
              Type: String
              Value: 7d793037a0760186574b0282f2f435e7
                   # ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      `,
    },
    {
      name: 'a hidden parameter, in development',
      when: 'IsDev is true',
      bad: template`
        Parameters:
          Password: {Type: String, NoEcho: true}
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsDev: !Equals [!Ref Env, dev]
        Resources:
          Database:
            Type: AWS::SSM::Parameter
            Properties:
              Type: String
              Value: !If [IsDev, !Ref Password, none]
                               # ^^^^^^^^^^^^^
      `,
    },
    {
      name: 'where the secret is',
      silent: template`
        Resources:
          Key:
            Type: AWS::SSM::Parameter
            Properties: {Name: /shop/secret-arn, Type: String, Value: 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:shop'}
      `,
    },
    {
      name: 'the value is a parameter without default',
      silent: template`
        Parameters:
          Setting: {Type: String}
        Resources:
          Key:
            Type: AWS::SSM::Parameter
            Properties: {Name: /shop/secret, Type: String, Value: !Ref Setting}
      `,
    },
  ],
});
