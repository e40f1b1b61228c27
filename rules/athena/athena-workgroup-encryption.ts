import { customerKey, defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'athena-workgroup-encryption',
  title: 'Athena workgroup does not say how query results are encrypted',
  on: 'AWS::Athena::WorkGroup',
  severity: 'low',
  category: 'encryption-at-rest',
  profile: 'strict',
  aspect: 'encryption-at-rest',
  peers: { trivy: ['AWS-0006'], security_hub: ['Athena.1'] },
  controls: { 'nist-800-53-r5': ['SC-13', 'SC-28'] },
  why: 'Results are written to a bucket, and S3 has encrypted every new object with its own keys since January 2023. Results are copies of whatever was queried: the workgroup is the place where a key of your own goes.',
  remedy: 'Set EncryptionConfiguration in ResultConfiguration.',
  references: ['https://docs.aws.amazon.com/athena/latest/ug/encrypting-query-results-stored-in-s3.html'],
  check(group, report) {
    const configuration = group.get('WorkGroupConfiguration');
    // Athena keeps the results itself, encrypted.
    if (!configuration.get('ManagedQueryResultsConfiguration.Enabled').isNot(true)) return;
    const encryption = configuration.get('ResultConfiguration.EncryptionConfiguration');
    const option = encryption.get('EncryptionOption');
    if (!option.isAbsent) return;
    report(option, `${group.logicalId} leaves the encryption of query results to the bucket`, {
      fixes: () => [
        fix('Encrypt results with keys of S3', 'safe', set(encryption, { EncryptionOption: 'SSE_S3' })),
        customerKey(group, encryption.get('KmsKey'), {
          title: 'Encrypt results with a key of the stack (those who query need rights on it)',
          safety: 'behaviour',
          also: [set(option, 'SSE_KMS')],
        }),
      ],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Analysts:
            Type: AWS::Athena::WorkGroup
            Properties:
              Name: analysts
              WorkGroupConfiguration:
                ResultConfiguration:
              # ^^^^^^^^^^^^^^^^^^^
                  OutputLocation: s3://results/
      `,
      good: template`
        Resources:
          Analysts:
            Type: AWS::Athena::WorkGroup
            Properties:
              Name: analysts
              WorkGroupConfiguration:
                ResultConfiguration:
                  OutputLocation: s3://results/
                  EncryptionConfiguration:
                    EncryptionOption: SSE_S3
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
          Analysts:
            Type: AWS::Athena::WorkGroup
            Properties:
              WorkGroupConfiguration:
                ResultConfiguration:
                  EncryptionConfiguration: !If [IsProd, {EncryptionOption: SSE_S3}, !Ref AWS::NoValue]
                # ^^^^^^^^^^^^^^^^^^^^^^^
      `,
    },
    {
      name: 'results that Athena keeps, and an option that is chosen at deployment',
      silent: template`
        Parameters:
          Option: {Type: String}
        Resources:
          Kept:
            Type: AWS::Athena::WorkGroup
            Properties: {WorkGroupConfiguration: {ManagedQueryResultsConfiguration: {Enabled: true}}}
          Chosen:
            Type: AWS::Athena::WorkGroup
            Properties:
              WorkGroupConfiguration: {ResultConfiguration: {EncryptionConfiguration: {EncryptionOption: !Ref Option}}}
      `,
    },
  ],
});
