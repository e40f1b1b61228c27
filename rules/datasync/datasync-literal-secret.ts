import { secretRule } from '#kit';

export default secretRule({
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
  why: 'It opens a whole file server or object store, and everyone who reads the repository, the stack or its change sets has it.',
  remedy: 'Refer to a secret of Secrets Manager, or have DataSync read one by CustomSecretConfig.',
  references: ['https://docs.aws.amazon.com/datasync/latest/userguide/configure-source-location.html'],
  secrets: [
    { path: 'Password', what: 'Password', name: 'Password', isOwn: false, peers: {} },
    { path: 'Protocol.SMB.Password', what: 'Password', name: 'Password', isOwn: false, peers: {} },
    { path: 'SecretKey', what: 'Secret key', name: 'SecretKey', isOwn: false, peers: {} },
    {
      path: 'AzureBlobSasConfiguration.AzureBlobSasToken',
      what: 'Token',
      name: 'SasToken',
      isOwn: false,
      peers: {},
    },
    { path: 'KerberosKeytab', what: 'Keytab', name: 'Keytab', isOwn: false, peers: {} },
  ],
  sample: {
    logicalId: 'Office',
    type: 'AWS::DataSync::LocationSMB',
    properties: ['AgentArns: [!ImportValue Agent]', 'ServerHostname: files.example.com', 'User: copy'],
  },
});
