import { defineRule, readText, template } from '#kit';

/** Policies that AWS names for one purpose, and of which nothing could be narrowed: one log group of RDS, calls of X-Ray that know no resources. */
const NOTHING_TO_NARROW = ['service-role/AmazonRDSEnhancedMonitoringRole', 'AWSXRayDaemonWriteAccess'];

export default defineRule({
  id: 'iam-aws-managed-policy',
  title: 'Identity has an AWS managed policy',
  on: ['AWS::IAM::Role', 'AWS::IAM::User', 'AWS::IAM::Group'],
  severity: 'low',
  category: 'access-control',
  profile: 'strict',
  aspect: 'identity-access',
  peers: { cdk_nag: ['IAMNoManagedPolicies', 'AwsSolutions-IAM4'] },
  controls: { 'nist-800-53-r5': ['AC-6'] },
  why: 'AWS managed policies cannot be limited to your resources, and AWS adds actions to them. The full access ones are findings of their own.',
  remedy: 'Write a policy of your own where the resources are known.',
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-vs-inline.html'],
  check(identity, report) {
    for (const arn of identity.get('ManagedPolicyArns').items()) {
      const name = /:iam::aws:policy\/(.+)$/.exec(readText(arn) ?? '')?.[1];
      if (!name || /FullAccess|^PowerUserAccess$|^AdministratorAccess$/.test(name)) continue;
      if (NOTHING_TO_NARROW.includes(name)) continue;
      report(arn, `${identity.logicalId} has the AWS managed policy ${name}`);
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
                - arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess
                # ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
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
          App:
            Type: AWS::IAM::Group
            Properties:
              ManagedPolicyArns: !If [IsDev, ['arn:aws:iam::aws:policy/ReadOnlyAccess'], !Ref AWS::NoValue]
                                            # ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      `,
    },
    {
      name: 'one log group of RDS, and calls of X-Ray: nothing could be narrowed',
      silent: template`
        Resources:
          Monitoring:
            Type: AWS::IAM::Role
            Properties:
              ManagedPolicyArns:
                - !Sub arn:\${AWS::Partition}:iam::aws:policy/service-role/AmazonRDSEnhancedMonitoringRole
                - arn:aws:iam::aws:policy/AWSXRayDaemonWriteAccess
      `,
    },
    {
      name: 'the policy is a parameter without default',
      silent: template`
        Parameters:
          Policy: {Type: String}
        Resources:
          App:
            Type: AWS::IAM::Group
            Properties:
              ManagedPolicyArns: [!Ref Policy]
      `,
    },
  ],
});
