import { defineRule, hideSecret, secretExposure, secretInPlainSight, secretSource, template } from '#kit';

export default defineRule({
  id: 'datasync-literal-secret',
  title: 'Secret of a DataSync location stands in the template',
  on: [
    'AWS::DataSync::LocationAzureBlob',
    'AWS::DataSync::LocationFSxONTAP',
    'AWS::DataSync::LocationFSxWindows',
    'AWS::DataSync::LocationHDFS',
    'AWS::DataSync::LocationObjectStorage',
    'AWS::DataSync::LocationSMB',
  ],
  severity: 'critical',
  category: 'secrets',
  profile: 'essential',
  aspect: 'keys-secrets',
  peers: {},
  controls: { 'nist-800-53-r5': ['IA-5(7)', 'SC-28'], 'pci-dss-4': ['8.6.2'] },
  why: 'It opens a whole file server or object store, and everyone who reads the repository, the stack or its change sets has it.',
  remedy: 'Refer to a secret of Secrets Manager, or have DataSync read one by CustomSecretConfig.',
  references: ['https://docs.aws.amazon.com/datasync/latest/userguide/configure-source-location.html'],
  check(location, report) {
    for (const { path, what, name } of SECRETS) {
      const value = location.get(path);
      const exposure = secretExposure(value, location.template);
      if (!exposure) continue;
      const description = `The ${what} of ${location.logicalId}`;
      report(value, `${description} ${secretInPlainSight(exposure)}`, {
        related: secretSource(exposure),
        severity: exposure.kind === 'echo' ? 'high' : 'critical',
        fixes: () => hideSecret({ of: location, value, name, description, isOwn: false }, exposure),
      });
    }
  },
  examples: [
    {
      bad: template`
        Resources:
          Office:
            Type: AWS::DataSync::LocationSMB
            Properties:
              AgentArns: [!ImportValue Agent]
              ServerHostname: files.example.com
              User: copy
              Password: not-a-secret-any-more
                      # ^^^^^^^^^^^^^^^^^^^^^
      `,
      good: template`
        Parameters:
          OfficePassword:
            Type: String
            NoEcho: true
            Description: The password of Office
        Resources:
          Office:
            Type: AWS::DataSync::LocationSMB
            Properties:
              AgentArns: [!ImportValue Agent]
              ServerHostname: files.example.com
              User: copy
              Password: !Ref OfficePassword
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
          Store:
            Type: AWS::DataSync::LocationObjectStorage
            Properties:
              AccessKey: copy
              SecretKey: !If [IsProd, '{{resolve:secretsmanager:store}}', minioadmin]
                                                                        # ^^^^^^^^^^
      `,
    },
    {
      name: 'a hidden parameter',
      silent: template`
        Parameters:
          Token: {Type: String, NoEcho: true}
        Resources:
          Blobs:
            Type: AWS::DataSync::LocationAzureBlob
            Properties:
              AzureBlobAuthenticationType: SAS
              AzureBlobSasConfiguration: {AzureBlobSasToken: !Ref Token}
      `,
    },
  ],
});

const SECRETS = [
  { path: 'Password', what: 'password', name: 'Password' },
  { path: 'Protocol.SMB.Password', what: 'password', name: 'Password' },
  { path: 'SecretKey', what: 'secret key', name: 'SecretKey' },
  { path: 'AzureBlobSasConfiguration.AzureBlobSasToken', what: 'token', name: 'SasToken' },
  { path: 'KerberosKeytab', what: 'keytab', name: 'Keytab' },
];
