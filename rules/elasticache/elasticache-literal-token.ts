import { defineRule, hideSecret, secretExposure, secretInPlainSight, template } from '#kit';

export default defineRule({
  id: 'elasticache-literal-token',
  title: 'ElastiCache token stands in the template',
  on: 'AWS::ElastiCache::ReplicationGroup',
  severity: 'critical',
  category: 'secrets',
  profile: 'essential',
  aspect: 'keys-secrets',
  peers: { cfn_nag: ['F44'] },
  controls: { 'nist-800-53-r5': ['IA-5(7)', 'SC-28'], 'pci-dss-4': ['8.6.2'] },
  why: 'Everyone who reads the repository, the stack or its change sets knows the token of the cache, and it is seldom changed.',
  remedy: 'Refer to a secret of Secrets Manager.',
  references: ['https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/auth.html'],
  check(resource, report) {
    const value = resource.get('AuthToken');
    const exposure = secretExposure(value, resource.template);
    if (!exposure) return;
    const description = `Token of ${resource.logicalId}`;
    report(value, `${description} ${secretInPlainSight(exposure)}`, {
      severity: exposure.kind === 'echo' ? 'high' : 'critical',
      fixes: hideSecret({ of: resource, value, name: 'Token', description, isOwn: true }, exposure),
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Sessions:
            Type: AWS::ElastiCache::ReplicationGroup
            Properties:
              Engine: redis
              AuthToken: correct-horse
                       # ^^^^^^^^^^^^^
      `,
      good: template`
        Resources:
          Sessions:
            Type: AWS::ElastiCache::ReplicationGroup
            Properties:
              Engine: redis
              AuthToken: !Sub '{{resolve:secretsmanager:\${SessionsToken}}}'
          SessionsToken:
            Type: AWS::SecretsManager::Secret
            DeletionPolicy: Retain
            UpdateReplacePolicy: Retain
            Properties:
              Description: Token of Sessions
              GenerateSecretString:
                PasswordLength: 32
                ExcludePunctuation: true
      `,
    },
    {
      name: 'the default of a hidden parameter is still a secret in the template',
      when: 'Secret is left at its default',
      bad: template`
        Parameters:
          Secret:
            Type: String
            NoEcho: true
            Default: correct-horse
        Resources:
          Sessions:
            Type: AWS::ElastiCache::ReplicationGroup
            Properties:
              Engine: redis
              AuthToken: !Ref Secret
                       # ^^^^^^^^^^^
      `,
      good: template`
        Parameters:
          Secret:
            Type: String
            NoEcho: true
        Resources:
          Sessions:
            Type: AWS::ElastiCache::ReplicationGroup
            Properties:
              Engine: redis
              AuthToken: !Ref Secret
      `,
    },
    {
      name: 'a parameter that is shown in clear text',
      bad: template`
        Parameters:
          Secret:
            Type: String
        Resources:
          Sessions:
            Type: AWS::ElastiCache::ReplicationGroup
            Properties:
              Engine: redis
              AuthToken: !Ref Secret
                       # ^^^^^^^^^^^
      `,
      good: template`
        Parameters:
          Secret:
            Type: String
            NoEcho: true
        Resources:
          Sessions:
            Type: AWS::ElastiCache::ReplicationGroup
            Properties:
              Engine: redis
              AuthToken: !Ref Secret
      `,
    },
    {
      name: 'a literal in one environment only',
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env:
            Type: String
          Secret:
            Type: String
            NoEcho: true
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Sessions:
            Type: AWS::ElastiCache::ReplicationGroup
            Properties:
              Engine: redis
              AuthToken: !If [IsProd, !Ref Secret, correct-horse]
                                                 # ^^^^^^^^^^^^^
      `,
      good: template`
        Parameters:
          Env:
            Type: String
          Secret:
            Type: String
            NoEcho: true
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Sessions:
            Type: AWS::ElastiCache::ReplicationGroup
            Properties:
              Engine: redis
              AuthToken: !If [IsProd, !Ref Secret, !Sub '{{resolve:secretsmanager:\${SessionsToken}}}']
          SessionsToken:
            Type: AWS::SecretsManager::Secret
            DeletionPolicy: Retain
            UpdateReplacePolicy: Retain
            Properties:
              Description: Token of Sessions
              GenerateSecretString:
                PasswordLength: 32
                ExcludePunctuation: true
      `,
    },
    {
      name: 'a dynamic reference is read when the stack is deployed',
      silent: template`
        Resources:
          Sessions:
            Type: AWS::ElastiCache::ReplicationGroup
            Properties:
              Engine: redis
              AuthToken: '{{resolve:secretsmanager:orders:SecretString:password}}'
      `,
    },
    {
      name: 'a hidden parameter without default is unknown',
      silent: template`
        Parameters:
          Secret:
            Type: String
            NoEcho: true
        Resources:
          Sessions:
            Type: AWS::ElastiCache::ReplicationGroup
            Properties:
              Engine: redis
              AuthToken: !Ref Secret
      `,
    },
  ],
});
