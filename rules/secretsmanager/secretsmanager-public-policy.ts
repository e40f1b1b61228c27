import { anyAccount, defineRule, grants, mayLimitCallers, narrowPrincipal, statementsOf, template } from '#kit';

export default defineRule({
  id: 'secretsmanager-public-policy',
  title: 'Secret may be read by anyone',
  on: 'AWS::SecretsManager::ResourcePolicy',
  severity: 'critical',
  category: 'access-control',
  profile: 'essential',
  aspect: 'keys-secrets',
  peers: {},
  controls: { 'nist-800-53-r5': ['AC-3', 'AC-6'], 'pci-dss-4': ['7.2.2'] },
  why: 'A resource policy with the principal * and no condition on the caller hands the secret to every AWS account that learns its name.',
  remedy: 'Name the accounts or roles that need the secret, and set BlockPublicPolicy.',
  references: ['https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_resource-policies.html'],
  check(policy, report) {
    for (const statement of statementsOf(policy.get('ResourcePolicy'))) {
      const everyone = statement.principals.find(anyAccount);
      if (!everyone || !grants(statement) || mayLimitCallers(statement.condition)) continue;
      report(everyone.value, `${policy.logicalId} lets anyone with an AWS account at the secret`, {
        fixes: narrowPrincipal(statement, everyone),
      });
    }
  },
  examples: [
    {
      bad: template`
        Resources:
          Readers:
            Type: AWS::SecretsManager::ResourcePolicy
            Properties:
              SecretId: password
              ResourcePolicy:
                Statement:
                  - Effect: Allow
                    Principal: '*'
                             # ^^^
                    Action: secretsmanager:GetSecretValue
                    Resource: '*'
      `,
      good: template`
        Resources:
          Readers:
            Type: AWS::SecretsManager::ResourcePolicy
            Properties:
              SecretId: password
              ResourcePolicy:
                Statement:
                  - Effect: Allow
                    Principal:
                      AWS: !Sub 'arn:\${AWS::Partition}:iam::\${AWS::AccountId}:root'
                    Action: secretsmanager:GetSecretValue
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
          Readers:
            Type: AWS::SecretsManager::ResourcePolicy
            Properties:
              SecretId: password
              ResourcePolicy:
                Statement:
                  - Effect: Allow
                    Principal: {AWS: !If [IsShared, '*', !Ref AWS::AccountId]}
                                                  # ^^^
                    Action: secretsmanager:GetSecretValue
                    Resource: '*'
      `,
      good: template`
        Parameters:
          Shared:
            Type: String
        Conditions:
          IsShared: !Equals [!Ref Shared, 'yes']
        Resources:
          Readers:
            Type: AWS::SecretsManager::ResourcePolicy
            Properties:
              SecretId: password
              ResourcePolicy:
                Statement:
                  - Effect: Allow
                    Principal: {AWS: !If [IsShared, !Sub 'arn:\${AWS::Partition}:iam::\${AWS::AccountId}:root', !Ref AWS::AccountId]}
                    Action: secretsmanager:GetSecretValue
                    Resource: '*'
      `,
    },
    {
      name: 'a principal without default is unknown',
      silent: template`
        Parameters:
          Reader:
            Type: String
        Resources:
          Readers:
            Type: AWS::SecretsManager::ResourcePolicy
            Properties:
              SecretId: password
              ResourcePolicy:
                Statement:
                  - Effect: Allow
                    Principal: {AWS: !Ref Reader}
                    Action: secretsmanager:GetSecretValue
                    Resource: '*'
      `,
    },
  ],
});
