import { defineRule, fix, type ResourceView, set, template } from '#kit';

export default defineRule({
  id: 'iam-access-key-count',
  title: 'IAM user has more than one active access key',
  on: 'AWS::IAM::AccessKey',
  severity: 'medium',
  category: 'access-control',
  profile: 'recommended',
  aspect: 'account-credentials',
  peers: { trivy: ['AWS-0167'], kics: ['48677914'] },
  controls: { 'nist-800-53-r5': ['IA-5'], 'cis-aws-3': ['1.13'] },
  why: 'Two keys are for the hours of changing one for the other; kept longer, there is one more that can leak and none whose use can be told apart.',
  remedy: 'Delete the older key, or set its Status to Inactive.',
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id-credentials-access-keys-update.html'],
  check(key, report) {
    if (!key.get('Status').isNot('Inactive')) return;
    const name = userOf(key);
    const keys = key.template.resources('AWS::IAM::AccessKey');
    const active = keys.filter((other) => name && userOf(other) === name && other.get('Status').isNot('Inactive'));
    const [first] = active;
    if (active.length < 2 || !first || first.logicalId === key.logicalId) return;
    report(key, `${key.logicalId} is another active access key of the user of ${first.logicalId}`, {
      related: [{ at: first, message: 'The first key' }],
      fixes: () => [fix('Make the key inactive', 'behaviour', set(key.get('Status'), 'Inactive'))],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Ada:
            Type: AWS::IAM::User
          First:
            Type: AWS::IAM::AccessKey
            Properties:
              UserName: !Ref Ada
          Second:
        # ^^^^^^
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
      name: 'in development',
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
            Type: AWS::IAM::User
            Properties: {UserName: ada}
          First:
            Type: AWS::IAM::AccessKey
            Properties: {UserName: !Ref Ada}
          Second:
        # ^^^^^^
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

/** The name of the user a key is for; `${Ada}` stands for one that CloudFormation names. */
function userOf(key: ResourceView): string | undefined {
  const user = key.get('UserName');
  return user.target()?.resource.get('UserName').pattern() ?? user.pattern();
}
