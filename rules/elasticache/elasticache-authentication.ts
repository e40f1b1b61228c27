import {
  addParameter,
  addResource,
  companion,
  defineRule,
  type Fragment,
  fix,
  isOlderCache,
  set,
  template,
} from '#kit';

export default defineRule({
  id: 'elasticache-authentication',
  title: 'ElastiCache asks nobody who they are',
  on: 'AWS::ElastiCache::ReplicationGroup',
  severity: 'medium',
  category: 'access-control',
  profile: 'recommended',
  aspect: 'identity-access',
  peers: {
    checkov: ['CKV_AWS_31'],
    cdk_nag: ['ElastiCacheRedisClusterRedisAuth', 'AwsSolutions-AEC6'],
    security_hub: ['ElastiCache.6'],
  },
  controls: { 'aws-fsbp': ['ElastiCache.6'], 'nist-800-53-r5': ['AC-3', 'AC-6'], 'pci-dss-4': ['7.2.2'] },
  why: 'Whoever reaches the port reads, changes and empties the cache: neither a token nor users are asked for.',
  remedy: 'Give the group an AuthToken from Secrets Manager, or users (UserGroupIds); both need TLS.',
  references: ['https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/auth.html'],
  check(group, report) {
    // A secondary group takes it from the primary one.
    if (!group.get('GlobalReplicationGroupId').isAbsent) return;
    const token = group.get('AuthToken');
    if (!token.isAbsent || !group.get('UserGroupIds').isAbsent) return;
    const secret = `${group.logicalId}Token`;
    const tls = group.get('TransitEncryptionEnabled');
    const body = companion(
      group,
      'AWS::SecretsManager::Secret',
      {
        Description: `Token of ${group.logicalId}`,
        GenerateSecretString: { PasswordLength: 64, ExcludePunctuation: true },
      },
      { DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' },
    );
    const generated = [
      addResource(secret, body, group),
      set(token, { 'Fn::Sub': `{{resolve:secretsmanager:\${${secret}}}}` }),
    ];
    const given = [addParameter(secret, parameterFor(group.logicalId)), set(token, { Ref: secret })];
    const overTls = tls.is(true) ? [] : [set(tls, true)];
    report(token, `${group.logicalId} lets in whoever reaches its port`, {
      fixes: isOlderCache(group)
        ? []
        : [
            fix(
              'Ask for a generated token over TLS (clients must read the secret)',
              'behaviour',
              ...generated,
              ...overTls,
            ),
            fix('Ask for a token over TLS that a hidden parameter gives', 'behaviour', ...given, ...overTls),
          ],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Sessions:
        # ^^^^^^^^
            Type: AWS::ElastiCache::ReplicationGroup
            Properties:
              Engine: redis
              TransitEncryptionEnabled: true
      `,
      good: template`
        Resources:
          Sessions:
            Type: AWS::ElastiCache::ReplicationGroup
            Properties:
              Engine: redis
              TransitEncryptionEnabled: true
              AuthToken: !Sub '{{resolve:secretsmanager:\${SessionsToken}}}'
          SessionsToken:
            Type: AWS::SecretsManager::Secret
            DeletionPolicy: Retain
            UpdateReplacePolicy: Retain
            Properties:
              Description: Token of Sessions
              GenerateSecretString:
                PasswordLength: 64
                ExcludePunctuation: true
      `,
    },
    {
      name: 'in one environment only',
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env:
            Type: String
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Sessions:
        # ^^^^^^^^
            Type: AWS::ElastiCache::ReplicationGroup
            Properties:
              Engine: redis
              UserGroupIds: !If [IsProd, [!ImportValue Users], !Ref AWS::NoValue]
      `,
      good: template`
        Parameters:
          Env:
            Type: String
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Sessions:
            Type: AWS::ElastiCache::ReplicationGroup
            Properties:
              Engine: redis
              UserGroupIds: !If [IsProd, [!ImportValue Users], !Ref AWS::NoValue]
              AuthToken: !Sub '{{resolve:secretsmanager:\${SessionsToken}}}'
              TransitEncryptionEnabled: true
          SessionsToken:
            Type: AWS::SecretsManager::Secret
            DeletionPolicy: Retain
            UpdateReplacePolicy: Retain
            Properties:
              Description: Token of Sessions
              GenerateSecretString:
                PasswordLength: 64
                ExcludePunctuation: true
      `,
    },
    {
      name: 'a secondary group takes it from the primary one',
      silent: template`
        Parameters:
          Setting:
            Type: String
        Resources:
          Sessions:
            Type: AWS::ElastiCache::ReplicationGroup
            Properties:
              GlobalReplicationGroupId: !Ref Setting
      `,
    },
    {
      name: 'users from a parameter are unknown',
      silent: template`
        Parameters:
          Setting:
            Type: CommaDelimitedList
        Resources:
          Sessions:
            Type: AWS::ElastiCache::ReplicationGroup
            Properties:
              UserGroupIds: !Ref Setting
      `,
    },
    {
      name: 'an engine that knows no tokens needs to be newer first',
      bad: template`
        Resources:
          Sessions:
        # ^^^^^^^^
            Type: AWS::ElastiCache::ReplicationGroup
            Properties:
              Engine: redis
              EngineVersion: 2.8.24
      `,
    },
  ],
});

/** Lengths and characters as ElastiCache takes them. */
function parameterFor(group: string): Fragment {
  return {
    Type: 'String',
    NoEcho: true,
    Description: `Token that clients of ${group} send`,
    MinLength: 16,
    MaxLength: 128,
    AllowedPattern: '^[A-Za-z0-9!&#$^<>-]+$',
  };
}
