import { defineRule, hideSecret, secretExposure, secretInPlainSight, template } from '#kit';

const PASSWORDS = [
  {
    path: 'Password',
    peers: { cfn_nag: ['F37'], guard: ['DMS_USES_SECURE_PARAMETER', 'DMS_NO_PLAINTEXT_PASSWORD'], kics: ['5f700072'] },
  },
  { path: 'MongoDbSettings.Password', peers: { cfn_nag: ['F55'], kics: ['f988a17f'] } },
  { path: 'RedisSettings.AuthPassword', peers: {} },
  { path: 'KafkaSettings.SaslPassword', peers: {} },
  { path: 'KafkaSettings.SslClientKeyPassword', peers: {} },
];

export default defineRule({
  id: 'dms-literal-password',
  title: 'DMS endpoint password stands in the template',
  on: 'AWS::DMS::Endpoint',
  severity: 'critical',
  category: 'secrets',
  profile: 'essential',
  aspect: 'keys-secrets',
  peers: {
    cfn_nag: ['F37', 'F55'],
    guard: ['DMS_USES_SECURE_PARAMETER', 'DMS_NO_PLAINTEXT_PASSWORD'],
    kics: ['5f700072', 'f988a17f'],
  },
  controls: { 'nist-800-53-r5': ['IA-5(7)', 'SC-28'], 'pci-dss-4': ['8.6.2'] },
  why: 'Everyone who reads the repository, the stack or its change sets can log into the database that is moved.',
  remedy: 'Let the endpoint read its credentials from Secrets Manager (SecretsManagerSecretId), or refer to a secret.',
  references: ['https://docs.aws.amazon.com/dms/latest/userguide/security_iam_secretsmanager.html'],
  check(endpoint, report) {
    for (const { path, peers } of PASSWORDS) {
      const value = endpoint.get(path);
      const exposure = secretExposure(value, endpoint.template);
      if (!exposure) continue;
      const description = `Password of ${endpoint.logicalId}`;
      report(value, `${description} ${secretInPlainSight(exposure)}`, {
        severity: exposure.kind === 'echo' ? 'high' : 'critical',
        peers,
        fixes: hideSecret({ of: endpoint, value, name: 'Password', description, isOwn: false }, exposure),
      });
    }
  },
  examples: [
    {
      bad: template`
        Resources:
          Source:
            Type: AWS::DMS::Endpoint
            Properties:
              EngineName: mysql
              Password: correct-horse
                      # ^^^^^^^^^^^^^
      `,
      good: template`
        Parameters:
          SourcePassword:
            Type: String
            NoEcho: true
            Description: Password of Source
        Resources:
          Source:
            Type: AWS::DMS::Endpoint
            Properties:
              EngineName: mysql
              Password: !Ref SourcePassword
      `,
    },
    {
      name: 'in one environment only',
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env:
            Type: String
          Secret:
            Type: String
            NoEcho: true
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Source:
            Type: AWS::DMS::Endpoint
            Properties:
              EngineName: mongodb
              MongoDbSettings:
                Password: !If [IsProd, !Ref Secret, correct-horse]
                                                  # ^^^^^^^^^^^^^
      `,
      good: template`
        Parameters:
          Env:
            Type: String
          Secret:
            Type: String
            NoEcho: true
          SourcePassword:
            Type: String
            NoEcho: true
            Description: Password of Source
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Source:
            Type: AWS::DMS::Endpoint
            Properties:
              EngineName: mongodb
              MongoDbSettings:
                Password: !If [IsProd, !Ref Secret, !Ref SourcePassword]
      `,
    },
    {
      name: 'a parameter that is shown in clear text',
      bad: template`
        Parameters:
          Secret:
            Type: String
        Resources:
          Source:
            Type: AWS::DMS::Endpoint
            Properties:
              EngineName: mysql
              Password: !Ref Secret
                      # ^^^^^^^^^^^
      `,
      good: template`
        Parameters:
          Secret:
            Type: String
            NoEcho: true
        Resources:
          Source:
            Type: AWS::DMS::Endpoint
            Properties:
              EngineName: mysql
              Password: !Ref Secret
      `,
    },
    {
      name: 'a hidden parameter without default is unknown',
      silent: template`
        Parameters:
          Secret:
            Type: String
            NoEcho: true
        Resources:
          Source:
            Type: AWS::DMS::Endpoint
            Properties:
              EngineName: mysql
              Password: !Ref Secret
      `,
    },
    {
      name: 'a dynamic reference is read when the stack is deployed',
      silent: template`
        Resources:
          Source:
            Type: AWS::DMS::Endpoint
            Properties:
              EngineName: mysql
              Password: '{{resolve:secretsmanager:orders:SecretString:password}}'
      `,
    },
  ],
});
