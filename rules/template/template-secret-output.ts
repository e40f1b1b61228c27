import { defineTemplateRule, secretForm, type TemplateView, template, type Value } from '#kit';

export default defineTemplateRule({
  id: 'template-secret-output',
  title: 'Output shows a secret',
  severity: 'high',
  category: 'secrets',
  profile: 'essential',
  aspect: 'keys-secrets',
  peers: {},
  controls: { 'nist-800-53-r5': ['IA-5(7)'] },
  why: 'Outputs are shown to everyone who may describe the stack, and exports to every stack of the account; NoEcho hides the parameter, not an output made of it.',
  remedy: 'Remove the output, and let those who need the secret read it from Secrets Manager.',
  references: [
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references.html',
  ],
  check(template, report) {
    for (const output of template.outputs) {
      const culprit = secretOf(output.value, template);
      if (culprit) report(output.value, `Output ${output.name} shows ${culprit}`);
    }
  },
  examples: [
    {
      bad: template`
        Parameters:
          Password: {Type: String, NoEcho: true}
        Resources:
          Topic:
            Type: AWS::SNS::Topic
        Outputs:
          Password:
            Value: !Ref Password
                 # ^^^^^^^^^^^^^
      `,
    },
    {
      name: 'within a text',
      bad: template`
        Parameters:
          Password: {Type: String, NoEcho: true}
        Resources:
          Topic:
            Type: AWS::SNS::Topic
        Outputs:
          Url:
            Value: !Sub 'postgres://app:\${Password}@db.internal/app'
                 # ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      `,
    },
    {
      name: 'an access key, where one is made',
      when: 'IsDev is true',
      bad: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsDev: !Equals [!Ref Env, dev]
        Resources:
          Key:
            Type: AWS::IAM::AccessKey
            Condition: IsDev
            Properties: {UserName: ada}
        Outputs:
          Secret:
            Value: !If [IsDev, !GetAtt Key.SecretAccessKey, none]
                             # ^^^^^^^^^^^^^^^^^^^^^^^^^^^
      `,
    },
    {
      name: 'where the secret is, not what it is',
      silent: template`
        Resources:
          Password:
            Type: AWS::SecretsManager::Secret
        Outputs:
          Where:
            Value: !Ref Password
      `,
    },
    {
      name: "another stack's value",
      silent: template`
        Resources:
          Topic:
            Type: AWS::SNS::Topic
        Outputs:
          Some:
            Value: !ImportValue some
      `,
    },
  ],
});

function secretOf(value: Value, template: TemplateView): string | undefined {
  const key = value
    .targets()
    .find(({ resource, attribute }) => resource.type === 'AWS::IAM::AccessKey' && attribute === 'SecretAccessKey');
  if (key) return `the secret access key of ${key.resource.logicalId}`;
  const text = value.pattern() ?? '';
  const hidden = template.parameters.find(
    ({ name, noEcho }) => noEcho && (value.parameter === name || text.includes(`\${${name}}`)),
  );
  if (hidden) return `the hidden parameter ${hidden.name}`;
  return secretForm(text);
}
