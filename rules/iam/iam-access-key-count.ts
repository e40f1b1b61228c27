import { defineRule, fix, type ResourceView, set, template } from '#kit';

export default defineRule({
  id: 'iam-access-key-count',
  title: 'IAM user has more than one active access key',
  on: ['AWS::IAM::User', 'AWS::IAM::AccessKey'],
  severity: 'medium',
  category: 'access-control',
  profile: 'recommended',
  aspect: 'account-credentials',
  peers: { trivy: ['AWS-0167'], kics: ['48677914'] },
  controls: { 'nist-800-53-r5': ['IA-5'], 'cis-aws-3': ['1.13'] },
  why: 'Two keys are for the hours of changing one for the other; kept longer, there is one more that can leak and none whose use can be told apart.',
  remedy: 'Delete the older key, or set its Status to Inactive.',
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id-credentials-access-keys-update.html'],
  check(resource, report) {
    const isUser = resource.type === 'AWS::IAM::User';
    const name = isUser ? nameOf(resource) : userOf(resource);
    const users = resource.template.resources('AWS::IAM::User').filter((user) => nameOf(user) === name);
    const keys = resource.template.resources('AWS::IAM::AccessKey').filter((key) => userOf(key) === name);
    const [first, ...others] = keys.filter((key) => key.get('Status').isNot('Inactive'));
    if (!name || !first || others.length === 0) return;
    const fixes = (keys: readonly ResourceView[]) => [
      fix(
        `Make ${keys.map((key) => key.logicalId).join(' and ')} inactive`,
        'behaviour',
        ...keys.map((key) => set(key.get('Status'), 'Inactive')),
      ),
    ];
    if (isUser) {
      report(resource, `${resource.logicalId} has ${others.length + 1} active access keys`, {
        related: [first, ...others].map((key) => ({ at: key, message: 'An active key' })),
        fixes: () => fixes(others),
      });
    } else if (users.length === 0 && others.some((key) => key.logicalId === resource.logicalId)) {
      report(resource, `${resource.logicalId} is another active access key of the user of ${first.logicalId}`, {
        related: [{ at: first, message: 'The first key' }],
        fixes: () => fixes([resource]),
      });
    }
  },
  examples: [
    {
      bad: template`
        Resources:
          Ada:
        # ^^^
            Type: AWS::IAM::User
          First:
            Type: AWS::IAM::AccessKey
            Properties:
              UserName: !Ref Ada
          Second:
            Type: AWS::IAM::AccessKey
            Properties:
              UserName: !Ref Ada
      `,
      good: template`
        Resources:
          Ada:
            Type: AWS::IAM::User
          First:
            Type: AWS::IAM::AccessKey
            Properties:
              UserName: !Ref Ada
          Second:
            Type: AWS::IAM::AccessKey
            Properties:
              UserName: !Ref Ada
              Status: Inactive
      `,
    },
    {
      name: 'of a user of another stack, in development',
      bad: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsDev: !Equals [!Ref Env, dev]
        Resources:
          First:
            Type: AWS::IAM::AccessKey
            Properties:
              UserName: ada
          Second:
        # ^^^^^^
            Type: AWS::IAM::AccessKey
            Condition: IsDev
            Properties:
              UserName: ada
      `,
    },
    {
      name: 'by reference and by name',
      bad: template`
        Resources:
          Ada:
        # ^^^
            Type: AWS::IAM::User
            Properties: {UserName: ada}
          First:
            Type: AWS::IAM::AccessKey
            Properties: {UserName: !Ref Ada}
          Second:
            Type: AWS::IAM::AccessKey
            Properties: {UserName: ada}
      `,
    },
    {
      name: 'the first one is inactive',
      silent: template`
        Resources:
          First:
            Type: AWS::IAM::AccessKey
            Properties: {UserName: ada, Status: Inactive}
          Second:
            Type: AWS::IAM::AccessKey
            Properties: {UserName: ada}
      `,
    },
    {
      name: 'whose key it is is not known',
      silent: template`
        Parameters:
          One: {Type: String}
          Other: {Type: String}
        Resources:
          First:
            Type: AWS::IAM::AccessKey
            Properties: {UserName: !Ref One}
          Second:
            Type: AWS::IAM::AccessKey
            Properties: {UserName: !Ref Other}
      `,
    },
  ],
});

/** The name of a user; `${Ada}` stands for one that CloudFormation names. */
function nameOf(user: ResourceView): string | undefined {
  const name = user.get('UserName');
  return name.isAbsent ? `\${${user.logicalId}}` : name.pattern();
}

/** The name of the user a key is for. */
function userOf(key: ResourceView): string | undefined {
  const user = key.get('UserName');
  const owner = user.target()?.resource;
  return owner ? nameOf(owner) : user.pattern();
}
