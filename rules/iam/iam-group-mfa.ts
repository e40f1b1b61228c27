import { defineRule, demandSecondFactor, mayDemandSecondFactor, template } from '#kit';

export default defineRule({
  id: 'iam-group-mfa',
  title: 'IAM group does not demand a second factor',
  on: 'AWS::IAM::Group',
  severity: 'medium',
  category: 'access-control',
  profile: 'strict',
  aspect: 'account-credentials',
  peers: { trivy: ['AWS-0123'] },
  controls: { 'nist-800-53-r5': ['IA-2(1)'] },
  why: 'Keys and passwords of users leak; a policy that denies everything without a second factor leaves the finder with nothing.',
  remedy:
    'Deny everything but setting up a device to requests without aws:MultiFactorAuthPresent; better still, let people in through IAM Identity Center.',
  references: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_examples_aws_my-sec-creds-self-manage.html',
  ],
  check(group, report) {
    if (mayDemandSecondFactor(group)) return;
    report(group, `Members of ${group.logicalId} need no second factor`, { fixes: () => [demandSecondFactor(group)] });
  },
  examples: [
    {
      bad: template`
        Resources:
          Developers:
        # ^^^^^^^^^^
            Type: AWS::IAM::Group
      `,
      good: template`
        Resources:
          Developers:
            Type: AWS::IAM::Group
            Properties:
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
              Policies:
                - PolicyName: read
                  PolicyDocument:
                    Statement:
                      Effect: Allow
                      Action: s3:ListBucket
                      Resource: arn:aws:s3:::a
                      Condition: !If [IsDev, !Ref AWS::NoValue, {Bool: {'aws:MultiFactorAuthPresent': true}}]
      `,
    },
    {
      name: 'a policy that names the group',
      silent: template`
        Resources:
          Developers:
            Type: AWS::IAM::Group
            Properties:
              GroupName: developers
          Read:
            Type: AWS::IAM::Policy
            Properties:
              PolicyName: read
              Groups: [developers]
              PolicyDocument:
                Statement:
                  - {Effect: Allow, Action: 's3:ListBucket', Resource: 'arn:aws:s3:::a', Condition: {Bool: {'aws:MultiFactorAuthPresent': true}}}
      `,
    },
    {
      name: "a policy of one's own is attached, whose text is elsewhere",
      silent: template`
        Parameters:
          Policy: {Type: String}
        Resources:
          Developers:
            Type: AWS::IAM::Group
            Properties:
              ManagedPolicyArns: [!Ref Policy]
      `,
    },
  ],
});
