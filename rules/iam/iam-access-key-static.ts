import { defineRule, describe, template } from '#kit';

export default defineRule({
  id: 'iam-access-key-static',
  title: 'Access key works until somebody deletes it',
  on: 'AWS::IAM::AccessKey',
  severity: 'low',
  category: 'access-control',
  profile: 'strict',
  aspect: 'account-credentials',
  peers: {},
  controls: { 'nist-800-53-r5': ['IA-5', 'AC-2(3)'], 'cis-aws-3': ['1.14'] },
  why: 'A key that a stack makes is as old as the stack, and nothing changes it every 90 days but a raised Serial. Roles, Roles Anywhere and federation give credentials that end by themselves.',
  remedy: 'Use a role; where a key must be, raise Serial every 90 days and keep the secret in Secrets Manager.',
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/security-creds-programmatic-access.html'],
  check(key, report) {
    if (!key.get('Status').isNot('Inactive')) return;
    const user = key.get('UserName');
    const name = user.target()?.resource.logicalId ?? describe(user) ?? 'a user';
    report(key, `${key.logicalId} lets ${name} in until somebody deletes it`);
  },
  examples: [
    {
      bad: template`
        Resources:
          Key:
        # ^^^
            Type: AWS::IAM::AccessKey
            Properties:
              UserName: robot
      `,
    },
    {
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Key:
        # ^^^
            Type: AWS::IAM::AccessKey
            Properties:
              UserName: robot
              Status: !If [IsProd, Inactive, Active]
      `,
    },
    {
      name: 'an inactive key',
      silent: template`
        Resources:
          Key:
            Type: AWS::IAM::AccessKey
            Properties:
              UserName: robot
              Status: Inactive
      `,
    },
    {
      name: 'a status without default is unknown',
      silent: template`
        Parameters:
          Status: {Type: String}
        Resources:
          Key:
            Type: AWS::IAM::AccessKey
            Properties:
              UserName: robot
              Status: !Ref Status
      `,
    },
  ],
});
