import {
  addParameter,
  addResource,
  companion,
  defineRule,
  type Fix,
  type Fragment,
  fix,
  kmsKeyBody,
  type ResourceView,
  set,
  template,
  type Value,
} from '#kit';

export default defineRule({
  id: 'emr-security-configuration',
  title: 'EMR cluster has no security configuration',
  on: 'AWS::EMR::Cluster',
  severity: 'medium',
  category: 'encryption-at-rest',
  profile: 'recommended',
  aspect: 'encryption-at-rest',
  peers: {
    cfn_nag: ['W63'],
    cdk_nag: ['EMREncryptionInTransit', 'AwsSolutions-EMR5', 'EMRLocalDiskEncryption', 'AwsSolutions-EMR4'],
    kics: ['48af92a5'],
  },
  controls: { 'nist-800-53-r5': ['SC-8', 'SC-28', 'SC-28(1)'], 'pci-dss-4': ['3.5.1', '4.2.1'] },
  why: 'Encryption of disks, and of what nodes say to each other, is part of a security configuration, and off without one: jobs spill their data in the clear.',
  remedy: 'Name an AWS::EMR::SecurityConfiguration that encrypts at rest and in transit.',
  references: [
    'https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-security-configurations.html',
    'https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-data-encryption-options.html',
  ],
  check(cluster, report) {
    const configuration = cluster.get('SecurityConfiguration');
    if (!configuration.isAbsent) return;
    report(configuration, `${cluster.logicalId} has no security configuration`, {
      fixes: () => [useConfiguration(cluster, configuration)],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Jobs:
        # ^^^^
            Type: AWS::EMR::Cluster
            Properties:
              ReleaseLabel: emr-7.10.0
      `,
      good: template`
        Parameters:
          JobsCertificates:
            Type: String
            Description: Certificates of the nodes as a zip file in S3
            AllowedPattern: '^s3://[^/]+/.+\\.zip$'
        Resources:
          Jobs:
            Type: AWS::EMR::Cluster
            Properties:
              ReleaseLabel: emr-7.10.0
              SecurityConfiguration: !Ref JobsSecurity
          JobsSecurity:
            Type: AWS::EMR::SecurityConfiguration
            Properties:
              SecurityConfiguration:
                EncryptionConfiguration:
                  EnableAtRestEncryption: true
                  AtRestEncryptionConfiguration:
                    S3EncryptionConfiguration:
                      EncryptionMode: SSE-S3
                    LocalDiskEncryptionConfiguration:
                      EncryptionKeyProviderType: AwsKms
                      AwsKmsKey: !GetAtt JobsKey.Arn
                      EnableEbsEncryption: true
                  EnableInTransitEncryption: true
                  InTransitEncryptionConfiguration:
                    TLSCertificateConfiguration:
                      CertificateProviderType: PEM
                      S3Object: !Ref JobsCertificates
          JobsKey:
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
      name: 'in development, beside a configuration',
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Secure:
            Type: AWS::EMR::SecurityConfiguration
            Properties: {SecurityConfiguration: !ImportValue Secure}
          Jobs:
            Type: AWS::EMR::Cluster
            Properties:
              SecurityConfiguration: !If [IsProd, !Ref Secure, !Ref AWS::NoValue]
            # ^^^^^^^^^^^^^^^^^^^^^
      `,
      good: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Secure:
            Type: AWS::EMR::SecurityConfiguration
            Properties: {SecurityConfiguration: !ImportValue Secure}
          Jobs:
            Type: AWS::EMR::Cluster
            Properties:
              SecurityConfiguration: !If [IsProd, !Ref Secure, !Ref Secure]
      `,
    },
    {
      name: 'a configuration that is chosen at deployment',
      silent: template`
        Parameters:
          Configuration: {Type: String}
        Resources:
          Jobs:
            Type: AWS::EMR::Cluster
            Properties: {SecurityConfiguration: !Ref Configuration}
      `,
    },
  ],
});

function useConfiguration(cluster: ResourceView, at: Value): Fix | undefined {
  const [known] = cluster.template
    .resources('AWS::EMR::SecurityConfiguration')
    .filter((configuration) => configuration.attribute('Condition').isAbsent);
  if (known)
    return fix(`Use ${known.logicalId} (replaces the cluster)`, 'replacement', set(at, { Ref: known.logicalId }));
  const [configuration, key, certificates] = ['Security', 'Key', 'Certificates'].map(
    (suffix) => `${cluster.logicalId}${suffix}`,
  ) as [string, string, string];
  return fix(
    'Encrypt at rest and in transit (replaces the cluster; asks for certificates; its roles need rights on the key)',
    'replacement',
    addParameter(certificates, {
      Type: 'String',
      Description: 'Certificates of the nodes as a zip file in S3',
      AllowedPattern: '^s3://[^/]+/.+\\.zip$',
    }),
    addResource(configuration, configurationBody(cluster, key, certificates), cluster),
    addResource(key, kmsKeyBody(cluster), cluster),
    set(at, { Ref: configuration }),
  );
}

function configurationBody(cluster: ResourceView, key: string, certificates: string): Fragment {
  const atRest = {
    S3EncryptionConfiguration: { EncryptionMode: 'SSE-S3' },
    LocalDiskEncryptionConfiguration: {
      EncryptionKeyProviderType: 'AwsKms',
      AwsKmsKey: { 'Fn::GetAtt': [key, 'Arn'] },
      EnableEbsEncryption: true,
    },
  };
  const inTransit = {
    TLSCertificateConfiguration: { CertificateProviderType: 'PEM', S3Object: { Ref: certificates } },
  };
  const encryption = {
    EnableAtRestEncryption: true,
    AtRestEncryptionConfiguration: atRest,
    EnableInTransitEncryption: true,
    InTransitEncryptionConfiguration: inTransit,
  };
  const properties = { SecurityConfiguration: { EncryptionConfiguration: encryption } };
  return companion(cluster, 'AWS::EMR::SecurityConfiguration', properties);
}
