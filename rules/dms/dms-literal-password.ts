import { secretRule } from '#kit';

const OTHER_PATHS = ['RedisSettings.AuthPassword', 'KafkaSettings.SaslPassword', 'KafkaSettings.SslClientKeyPassword'];

export default secretRule({
  id: 'dms-literal-password',
  title: 'DMS endpoint password stands in the template',
  on: 'AWS::DMS::Endpoint',
  severity: 'critical',
  why: 'Everyone who reads the repository, the stack or its change sets can log into the database that is moved.',
  remedy: 'Let the endpoint read its credentials from Secrets Manager (SecretsManagerSecretId), or refer to a secret.',
  references: ['https://docs.aws.amazon.com/dms/latest/userguide/security_iam_secretsmanager.html'],
  secrets: [
    {
      path: 'Password',
      what: 'Password',
      name: 'Password',
      isOwn: false,
      peers: {
        cfn_nag: ['F37'],
        guard: ['DMS_USES_SECURE_PARAMETER', 'DMS_USES_SECURE_SERVICE', 'DMS_NO_PLAINTEXT_PASSWORD'],
        kics: ['5f700072'],
      },
    },
    {
      path: 'MongoDbSettings.Password',
      what: 'Password',
      name: 'Password',
      isOwn: false,
      peers: { cfn_nag: ['F55'], kics: ['f988a17f'] },
    },
    ...OTHER_PATHS.map((path) => ({ path, what: 'Password', name: 'Password', isOwn: false, peers: {} })),
  ],
  sample: { logicalId: 'Source', type: 'AWS::DMS::Endpoint', properties: ['EngineName: mysql'] },
});
