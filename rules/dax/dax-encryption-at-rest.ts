import { defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'dax-encryption-at-rest',
  title: 'DAX cluster stores its cache unencrypted',
  on: 'AWS::DAX::Cluster',
  severity: 'high',
  category: 'encryption-at-rest',
  profile: 'recommended',
  aspect: 'encryption-at-rest',
  peers: {
    checkov: ['CKV_AWS_47'],
    cfn_nag: ['W83'],
    guard: ['DAX_ENCRYPTION_ENABLED'],
    trivy: ['AWS-0023'],
    cdk_nag: ['DAXEncrypted', 'AwsSolutions-DDB4'],
    security_hub: ['DynamoDB.3'],
  },
  controls: { 'aws-fsbp': ['DynamoDB.3'], 'nist-800-53-r5': ['SC-28', 'SC-28(1)'] },
  why: 'What DynamoDB encrypts, the cache in front of it then keeps on disk in the clear. Encryption can only be chosen when a cluster is made, and is off by default.',
  remedy: 'Set SSESpecification.SSEEnabled to true.',
  references: ['https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/DAXEncryptionAtRest.html'],
  check(cluster, report) {
    const encrypted = cluster.get('SSESpecification.SSEEnabled');
    if (!encrypted.isNot(true)) return;
    report(encrypted, `${cluster.logicalId} stores its cache unencrypted`, {
      fixes: [fix('Encrypt the cache (replaces the cluster)', 'replacement', set(encrypted, true))],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Orders:
        # ^^^^^^
            Type: AWS::DAX::Cluster
            Properties:
              ReplicationFactor: 3
      `,
      good: template`
        Resources:
          Orders:
            Type: AWS::DAX::Cluster
            Properties:
              ReplicationFactor: 3
              SSESpecification:
                SSEEnabled: true
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
          Orders:
            Type: AWS::DAX::Cluster
            Properties:
              ReplicationFactor: 3
              SSESpecification:
                SSEEnabled: !If [IsProd, true, false]
                                             # ^^^^^
      `,
      good: template`
        Parameters:
          Env:
            Type: String
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Orders:
            Type: AWS::DAX::Cluster
            Properties:
              ReplicationFactor: 3
              SSESpecification:
                SSEEnabled: !If [IsProd, true, true]
      `,
    },
    {
      name: 'a parameter without default decides',
      silent: template`
        Parameters:
          Setting:
            Type: String
        Resources:
          Orders:
            Type: AWS::DAX::Cluster
            Properties:
              ReplicationFactor: 3
              SSESpecification:
                SSEEnabled: !Ref Setting
      `,
    },
  ],
});
