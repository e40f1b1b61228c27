import { canBeSecret, defineTemplateRule, fix, namesSecret, type ParameterView, remove, set, template } from '#kit';

export default defineTemplateRule({
  id: 'template-secret-parameter',
  title: 'Secret parameter is shown or has a default',
  severity: 'high',
  category: 'secrets',
  profile: 'recommended',
  aspect: 'keys-secrets',
  peers: {},
  controls: { 'nist-800-53-r5': ['IA-5(7)'], 'pci-dss-4': ['8.6.2'] },
  why: 'Without NoEcho everyone who may describe the stack reads the secret, in the console, in events and in change sets; a default stands in the repository as well.',
  remedy: 'Set NoEcho to true and remove the default; better still, refer to a secret of Secrets Manager.',
  references: [
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/security-best-practices.html',
  ],
  check(template, report) {
    for (const parameter of template.parameters) {
      if (!isSecret(parameter)) continue;
      const fallback = parameter.get('Default');
      const hasSecret = fallback.satisfies(canBeSecret);
      if (!hasSecret && parameter.noEcho) continue;
      const hide = set(parameter.get('NoEcho'), true);
      if (hasSecret) {
        report(fallback, `The default of ${parameter.name} stands in the template`, {
          fixes: () => [
            fix(
              'Remove the default and hide the parameter (it must then be given)',
              'behaviour',
              remove(fallback),
              hide,
            ),
          ],
        });
      } else {
        report(parameter, `${parameter.name} is shown in clear text: it has no NoEcho`, {
          fixes: () => [fix('Hide the parameter (NoEcho)', 'safe', hide)],
        });
      }
    }
  },
  examples: [
    {
      bad: template`
        Parameters:
          DatabasePassword:
        # ^^^^^^^^^^^^^^^^
            Type: String
        Resources:
          Topic:
            Type: AWS::SNS::Topic
      `,
      good: template`
        Parameters:
          DatabasePassword:
            Type: String
            NoEcho: true
        Resources:
          Topic:
            Type: AWS::SNS::Topic
      `,
    },
    {
      name: 'a default',
      bad: template`
        Parameters:
          ApiToken:
            Type: String
            NoEcho: true
            Default: d41d8cd98f00b204
                   # ^^^^^^^^^^^^^^^^
        Resources:
          Topic:
            Type: AWS::SNS::Topic
      `,
      good: template`
        Parameters:
          ApiToken:
            Type: String
            NoEcho: true
        Resources:
          Topic:
            Type: AWS::SNS::Topic
      `,
    },
    {
      name: 'hidden, and to be given',
      silent: template`
        Parameters:
          DatabasePassword: {Type: String, NoEcho: true}
        Resources:
          Topic:
            Type: AWS::SNS::Topic
      `,
    },
    {
      name: 'about a secret, not the secret',
      silent: template`
        Parameters:
          PasswordLength: {Type: Number, Default: 32}
          SecretArn: {Type: String}
          SecretsKMSKey: {Type: String}
          RotateSecret: {Type: String, AllowedValues: ['yes', 'no']}
          TokenParameter: {Type: 'AWS::SSM::Parameter::Value<String>'}
        Resources:
          Topic:
            Type: AWS::SNS::Topic
      `,
    },
  ],
});

/** A text of the author's that is named like a secret; not one of a few choices, nor a name in the parameter store. */
function isSecret(parameter: ParameterView): boolean {
  return parameter.type === 'String' && namesSecret(parameter.name) && !parameter.get('AllowedValues').isGiven;
}
