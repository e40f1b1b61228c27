import { addParameter, defineRule, type Fix, fix, type ResourceView, set, template, type Value } from '#kit';

const CONFIGURED = { cfn_nag: ['W61'], guard: ['EMR_SECURITY_CONFIG_ENABLED_AND_CONFIGURED_RULE'] };
const PEERS = {
  ...CONFIGURED,
  trivy: ['AWS-0138'],
  cdk_nag: ['EMREncryptionInTransit', 'AwsSolutions-EMR5'],
  kics: ['5b033ec8'],
  security_hub: ['EMR.4'],
};

export default defineRule({
  id: 'emr-encryption-in-transit',
  title: 'Nodes of an EMR cluster talk in the clear',
  on: 'AWS::EMR::SecurityConfiguration',
  severity: 'medium',
  category: 'encryption-in-transit',
  profile: 'recommended',
  aspect: 'encryption-in-transit',
  peers: PEERS,
  controls: { 'aws-fsbp': ['EMR.4'], 'nist-800-53-r5': ['SC-8', 'SC-13', 'SC-23'], 'pci-dss-4': ['4.2.1'] },
  why: 'Shuffles move all data of a job between nodes. They are encrypted only when the security configuration says so and says where the certificates are.',
  remedy: 'Set EnableInTransitEncryption with a TLSCertificateConfiguration.',
  references: ['https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-encryption-enable.html'],
  check(configuration, report) {
    const encryption = configuration.get('SecurityConfiguration').embedded().get('EncryptionConfiguration');
    const enabled = encryption.get('EnableInTransitEncryption');
    const provider = encryption.get(
      'InTransitEncryptionConfiguration.TLSCertificateConfiguration.CertificateProviderType',
    );
    if (enabled.isNot(true)) {
      report(enabled, `Clusters with ${configuration.logicalId} talk in the clear between nodes`, {
        fixes: () => [encrypt(configuration, encryption)],
      });
    } else if (enabled.is(true) && provider.isAbsent) {
      report(provider, `${configuration.logicalId} does not say where the certificates are`, {
        peers: CONFIGURED,
        fixes: () => [encrypt(configuration, encryption)],
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
              # ^^^^^^^^^^^^^^^^^^^^^^^
                  EnableAtRestEncryption: true
      `,
      good: template`
        Parameters:
          SecureCertificates:
            Type: String
            Description: Certificates of the nodes as a zip file in S3
            AllowedPattern: '^s3://[^/]+/.+\\.zip$'
        Resources:
          Secure:
            Type: AWS::EMR::SecurityConfiguration
            Properties:
              SecurityConfiguration:
                EncryptionConfiguration:
                  EnableAtRestEncryption: true
                  EnableInTransitEncryption: true
                  InTransitEncryptionConfiguration:
                    TLSCertificateConfiguration:
                      CertificateProviderType: PEM
                      S3Object: !Ref SecureCertificates
      `,
    },
    {
      name: 'without certificates in development',
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
                  EnableInTransitEncryption: true
                  InTransitEncryptionConfiguration: !If [IsProd, {TLSCertificateConfiguration: {CertificateProviderType: PEM, S3Object: 's3://certificates/emr.zip'}}, !Ref AWS::NoValue]
                # ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
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
              SecurityConfiguration: '{"EncryptionConfiguration": {"EnableInTransitEncryption": true, "InTransitEncryptionConfiguration": {"TLSCertificateConfiguration": {"CertificateProviderType": "PEM", "S3Object": "s3://certificates/emr.zip"}}}}'
          Chosen:
            Type: AWS::EMR::SecurityConfiguration
            Properties: {SecurityConfiguration: {EncryptionConfiguration: {EnableInTransitEncryption: !Ref Encrypted}}}
      `,
    },
  ],
});

function encrypt(configuration: ResourceView, encryption: Value): Fix | undefined {
  const parameter = `${configuration.logicalId}Certificates`;
  const enabled = encryption.get('EnableInTransitEncryption');
  return fix(
    'Encrypt between nodes (replaces the configuration; asks for the certificates)',
    'replacement',
    addParameter(parameter, {
      Type: 'String',
      Description: 'Certificates of the nodes as a zip file in S3',
      AllowedPattern: '^s3://[^/]+/.+\\.zip$',
    }),
    ...(enabled.isNot(true) ? [set(enabled, true)] : []),
    set(encryption.get('InTransitEncryptionConfiguration.TLSCertificateConfiguration'), {
      CertificateProviderType: 'PEM',
      S3Object: { Ref: parameter },
    }),
  );
}
