import { defineRule, template } from '#kit';

export default defineRule({
  id: 'iam-access-key-root',
  title: 'Access key for the root user',
  on: 'AWS::IAM::AccessKey',
  severity: 'critical',
  category: 'access-control',
  profile: 'essential',
  aspect: 'account-credentials',
  peers: { trivy: ['AWS-0141'], kics: ['4c137350'], security_hub: ['IAM.4'] },
  controls: { 'aws-fsbp': ['IAM.4'], 'cis-aws-3': ['1.4'], 'nist-800-53-r5': ['AC-6(10)'] },
  why: 'The root user can do everything, no policy limits it, and a key has no second factor.',
  remedy: 'Remove the key and use a role.',
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/root-user-best-practices.html'],
  check(key, report) {
    const user = key.get('UserName');
    const name = user.target()?.resource.get('UserName') ?? user;
    if (name.satisfies((text) => /(?:^|:)root$/i.test(text)))
      report(user, `${key.logicalId} is an access key of the root user`);
  },
  examples: [
    {
      bad: template`
        Resources:
          Key:
            Type: AWS::IAM::AccessKey
            Properties:
              UserName: root
                      # ^^^^
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
          Key:
            Type: AWS::IAM::AccessKey
            Properties:
              UserName: !If [IsDev, root, ada]
                                  # ^^^^
      `,
    },
    {
      name: 'a user of that name in the stack',
      bad: template`
        Resources:
          Root:
            Type: AWS::IAM::User
            Properties:
              UserName: root
          Key:
            Type: AWS::IAM::AccessKey
            Properties:
              UserName: !Ref Root
                      # ^^^^^^^^^
      `,
    },
    {
      name: 'the user is a parameter without default',
      silent: template`
        Parameters:
          User: {Type: String}
        Resources:
          Key:
            Type: AWS::IAM::AccessKey
            Properties:
              UserName: !Ref User
      `,
    },
  ],
});
