import { defineRule, template } from '#kit';

export default defineRule({
  id: 'lambda-shared-role',
  title: 'Functions share a role',
  on: 'AWS::IAM::Role',
  severity: 'low',
  category: 'access-control',
  profile: 'strict',
  aspect: 'identity-access',
  peers: { kics: ['ae03f542', '4ba74f01'] },
  controls: { 'nist-800-53-r5': ['AC-6'] },
  why: 'Each of the functions may do what any of them needs, so a hole in the least of them opens what the others have.',
  remedy: 'Give each function a role of its own.',
  references: ['https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html'],
  check(role, report) {
    const users = role.template
      .referrers(role, 'AWS::Lambda::Function')
      .filter((fn) => fn.get('Role').target()?.resource.logicalId === role.logicalId);
    if (users.length < 2) return;
    report(role, `${users.length} functions share ${role.logicalId}`, {
      related: users.map((fn) => ({ at: fn, message: `${fn.logicalId} has this role` })),
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Shared:
        # ^^^^^^
            Type: AWS::IAM::Role
            Properties: {AssumeRolePolicyDocument: {}}
          One:
            Type: AWS::Lambda::Function
            Properties: {Role: !GetAtt Shared.Arn}
          Other:
            Type: AWS::Lambda::Function
            Properties: {Role: !GetAtt Shared.Arn}
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
          Shared:
        # ^^^^^^
            Type: AWS::IAM::Role
            Properties: {AssumeRolePolicyDocument: {}}
          One:
            Type: AWS::Lambda::Function
            Properties: {Role: !GetAtt Shared.Arn}
          Other:
            Type: AWS::Lambda::Function
            Properties: {Role: !If [IsProd, 'arn:aws:iam::123456789012:role/other', !GetAtt Shared.Arn]}
      `,
    },
    {
      name: 'which role the other one has is not known',
      silent: template`
        Parameters:
          Role: {Type: String}
        Resources:
          Shared:
            Type: AWS::IAM::Role
            Properties: {AssumeRolePolicyDocument: {}}
          One:
            Type: AWS::Lambda::Function
            Properties: {Role: !GetAtt Shared.Arn}
          Other:
            Type: AWS::Lambda::Function
            Properties: {Role: !Ref Role}
      `,
    },
  ],
});
