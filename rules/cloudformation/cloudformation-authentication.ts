import { defineRule, parameterOf, template } from '#kit';

export default defineRule({
  id: 'cloudformation-authentication',
  title: 'Credentials stand in the metadata of a resource',
  on: [
    'AWS::EC2::Instance',
    'AWS::AutoScaling::LaunchConfiguration',
    'AWS::AutoScaling::AutoScalingGroup',
    'AWS::EC2::LaunchTemplate',
  ],
  severity: 'high',
  category: 'secrets',
  profile: 'essential',
  aspect: 'keys-secrets',
  peers: { cfn_nag: ['W1'], guard: ['CFN_AUTHENTICATION_RULE'], kics: ['9ecb6b21'] },
  controls: { 'nist-800-53-r5': ['IA-5(7)'] },
  why: 'Metadata is shown to everyone who may describe the stack; NoEcho does not hide what is put there.',
  remedy: 'Let cfn-init use the role of the instance (type S3 with roleName), or read the password at boot.',
  references: [
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-authentication.html',
  ],
  check(resource, report) {
    const block = resource.attribute('Metadata').get('AWS::CloudFormation::Authentication');
    for (const [name, credentials] of block.entries()) {
      const secret = ['password', 'secretKey'].map((key) => credentials.get(key)).find((value) => value.isGiven);
      const source = secret && (parameterOf(secret, resource.template)?.name ?? undefined);
      const isShown =
        secret && (source !== undefined || secret.satisfies((text) => text !== '' && !text.includes('{{resolve:')));
      if (!secret || !isShown) continue;
      report(secret, `Metadata of ${resource.logicalId} shows the ${secret.key ?? 'secret'} of ${name}`);
    }
  },
  examples: [
    {
      bad: template`
        Resources:
          Web:
            Type: AWS::EC2::Instance
            Metadata:
              AWS::CloudFormation::Authentication:
                Downloads:
                  type: basic
                  username: web
                  password: hunter2-hunter2
                          # ^^^^^^^^^^^^^^^
                  uris: [https://downloads.example.com]
      `,
    },
    {
      name: 'a parameter, in development',
      when: 'IsDev is true',
      bad: template`
        Parameters:
          Password: {Type: String, NoEcho: true}
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsDev: !Equals [!Ref Env, dev]
        Resources:
          Web:
            Type: AWS::EC2::Instance
            Metadata:
              AWS::CloudFormation::Authentication:
                Downloads:
                  type: basic
                  password: !If [IsDev, !Ref Password, !Ref AWS::NoValue]
                                      # ^^^^^^^^^^^^^
      `,
    },
    {
      name: 'the role of the instance is used',
      silent: template`
        Resources:
          Web:
            Type: AWS::EC2::Instance
            Metadata:
              AWS::CloudFormation::Authentication:
                Downloads: {type: S3, roleName: web, buckets: [downloads]}
      `,
    },
    {
      name: "the password is another stack's export",
      silent: template`
        Resources:
          Web:
            Type: AWS::EC2::Instance
            Metadata:
              AWS::CloudFormation::Authentication:
                Downloads: {type: basic, password: !ImportValue password}
      `,
    },
  ],
});
