import { defineRule, template } from '#kit';

export default defineRule({
  id: 'iam-policy-on-user',
  title: 'Permissions hang on a user',
  on: ['AWS::IAM::User', 'AWS::IAM::Policy', 'AWS::IAM::ManagedPolicy', 'AWS::IAM::UserPolicy'],
  severity: 'low',
  category: 'access-control',
  profile: 'recommended',
  aspect: 'identity-access',
  peers: {
    checkov: ['CKV_AWS_40'],
    cfn_nag: ['F10', 'F11', 'F12'],
    guard: ['IAM_NO_POLICY_ON_USER', 'IAM_USER_NO_POLICIES_CHECK', 'IAM_NO_INLINE_POLICY_CHECK'],
    trivy: ['AWS-0143'],
    cdk_nag: ['IAMUserNoPolicies', 'IAMNoInlinePolicy'],
    kics: ['e4239438', '0e5872b4', 'edc95c10'],
    security_hub: ['IAM.2'],
  },
  controls: { 'aws-fsbp': ['IAM.2'], 'nist-800-53-r5': ['AC-6'], 'cis-aws-3': ['1.15'], 'pci-dss-4': ['8.3.6'] },
  why: 'Permissions of single users pile up and outlive the job they were given for; those of a group or a role are given and taken in one place.',
  remedy: 'Attach the policy to a group or a role; better still, have no IAM users.',
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html'],
  check(resource, report) {
    if (resource.type === 'AWS::IAM::UserPolicy') {
      report(resource, `${resource.logicalId} is a policy of a single user`, { peers: POLICY_PEERS });
      return;
    }
    if (resource.type !== 'AWS::IAM::User') {
      const users = resource.get('Users');
      if (users.items().length === 0) return;
      report(users, `${resource.logicalId} is attached to single users`, { peers: POLICY_PEERS });
      return;
    }
    const inline = resource.get('Policies');
    const attached = resource.get('ManagedPolicyArns');
    if (inline.items().length > 0) {
      report(inline, `${resource.logicalId} has policies of its own`, { peers: USER_PEERS });
    } else if (attached.items().length > 0) {
      report(attached, `${resource.logicalId} has policies attached to it`, { peers: ATTACHED_PEERS });
    }
  },
  examples: [
    {
      bad: template`
        Resources:
          Read:
            Type: AWS::IAM::ManagedPolicy
            Properties:
              Users:
            # ^^^^^
                - ada
              PolicyDocument: {}
      `,
    },
    {
      name: "a user's own policies",
      bad: template`
        Resources:
          Ada:
            Type: AWS::IAM::User
            Properties:
              Policies:
            # ^^^^^^^^
                - {PolicyName: own, PolicyDocument: {}}
              ManagedPolicyArns:
                - arn:aws:iam::aws:policy/ReadOnlyAccess
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
              ManagedPolicyArns: !If [IsDev, ['arn:aws:iam::aws:policy/ReadOnlyAccess'], !Ref AWS::NoValue]
            # ^^^^^^^^^^^^^^^^^
      `,
    },
    {
      name: 'whether there are users is not known',
      silent: template`
        Parameters:
          Names: {Type: CommaDelimitedList}
        Resources:
          Read:
            Type: AWS::IAM::ManagedPolicy
            Properties:
              Users: !Ref Names
              PolicyDocument: {}
      `,
    },
  ],
});

const POLICY_PEERS = {
  checkov: ['CKV_AWS_40'],
  cfn_nag: ['F11', 'F12'],
  guard: ['IAM_NO_POLICY_ON_USER'],
  trivy: ['AWS-0143'],
  cdk_nag: ['IAMUserNoPolicies'],
  kics: ['e4239438', '0e5872b4'],
  security_hub: ['IAM.2'],
};
const USER_PEERS = {
  cfn_nag: ['F10'],
  guard: ['IAM_USER_NO_POLICIES_CHECK', 'IAM_NO_INLINE_POLICY_CHECK'],
  trivy: ['AWS-0143'],
  cdk_nag: ['IAMUserNoPolicies', 'IAMNoInlinePolicy'],
  kics: ['edc95c10'],
  security_hub: ['IAM.2'],
};
const ATTACHED_PEERS = {
  trivy: ['AWS-0143'],
  cdk_nag: ['IAMUserNoPolicies'],
  kics: ['edc95c10'],
  security_hub: ['IAM.2'],
};
