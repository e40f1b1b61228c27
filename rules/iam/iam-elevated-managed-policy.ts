import { defineRule, fix, interpolate, readText, remove, set, template } from '#kit';

export default defineRule({
  id: 'iam-elevated-managed-policy',
  title: 'Identity has an AWS managed policy with full access',
  on: ['AWS::IAM::Role', 'AWS::IAM::User', 'AWS::IAM::Group', 'AWS::SSO::PermissionSet'],
  severity: 'medium',
  category: 'access-control',
  profile: 'recommended',
  aspect: 'identity-access',
  peers: { cfn_nag: ['W44'], guard: ['IAM_ROLE_ELEVATED_MANAGED_POLICY_RULE'], security_hub: ['IAM.27'] },
  controls: { 'nist-800-53-r5': ['AC-6'] },
  why: 'The full access policies of AWS are for trying things out: they allow all actions of a service, some of them passing roles, on every resource of the account.',
  remedy: 'Write a policy of the actions and resources that are used.',
  references: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-vs-inline.html',
    'https://docs.aws.amazon.com/aws-managed-policy/latest/reference/about-managed-policy-reference.html',
  ],
  check(identity, report) {
    const arns = [...identity.get('ManagedPolicyArns').items(), ...identity.get('ManagedPolicies').items()];
    for (const arn of arns) {
      const name = /:iam::aws:policy\/(.+)$/.exec(readText(arn) ?? '')?.[1];
      if (!name || !ELEVATED.test(name)) continue;
      const reading = Object.hasOwn(READ_ONLY, name) ? READ_ONLY[name] : undefined;
      const lesser = reading && interpolate(readText(arn)?.replace(/[^/]+$/, reading) ?? '');
      report(arn, `${identity.logicalId} has the AWS managed policy ${name}`, {
        severity: /^(?:IAMFullAccess|PowerUserAccess|AWSOrganizationsFullAccess)$/.test(name) ? 'high' : 'medium',
        peers: name === 'AWSCloudShellFullAccess' ? { security_hub: ['IAM.27'], ...PEERS } : PEERS,
        fixes: () => [
          lesser
            ? fix(`Attach ${reading} instead (takes the right to change away)`, 'behaviour', set(arn, lesser))
            : undefined,
          fix(`Detach ${name}`, 'behaviour', remove(arn)),
        ],
      });
    }
  },
  examples: [
    {
      bad: template`
        Resources:
          App:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument: {}
              ManagedPolicyArns:
                - arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole
                - arn:aws:iam::aws:policy/AmazonS3FullAccess
                # ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      `,
      good: template`
        Resources:
          App:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument: {}
              ManagedPolicyArns:
                - arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole
                - arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess
      `,
    },
    {
      name: 'in development, in whatever partition',
      when: 'IsDev is true',
      bad: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsDev: !Equals [!Ref Env, dev]
        Resources:
          App:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument: {}
              ManagedPolicyArns:
                - !If [IsDev, !Sub 'arn:\${AWS::Partition}:iam::aws:policy/PowerUserAccess', !Ref AWS::NoValue]
                            # ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      `,
    },
    {
      name: 'the policy is a parameter without default',
      silent: template`
        Parameters:
          Policy: {Type: String}
        Resources:
          App:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument: {}
              ManagedPolicyArns: [!Ref Policy]
      `,
    },
    {
      name: "a policy of one's own with such a name",
      silent: template`
        Resources:
          App:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument: {}
              ManagedPolicyArns: ['arn:aws:iam::123456789012:policy/QueueFullAccess']
      `,
    },
  ],
});

const PEERS = { cfn_nag: ['W44'], guard: ['IAM_ROLE_ELEVATED_MANAGED_POLICY_RULE'] };

const ELEVATED = /FullAccess(?:V2|_v2)?$|^PowerUserAccess$/;

/** The policies of AWS that allow to read what the former allow to change. */
const READ_ONLY: { readonly [name: string]: string } = {
  PowerUserAccess: 'ReadOnlyAccess',
  IAMFullAccess: 'IAMReadOnlyAccess',
  AmazonS3FullAccess: 'AmazonS3ReadOnlyAccess',
  AmazonEC2FullAccess: 'AmazonEC2ReadOnlyAccess',
  AmazonDynamoDBFullAccess: 'AmazonDynamoDBReadOnlyAccess',
  AmazonRDSFullAccess: 'AmazonRDSReadOnlyAccess',
  AmazonSQSFullAccess: 'AmazonSQSReadOnlyAccess',
  AmazonSNSFullAccess: 'AmazonSNSReadOnlyAccess',
  AmazonVPCFullAccess: 'AmazonVPCReadOnlyAccess',
  AmazonKinesisFullAccess: 'AmazonKinesisReadOnlyAccess',
  AmazonSSMFullAccess: 'AmazonSSMReadOnlyAccess',
  AWSLambda_FullAccess: 'AWSLambda_ReadOnlyAccess',
  CloudWatchFullAccess: 'CloudWatchReadOnlyAccess',
  CloudWatchLogsFullAccess: 'CloudWatchLogsReadOnlyAccess',
};
