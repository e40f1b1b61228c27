import { defineRule, isEmptyList, template } from '#kit';

export default defineRule({
  id: 'iam-user-without-group',
  title: 'IAM user is in no group',
  on: 'AWS::IAM::User',
  severity: 'low',
  category: 'organisation',
  profile: 'strict',
  aspect: 'identity-access',
  peers: {
    cfn_nag: ['F2000'],
    guard: ['IAM_USER_MISSING_GROUP_RULE'],
    cdk_nag: ['IAMUserGroupMembership'],
    kics: ['06933df4'],
  },
  controls: { 'nist-800-53-r5': ['AC-2'] },
  why: 'A user outside all groups gets permissions one by one, if at all, and is easily forgotten when those of a team change.',
  remedy: 'Put the user into a group, or replace it with a role.',
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_groups.html'],
  check(user, report) {
    const groups = user.get('Groups');
    const additions = user.template.referrers(user, 'AWS::IAM::UserToGroupAddition');
    const name = user.get('UserName');
    const isNamed = user.template.resources('AWS::IAM::UserToGroupAddition').some((addition) =>
      addition
        .get('Users')
        .items()
        .some((each) => (each.isUnknown && !each.target()) || (name.isGiven && each.pattern() === name.pattern())),
    );
    if (!(groups.isAbsent || isEmptyList(groups))) return;
    if (additions.length > 0 || isNamed || user.template.isOpen) return;
    report(groups, `${user.logicalId} is in no group`);
  },
  examples: [
    {
      bad: template`
        Resources:
          Ada:
        # ^^^
            Type: AWS::IAM::User
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
          Ada:
            Type: AWS::IAM::User
            Properties:
              Groups: !If [IsDev, [], [developers]]
            # ^^^^^^
      `,
    },
    {
      name: 'added elsewhere',
      silent: template`
        Resources:
          Ada:
            Type: AWS::IAM::User
          Membership:
            Type: AWS::IAM::UserToGroupAddition
            Properties:
              GroupName: developers
              Users: [!Ref Ada]
      `,
    },
    {
      name: 'the groups are a parameter without default',
      silent: template`
        Parameters:
          Groups: {Type: CommaDelimitedList}
        Resources:
          Ada:
            Type: AWS::IAM::User
            Properties:
              Groups: !Ref Groups
      `,
    },
    {
      name: 'another user was added to one',
      bad: template`
        Resources:
          Ada:
        # ^^^
            Type: AWS::IAM::User
          Bob:
            Type: AWS::IAM::User
          Team:
            Type: AWS::IAM::UserToGroupAddition
            Properties:
              GroupName: team
              Users: [!Ref Bob]
      `,
    },
  ],
});
