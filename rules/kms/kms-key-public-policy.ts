import { anyAccount, defineRule, grants, mayLimitCallers, narrowPrincipal, statementsOf, template } from '#kit';

export default defineRule({
  id: 'kms-key-public-policy',
  title: 'KMS key may be used by anyone',
  on: ['AWS::KMS::Key', 'AWS::KMS::ReplicaKey'],
  severity: 'critical',
  category: 'access-control',
  profile: 'essential',
  aspect: 'keys-secrets',
  peers: {
    checkov: ['CKV_AWS_33'],
    cfn_nag: ['F76'],
    guard: ['KMS_NO_WILDCARD_PRINCIPAL'],
    kics: ['f6049677', 'da905474'],
    security_hub: ['KMS.5'],
  },
  controls: { 'aws-fsbp': ['KMS.5'], 'nist-800-53-r5': ['AC-3', 'AC-6', 'SC-12'], 'pci-dss-4': ['3.7.1'] },
  why: 'The key policy is the root of trust of all that the key encrypts. A principal * without a condition on the caller lets every AWS account use or even rule the key.',
  remedy: 'Name the account, roles or services, or add kms:CallerAccount and kms:ViaService conditions.',
  references: [
    'https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html',
    'https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-overview.html',
  ],
  check(key, report) {
    for (const statement of statementsOf(key.get('KeyPolicy'))) {
      const everyone = statement.principals.find(anyAccount);
      if (!everyone || !grants(statement) || mayLimitCallers(statement.condition)) continue;
      report(everyone.value, `${key.logicalId} may be used by anyone with an AWS account`, {
        fixes: narrowPrincipal(statement, everyone),
      });
    }
  },
  examples: [
    {
      bad: template`
        Resources:
          Key:
            Type: AWS::KMS::Key
            Properties:
              KeyPolicy:
                Statement:
                  - Effect: Allow
                    Principal: '*'
                             # ^^^
                    Action: kms:*
                    Resource: '*'
      `,
      good: template`
        Resources:
          Key:
            Type: AWS::KMS::Key
            Properties:
              KeyPolicy:
                Statement:
                  - Effect: Allow
                    Principal:
                      AWS: !Sub 'arn:\${AWS::Partition}:iam::\${AWS::AccountId}:root'
                    Action: kms:*
                    Resource: '*'
      `,
    },
    {
      when: 'IsShared is true',
      bad: template`
        Parameters:
          Shared:
            Type: String
        Conditions:
          IsShared: !Equals [!Ref Shared, 'yes']
        Resources:
          Key:
            Type: AWS::KMS::Key
            Properties:
              KeyPolicy:
                Statement:
                  - Effect: Allow
                    Principal:
                      AWS: !If [IsShared, '*', !Ref AWS::AccountId]
                                        # ^^^
                    Action: kms:Decrypt
                    Resource: '*'
      `,
      good: template`
        Parameters:
          Shared:
            Type: String
        Conditions:
          IsShared: !Equals [!Ref Shared, 'yes']
        Resources:
          Key:
            Type: AWS::KMS::Key
            Properties:
              KeyPolicy:
                Statement:
                  - Effect: Allow
                    Principal:
                      AWS: !If [IsShared, !Sub 'arn:\${AWS::Partition}:iam::\${AWS::AccountId}:root', !Ref AWS::AccountId]
                    Action: kms:Decrypt
                    Resource: '*'
      `,
    },
    {
      name: 'everyone in this account, by way of one service',
      silent: template`
        Resources:
          Key:
            Type: AWS::KMS::Key
            Properties:
              KeyPolicy:
                Statement:
                  - Effect: Allow
                    Principal: {AWS: '*'}
                    Action: kms:Decrypt
                    Resource: '*'
                    Condition:
                      StringEquals:
                        kms:CallerAccount: !Ref AWS::AccountId
      `,
    },
    {
      name: 'a principal without default is unknown',
      silent: template`
        Parameters:
          Admin:
            Type: String
        Resources:
          Key:
            Type: AWS::KMS::Key
            Properties:
              KeyPolicy:
                Statement:
                  - Effect: Allow
                    Principal: {AWS: !Ref Admin}
                    Action: kms:*
                    Resource: '*'
      `,
    },
  ],
});
