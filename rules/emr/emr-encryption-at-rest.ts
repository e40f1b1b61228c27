import { addResource, defineRule, type Fix, fix, kmsKeyBody, type ResourceView, set, template, type Value } from '#kit';

const CONFIGURED = { cfn_nag: ['W61'], guard: ['EMR_SECURITY_CONFIG_ENABLED_AND_CONFIGURED_RULE'] };
const DISKS = { ...CONFIGURED, trivy: ['AWS-0139'], cdk_nag: ['EMRLocalDiskEncryption', 'AwsSolutions-EMR4'] };
const PEERS = { ...DISKS, trivy: ['AWS-0137', 'AWS-0139'], kics: ['5b033ec8'], security_hub: ['EMR.3'] };

export default defineRule({
  id: 'emr-encryption-at-rest',
  title: 'EMR stores data unencrypted',
  on: 'AWS::EMR::SecurityConfiguration',
  severity: 'medium',
  category: 'encryption-at-rest',
  profile: 'recommended',
  aspect: 'encryption-at-rest',
  peers: PEERS,
  controls: { 'aws-fsbp': ['EMR.3'], 'nist-800-53-r5': ['SC-28', 'SC-28(1)'], 'pci-dss-4': ['3.5.1'] },
  why: 'Jobs spill what they work on to the disks of their instances, which are unencrypted unless the security configuration says otherwise.',
  remedy: 'Set EnableAtRestEncryption with an S3EncryptionConfiguration and a LocalDiskEncryptionConfiguration.',
  references: ['https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-create-security-configuration.html'],
  check(configuration, report) {
    const encryption = configuration.get('SecurityConfiguration').embedded().get('EncryptionConfiguration');
    const enabled = encryption.get('EnableAtRestEncryption');
    const parts = encryption.get('AtRestEncryptionConfiguration');
    const disks = parts.get('LocalDiskEncryptionConfiguration.EncryptionKeyProviderType');
    const objects = parts.get('S3EncryptionConfiguration.EncryptionMode');
    const isDiskOpen = disks.isAbsent || disks.is('');
    const fixes = () => [encrypt(configuration, encryption)];
    if (enabled.isNot(true)) {
      report(enabled, `${configuration.logicalId} leaves disks and objects unencrypted`, {
        // Trivy asks for the key of the disks apart from the switch.
        peers: isDiskOpen ? PEERS : { ...PEERS, trivy: ['AWS-0137'] },
        fixes,
      });
    } else if (enabled.is(true) && isDiskOpen) {
      report(disks, `${configuration.logicalId} leaves the disks of instances unencrypted`, { peers: DISKS, fixes });
    } else if (enabled.is(true) && objects.isAbsent) {
      report(objects, `${configuration.logicalId} does not say how objects in S3 are encrypted`, {
        severity: 'low',
        peers: CONFIGURED,
        fixes,
      });
    }
  },
  examples: [
    {
      bad: template`
        Resources:
          Secure:
            Type: AWS::EMR::SecurityConfiguration
            Properties:
              SecurityConfiguration:
                EncryptionConfiguration:
                  EnableInTransitEncryption: false
                  EnableAtRestEncryption: false
                                        # ^^^^^
      `,
      good: template`
        Resources:
          Secure:
            Type: AWS::EMR::SecurityConfiguration
            Properties:
              SecurityConfiguration:
                EncryptionConfiguration:
                  EnableInTransitEncryption: false
                  EnableAtRestEncryption: true
                  AtRestEncryptionConfiguration:
                    S3EncryptionConfiguration:
                      EncryptionMode: SSE-S3
                    LocalDiskEncryptionConfiguration:
                      EncryptionKeyProviderType: AwsKms
                      AwsKmsKey: !GetAtt SecureKey.Arn
                      EnableEbsEncryption: true
          SecureKey:
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
      name: 'disks, in development',
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Secure:
            Type: AWS::EMR::SecurityConfiguration
            Properties:
              SecurityConfiguration:
                EncryptionConfiguration:
                  EnableAtRestEncryption: true
                  AtRestEncryptionConfiguration:
                    S3EncryptionConfiguration: {EncryptionMode: SSE-S3}
                    LocalDiskEncryptionConfiguration: !If [IsProd, {EncryptionKeyProviderType: AwsKms, AwsKmsKey: alias/jobs}, !Ref AWS::NoValue]
                  # ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      `,
    },
    {
      name: 'disks without a provider of keys',
      bad: template`
        Resources:
          Secure:
            Type: AWS::EMR::SecurityConfiguration
            Properties:
              SecurityConfiguration:
                EncryptionConfiguration:
                  EnableAtRestEncryption: true
                  AtRestEncryptionConfiguration:
                    S3EncryptionConfiguration: {EncryptionMode: SSE-S3}
                    LocalDiskEncryptionConfiguration: {EncryptionKeyProviderType: ''}
                                                                                # ^^
      `,
    },
    {
      name: 'objects only',
      bad: template`
        Resources:
          Secure:
            Type: AWS::EMR::SecurityConfiguration
            Properties:
              SecurityConfiguration:
                EncryptionConfiguration:
                  EnableAtRestEncryption: true
                  AtRestEncryptionConfiguration:
                # ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                    LocalDiskEncryptionConfiguration: {EncryptionKeyProviderType: AwsKms, AwsKmsKey: alias/jobs}
      `,
      good: template`
        Resources:
          Secure:
            Type: AWS::EMR::SecurityConfiguration
            Properties:
              SecurityConfiguration:
                EncryptionConfiguration:
                  EnableAtRestEncryption: true
                  AtRestEncryptionConfiguration:
                    LocalDiskEncryptionConfiguration: {EncryptionKeyProviderType: AwsKms, AwsKmsKey: alias/jobs}
                    S3EncryptionConfiguration:
                      EncryptionMode: SSE-S3
      `,
    },
    {
      name: 'a configuration that is written as text, and one that is chosen at deployment',
      silent: template`
        Parameters:
          Encrypted: {Type: String}
        Resources:
          Text:
            Type: AWS::EMR::SecurityConfiguration
            Properties:
              SecurityConfiguration: '{"EncryptionConfiguration": {"EnableAtRestEncryption": true, "AtRestEncryptionConfiguration": {"S3EncryptionConfiguration": {"EncryptionMode": "SSE-S3"}, "LocalDiskEncryptionConfiguration": {"EncryptionKeyProviderType": "AwsKms"}}}}'
          Chosen:
            Type: AWS::EMR::SecurityConfiguration
            Properties: {SecurityConfiguration: {EncryptionConfiguration: {EnableAtRestEncryption: !Ref Encrypted}}}
      `,
    },
  ],
});

function encrypt(configuration: ResourceView, encryption: Value): Fix | undefined {
  const key = `${configuration.logicalId}Key`;
  const enabled = encryption.get('EnableAtRestEncryption');
  const disks = encryption.get('AtRestEncryptionConfiguration.LocalDiskEncryptionConfiguration');
  const objects = encryption.get('AtRestEncryptionConfiguration.S3EncryptionConfiguration');
  const provider = disks.get('EncryptionKeyProviderType');
  const disk = {
    EncryptionKeyProviderType: 'AwsKms',
    AwsKmsKey: { 'Fn::GetAtt': [key, 'Arn'] },
    EnableEbsEncryption: true,
  };
  return fix(
    'Encrypt disks and objects (replaces the configuration; roles of the cluster need rights on the key)',
    'replacement',
    ...(enabled.isNot(true) ? [set(enabled, true)] : []),
    ...(objects.get('EncryptionMode').isAbsent ? [set(objects, { EncryptionMode: 'SSE-S3' })] : []),
    ...(provider.isAbsent || provider.is('')
      ? [set(disks, disk), addResource(key, kmsKeyBody(configuration), configuration)]
      : []),
  );
}
