import { defineRule, template } from '#kit';

export default defineRule({
  id: 'iam-group-without-users',
  title: 'IAM group has no users',
  on: 'AWS::IAM::Group',
  severity: 'low',
  category: 'organisation',
  profile: 'strict',
  aspect: 'identity-access',
  peers: { cdk_nag: ['IAMGroupHasUsers'], kics: ['8f957abd'] },
  controls: { 'nist-800-53-r5': ['AC-2'] },
  why: 'A group without members grants nothing to anybody, until somebody is put into it whom nobody expects there.',
  remedy: 'Add the users, or delete the group.',
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_groups.html'],
  check(group, report) {
    // Members are mostly added outside: only a template that makes users tells that it leaves a group empty.
    const users = group.template.resources('AWS::IAM::User');
    if (users.length === 0 || group.template.isOpen) return;
    if (group.template.referrers(group, 'AWS::IAM::User', 'AWS::IAM::UserToGroupAddition').length > 0) return;
    const name = group.get('GroupName').pattern();
    const lists = [
      ...users.map((user) => user.get('Groups')),
      ...group.template.resources('AWS::IAM::UserToGroupAddition').map((addition) => addition.get('GroupName')),
    ];
    const mayBeNamed = lists.some(
      (list) => list.isUnknown || list.items().some((each) => each.isUnknown || each.pattern() === name),
    );
    if (!mayBeNamed) report(group, `Nobody in this template is in ${group.logicalId}`);
  },
  examples: [
    {
      bad: template`
        Resources:
          Developers:
        # ^^^^^^^^^^
            Type: AWS::IAM::Group
          Ada:
            Type: AWS::IAM::User
            Properties:
              Groups: [operators]
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
          Developers:
        # ^^^^^^^^^^
            Type: AWS::IAM::Group
            Properties:
              GroupName: developers
          Ada:
            Type: AWS::IAM::User
            Properties:
              Groups: [!If [IsDev, operators, developers]]
      `,
    },
    {
      name: 'the groups are a parameter without default',
      silent: template`
        Parameters:
          Groups: {Type: CommaDelimitedList}
        Resources:
          Developers:
            Type: AWS::IAM::Group
          Ada:
            Type: AWS::IAM::User
            Properties:
              Groups: !Ref Groups
      `,
    },
  ],
});
