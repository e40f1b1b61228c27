import { defineRule, isKeyOfAws, template } from '#kit';

export default defineRule({
  id: 'lambda-env-key',
  title: 'Environment of a function has no key of your own',
  on: 'AWS::Lambda::Function',
  severity: 'low',
  category: 'encryption-at-rest',
  profile: 'strict',
  aspect: 'encryption-at-rest',
  peers: { checkov: ['CKV_AWS_173'], kics: ['a7f8ac28'] },
  controls: { 'nist-800-53-r5': ['SC-28'] },
  why: 'Lambda encrypts the environment with a key of its own; with one of yours, looking at it in the console takes the right to the key. The role of the function, and whoever deploys it, need that right too.',
  remedy: 'Name a KMS key in KmsKeyArn.',
  references: ['https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars-encryption.html'],
  check(fn, report) {
    const variables = fn.get('Environment.Variables');
    const key = fn.get('KmsKeyArn');
    if (!variables.isMap || variables.entries().length === 0 || !isKeyOfAws(key)) return;
    report(key, `The environment of ${fn.logicalId} is encrypted without a key of your own`);
  },
  examples: [
    {
      bad: template`
        Resources:
          Api:
        # ^^^
            Type: AWS::Lambda::Function
            Properties:
              Environment: {Variables: {TABLE: orders}}
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
          Api:
            Type: AWS::Lambda::Function
            Properties:
              KmsKeyArn: !If [IsProd, 'arn:aws:kms:eu-west-1:123456789012:key/1234', !Ref AWS::NoValue]
            # ^^^^^^^^^
              Environment: {Variables: {TABLE: orders}}
      `,
    },
    {
      name: 'the key is a parameter without default',
      silent: template`
        Parameters:
          Key: {Type: String}
        Resources:
          Api:
            Type: AWS::Lambda::Function
            Properties:
              KmsKeyArn: !Ref Key
              Environment: {Variables: {TABLE: orders}}
      `,
    },
  ],
});
