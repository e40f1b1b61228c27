import {
  append,
  defineRule,
  type Fragment,
  fix,
  identityPolicyDocuments,
  statementsOf,
  template,
  type Value,
} from '#kit';

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
    const policies = group.get('Policies');
    if (policies.isOpen || policies.isUnknown || group.template.isOpen) return;
    const attached = group.template.referrers(
      group,
      'AWS::IAM::Policy',
      'AWS::IAM::ManagedPolicy',
      'AWS::IAM::GroupPolicy',
    );
    const named = group.get('ManagedPolicyArns').items();
    if (named.some((arn) => !/:aws:policy\//.test(arn.pattern() ?? ''))) return;
    const documents = [...identityPolicyDocuments(group), ...attached.map((policy) => policy.get('PolicyDocument'))];
    if (documents.some(mentionsSecondFactor)) return;
    report(group, `Members of ${group.logicalId} need no second factor`, {
      fixes: () => [
        fix(
          'Deny requests without a second factor',
          'behaviour',
          append(policies, { PolicyName: 'DenyWithoutMfa', PolicyDocument: DENY }),
        ),
      ],
    });
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

/** All that a user needs to set up a device, and nothing else, without a second factor. */
const DENY: Fragment = {
  Version: '2012-10-17',
  Statement: [
    {
      Sid: 'DenyWithoutMfa',
      Effect: 'Deny',
      NotAction: [
        'iam:CreateVirtualMFADevice',
        'iam:EnableMFADevice',
        'iam:GetUser',
        'iam:ListMFADevices',
        'iam:ListVirtualMFADevices',
        'iam:ResyncMFADevice',
        'sts:GetSessionToken',
      ],
      Resource: '*',
      Condition: { BoolIfExists: { 'aws:MultiFactorAuthPresent': false } },
    },
  ],
};

function mentionsSecondFactor(document: Value): boolean {
  if (!document.isMap) return true;
  return statementsOf(document).some(
    ({ condition }) =>
      condition.isUnknown ||
      condition.entries().some(([, keys]) => keys.entries().some(([key]) => /^aws:MultiFactorAuth/i.test(key))),
  );
}
