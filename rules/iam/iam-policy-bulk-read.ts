import {
  defineRule,
  IDENTITY_POLICY_TYPES,
  identityPoliciesOf,
  narrowToStack,
  type ReachKind,
  reachOf,
  reachPeers,
  removeActions,
  removeStatement,
  statementsOf,
  template,
} from '#kit';

export default defineRule({
  id: 'iam-policy-bulk-read',
  title: 'IAM policy reads secrets or data of everything',
  on: IDENTITY_POLICY_TYPES,
  severity: 'medium',
  category: 'access-control',
  profile: 'recommended',
  aspect: 'identity-access',
  peers: {
    checkov: ['CKV_AWS_108', 'CKV_AWS_109', 'CKV_AWS_111'],
    cfn_nag: ['W11', 'W12', 'W13'],
    guard: ['IAM_POLICYDOCUMENT_NO_WILDCARD_RESOURCE'],
    trivy: ['AWS-0057', 'AWS-0346', 'AWS-0114', 'AWS-0120'],
    cdk_nag: ['IAMNoWildcardPermissions', 'AwsSolutions-IAM5'],
    kics: ['022f8938'],
    security_hub: ['KMS.1', 'KMS.2'],
  },
  controls: { 'aws-fsbp': ['KMS.1', 'KMS.2'], 'nist-800-53-r5': ['AC-6'] },
  why: 'One stolen session, or one bug in the code that runs with it, then reads every bucket, secret, table or key of the account, not only those of this stack.',
  remedy: 'Name the buckets, secrets, tables or keys by their ARNs.',
  references: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html',
    'https://docs.aws.amazon.com/kms/latest/developerguide/iam-policies-best-practices.html',
  ],
  check(identity, report) {
    for (const policy of identityPoliciesOf(identity)) {
      const statements = statementsOf(policy.document);
      for (const statement of statements) {
        const reach = reachOf(statement, statements);
        const what = reach && WHAT[reach.worst];
        const found = reach?.kinds.get(reach.worst);
        if (!reach || !what || !found) continue;
        const pattern = found.pattern.pattern();
        const example = pattern === found.action ? '' : ` (such as ${found.action})`;
        report(found.pattern, `${identity.logicalId} may ${what}: ${pattern}${example}`, {
          severity: reach.worst === 'secrets' ? 'high' : 'medium',
          peers: reachPeers(identity, reach, statements),
          fixes: () => [
            narrowToStack(identity, statement, reach),
            removeActions(statement, statements, reach.worst),
            removeStatement(policy, statement),
          ],
        });
      }
    }
  },
  examples: [
    {
      bad: template`
        Resources:
          Files:
            Type: AWS::S3::Bucket
          Reader:
            Type: AWS::IAM::ManagedPolicy
            Properties:
              PolicyDocument:
                Version: '2012-10-17'
                Statement:
                  - Effect: Allow
                    Action:
                      - s3:ListBucket
                      - s3:GetObject
                      # ^^^^^^^^^^^^
                    Resource: '*'
      `,
      good: template`
        Resources:
          Files:
            Type: AWS::S3::Bucket
          Reader:
            Type: AWS::IAM::ManagedPolicy
            Properties:
              PolicyDocument:
                Version: '2012-10-17'
                Statement:
                  - Effect: Allow
                    Action:
                      - s3:ListBucket
                      - s3:GetObject
                    Resource:
                      - !GetAtt Files.Arn
                      - !Sub '\${Files.Arn}/*'
      `,
    },
    {
      name: 'there are several that could be meant',
      bad: template`
        Resources:
          One:
            Type: AWS::SecretsManager::Secret
          Other:
            Type: AWS::SecretsManager::Secret
          Reader:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument: {}
              Policies:
                - PolicyName: secrets
                  PolicyDocument:
                    Version: '2012-10-17'
                    Statement:
                      - Effect: Allow
                        Action: secretsmanager:GetSecretValue
                              # ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                        Resource: '*'
      `,
      good: template`
        Resources:
          One:
            Type: AWS::SecretsManager::Secret
          Other:
            Type: AWS::SecretsManager::Secret
          Reader:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument: {}
              Policies:
                - PolicyName: secrets
                  PolicyDocument:
                    Version: '2012-10-17'
                    Statement:
                      - Effect: Allow
                        Action: secretsmanager:GetSecretValue
                        Resource:
                          - !Ref One
                          - !Ref Other
      `,
    },
    {
      name: 'outside production',
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Reader:
            Type: AWS::IAM::ManagedPolicy
            Properties:
              PolicyDocument:
                Statement:
                  - {Effect: Allow, Action: 'kms:Decrypt', Resource: !If [IsProd, 'arn:aws:kms:*:*:key/1234', '*']}
                                          # ^^^^^^^^^^^^^
      `,
    },
    {
      name: 'keys by way of one service only',
      silent: template`
        Resources:
          Reader:
            Type: AWS::IAM::ManagedPolicy
            Properties:
              PolicyDocument:
                Statement:
                  - {Effect: Allow, Action: 'kms:Decrypt', Resource: '*', Condition: {StringEquals: {'kms:ViaService': s3.eu-west-1.amazonaws.com}}}
      `,
    },
    {
      name: "the resource is another stack's export",
      silent: template`
        Resources:
          Reader:
            Type: AWS::IAM::ManagedPolicy
            Properties:
              PolicyDocument:
                Statement:
                  - {Effect: Allow, Action: 'kms:Decrypt', Resource: !ImportValue key}
      `,
    },
  ],
});

const WHAT: { readonly [kind in ReachKind]?: string } = {
  secrets: 'read every secret',
  decrypt: 'decrypt with every key',
  data: 'read the data of every resource',
};
