import { defineRule, demandSecondFactor, mayDemandSecondFactor, type ResourceView, template } from '#kit';

export default defineRule({
  id: 'iam-user-mfa',
  title: 'IAM user signs in with a password alone',
  on: 'AWS::IAM::User',
  severity: 'medium',
  category: 'access-control',
  profile: 'strict',
  aspect: 'account-credentials',
  peers: {},
  controls: { 'aws-fsbp': ['IAM.5'], 'cis-aws-3': ['1.10'], 'nist-800-53-r5': ['IA-2(1)'] },
  why: 'Passwords are guessed, reused and phished. A policy that denies everything without a second factor leaves whoever has the password with nothing but the page to set up a device.',
  remedy:
    'Deny everything but setting up a device to requests without aws:MultiFactorAuthPresent; better still, let people in through IAM Identity Center.',
  references: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_examples_aws_my-sec-creds-self-manage.html',
  ],
  check(user, report) {
    const signIn = user.get('LoginProfile');
    if (!signIn.isGiven || !user.get('PermissionsBoundary').isAbsent || mayDemandSecondFactor(user)) return;
    if (groupsOf(user).some((group) => !group || mayDemandSecondFactor(group))) return;
    report(signIn, `${user.logicalId} signs in with a password alone`, { fixes: () => [demandSecondFactor(user)] });
  },
  examples: [
    {
      bad: template`
        Resources:
          Ada:
            Type: AWS::IAM::User
            Properties:
              LoginProfile:
            # ^^^^^^^^^^^^
                Password: !Ref Password
              Groups: [!Ref Developers]
          Developers:
            Type: AWS::IAM::Group
        Parameters:
          Password: {Type: String, NoEcho: true}
      `,
      good: template`
        Resources:
          Ada:
            Type: AWS::IAM::User
            Properties:
              LoginProfile:
                Password: !Ref Password
              Groups: [!Ref Developers]
              Policies:
                - PolicyName: DenyWithoutMfa
                  PolicyDocument:
                    Version: '2012-10-17'
                    Statement:
                      - Sid: DenyWithoutMfa
                        Effect: Deny
                        NotAction:
                          - iam:CreateVirtualMFADevice
                          - iam:EnableMFADevice
                          - iam:GetUser
                          - iam:ListMFADevices
                          - iam:ListVirtualMFADevices
                          - iam:ResyncMFADevice
                          - sts:GetSessionToken
                        Resource: '*'
                        Condition:
                          BoolIfExists:
                            aws:MultiFactorAuthPresent: false
          Developers:
            Type: AWS::IAM::Group
        Parameters:
          Password: {Type: String, NoEcho: true}
      `,
    },
    {
      name: 'people sign in, robots do not',
      when: 'IsRobot is false',
      bad: template`
        Parameters:
          Kind: {Type: String, AllowedValues: [robot, person]}
          Password: {Type: String, NoEcho: true}
        Conditions:
          IsRobot: !Equals [!Ref Kind, robot]
        Resources:
          Somebody:
            Type: AWS::IAM::User
            Properties:
              LoginProfile: !If [IsRobot, !Ref AWS::NoValue, {Password: !Ref Password}]
            # ^^^^^^^^^^^^
      `,
    },
    {
      name: 'the group demands it',
      silent: template`
        Parameters:
          Password: {Type: String, NoEcho: true}
        Resources:
          Ada:
            Type: AWS::IAM::User
            Properties:
              LoginProfile: {Password: !Ref Password}
              Groups: [!Ref People]
          People:
            Type: AWS::IAM::Group
            Properties:
              Policies:
                - PolicyName: mfa
                  PolicyDocument:
                    Statement:
                      - Effect: Deny
                        NotAction: iam:*
                        Resource: '*'
                        Condition: {BoolIfExists: {aws:MultiFactorAuthPresent: false}}
      `,
    },
    {
      name: 'a group of elsewhere may demand it',
      silent: template`
        Parameters:
          Password: {Type: String, NoEcho: true}
          Group: {Type: String}
        Resources:
          Ada:
            Type: AWS::IAM::User
            Properties: {LoginProfile: {Password: !Ref Password}, Groups: [!Ref Group]}
          Ben:
            Type: AWS::IAM::User
            Properties: {LoginProfile: {Password: !Ref Password}}
          Membership:
            Type: AWS::IAM::UserToGroupAddition
            Properties: {GroupName: people, Users: [!Ref Ben]}
      `,
    },
  ],
});

/** The groups of a user; undefined for those of elsewhere. */
function groupsOf(user: ResourceView): readonly (ResourceView | undefined)[] {
  const additions = user.template.referrers(user, 'AWS::IAM::UserToGroupAddition').map((each) => each.get('GroupName'));
  const groups = user.get('Groups');
  const unknown = groups.isUnknown || groups.isOpen ? [undefined] : [];
  return [...unknown, ...[...groups.items(), ...additions].map((group) => group.target()?.resource)];
}
