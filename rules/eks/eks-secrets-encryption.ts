import { addResource, defineRule, fix, kmsKeyBody, set, template } from '#kit';

export default defineRule({
  id: 'eks-secrets-encryption',
  title: 'Secrets of a cluster have no key of your own',
  on: 'AWS::EKS::Cluster',
  severity: 'low',
  category: 'encryption-at-rest',
  profile: 'recommended',
  aspect: 'keys-secrets',
  peers: {
    checkov: ['CKV_AWS_58'],
    cfn_nag: ['W82'],
    guard: ['EKS_CLUSTER_ENCRYPTION_RULE'],
    trivy: ['AWS-0039'],
    security_hub: ['EKS.3'],
  },
  controls: { 'aws-fsbp': ['EKS.3'], 'nist-800-53-r5': ['SC-28'], 'pci-dss-4': ['8.3.2'] },
  why: 'Since Kubernetes 1.28 EKS encrypts all of etcd with a key of AWS; before, Secrets lay on an encrypted disk only. With a key of yours you decide who decrypts them.',
  remedy: 'Add an EncryptionConfig for secrets with a KMS key.',
  references: [
    'https://docs.aws.amazon.com/eks/latest/userguide/enable-kms.html',
    'https://docs.aws.amazon.com/eks/latest/userguide/envelope-encryption.html',
  ],
  check(cluster, report) {
    const configs = cluster.get('EncryptionConfig');
    if (configs.isUnknown || configs.isOpen) return;
    const lacking = configs
      .items()
      .map((config) => config.get('Provider.KeyArn'))
      .find((key) => key.isAbsent);
    const others = configs.items().map((config) => config.get('Resources'));
    const other = others.find((what) => !what.isOpen && what.items().every((item) => item.isNot('secrets')));
    if (configs.items().length > 0 && !lacking && !other) return;
    const key = `${cluster.logicalId}SecretsKey`;
    const config = { Resources: ['secrets'], Provider: { KeyArn: { 'Fn::GetAtt': [key, 'Arn'] } } };
    report(lacking ?? other ?? configs, `Secrets of ${cluster.logicalId} are encrypted without a key of your own`, {
      // Most look for a key alone.
      ...(other && !lacking ? { peers: { checkov: ['CKV_AWS_58'] } } : {}),
      fixes: () => [
        lacking || other
          ? other && fix('Encrypt secrets (cannot be undone)', 'cost', set(other, ['secrets']))
          : fix(
              'Encrypt secrets with a new KMS key (cannot be undone)',
              'cost',
              addResource(key, kmsKeyBody(cluster), cluster),
              set(configs, [config]),
            ),
      ],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Shop:
        # ^^^^
            Type: AWS::EKS::Cluster
            Properties:
              RoleArn: arn:aws:iam::123456789012:role/eks
      `,
      good: template`
        Resources:
          Shop:
            Type: AWS::EKS::Cluster
            Properties:
              RoleArn: arn:aws:iam::123456789012:role/eks
              EncryptionConfig:
                - Resources:
                    - secrets
                  Provider:
                    KeyArn: !GetAtt ShopSecretsKey.Arn
          ShopSecretsKey:
            Type: AWS::KMS::Key
            DeletionPolicy: Retain
            UpdateReplacePolicy: Retain
            Properties:
              EnableKeyRotation: true
              KeyPolicy:
                Version: '2012-10-17'
                Statement:
                  - Sid: AllowAccount
                    Effect: Allow
                    Principal:
                      AWS: !Sub 'arn:\${AWS::Partition}:iam::\${AWS::AccountId}:root'
                    Action: kms:*
                    Resource: '*'
      `,
    },
    {
      name: 'in development',
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Shop:
            Type: AWS::EKS::Cluster
            Properties:
              EncryptionConfig: !If [IsProd, [{Resources: [secrets], Provider: {KeyArn: 'arn:aws:kms:eu-west-1:123456789012:key/1234'}}], !Ref AWS::NoValue]
            # ^^^^^^^^^^^^^^^^
      `,
    },
    {
      name: 'the key is a parameter without default',
      silent: template`
        Parameters:
          Given: {Type: String}
        Resources:
          Shop:
            Type: AWS::EKS::Cluster
            Properties: {EncryptionConfig: [{Resources: [secrets], Provider: {KeyArn: !Ref Given}}]}
      `,
    },
    {
      name: 'an encryption that does not say of what',
      bad: template`
        Resources:
          Shop:
            Type: AWS::EKS::Cluster
            Properties:
              EncryptionConfig:
                - Provider: {KeyArn: !ImportValue Key}
                # ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      `,
      good: template`
        Resources:
          Shop:
            Type: AWS::EKS::Cluster
            Properties:
              EncryptionConfig:
                - Provider: {KeyArn: !ImportValue Key}
                  Resources:
                    - secrets
      `,
    },
  ],
});
