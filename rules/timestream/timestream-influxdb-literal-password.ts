import { defineRule, hideSecret, secretExposure, secretInPlainSight, template } from '#kit';

export default defineRule({
  id: 'timestream-influxdb-literal-password',
  title: 'Timestream for InfluxDB password stands in the template',
  on: 'AWS::Timestream::InfluxDBInstance',
  severity: 'critical',
  category: 'secrets',
  profile: 'essential',
  aspect: 'keys-secrets',
  peers: {},
  controls: { 'nist-800-53-r5': ['IA-5(7)', 'SC-28'], 'pci-dss-4': ['8.6.2'] },
  why: 'Everyone who reads the repository, the stack or its change sets knows the first user’s password.',
  remedy: 'Refer to a secret of Secrets Manager.',
  references: ['https://docs.aws.amazon.com/timestream/latest/developerguide/timestream-for-influx-security.html'],
  check(resource, report) {
    const value = resource.get('Password');
    const exposure = secretExposure(value, resource.template);
    if (!exposure) return;
    const description = `Password of ${resource.logicalId}`;
    report(value, `${description} ${secretInPlainSight(exposure)}`, {
      severity: exposure.kind === 'echo' ? 'high' : 'critical',
      fixes: hideSecret({ of: resource, value, name: 'Password', description, isOwn: true }, exposure),
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Metrics:
            Type: AWS::Timestream::InfluxDBInstance
            Properties:
              Name: metrics
              Password: correct-horse
                      # ^^^^^^^^^^^^^
      `,
      good: template`
        Resources:
          Metrics:
            Type: AWS::Timestream::InfluxDBInstance
            Properties:
              Name: metrics
              Password: !Sub '{{resolve:secretsmanager:\${MetricsPassword}}}'
          MetricsPassword:
            Type: AWS::SecretsManager::Secret
            DeletionPolicy: Retain
            UpdateReplacePolicy: Retain
            Properties:
              Description: Password of Metrics
              GenerateSecretString:
                PasswordLength: 32
                ExcludePunctuation: true
      `,
    },
    {
      name: 'the default of a hidden parameter is still a secret in the template',
      when: 'Secret is left at its default',
      bad: template`
        Parameters:
          Secret:
            Type: String
            NoEcho: true
            Default: correct-horse
        Resources:
          Metrics:
            Type: AWS::Timestream::InfluxDBInstance
            Properties:
              Name: metrics
              Password: !Ref Secret
                      # ^^^^^^^^^^^
      `,
      good: template`
        Parameters:
          Secret:
            Type: String
            NoEcho: true
        Resources:
          Metrics:
            Type: AWS::Timestream::InfluxDBInstance
            Properties:
              Name: metrics
              Password: !Ref Secret
      `,
    },
    {
      name: 'a parameter that is shown in clear text',
      bad: template`
        Parameters:
          Secret:
            Type: String
        Resources:
          Metrics:
            Type: AWS::Timestream::InfluxDBInstance
            Properties:
              Name: metrics
              Password: !Ref Secret
                      # ^^^^^^^^^^^
      `,
      good: template`
        Parameters:
          Secret:
            Type: String
            NoEcho: true
        Resources:
          Metrics:
            Type: AWS::Timestream::InfluxDBInstance
            Properties:
              Name: metrics
              Password: !Ref Secret
      `,
    },
    {
      name: 'a literal in one environment only',
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
          Metrics:
            Type: AWS::Timestream::InfluxDBInstance
            Properties:
              Name: metrics
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
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Metrics:
            Type: AWS::Timestream::InfluxDBInstance
            Properties:
              Name: metrics
              Password: !If [IsProd, !Ref Secret, !Sub '{{resolve:secretsmanager:\${MetricsPassword}}}']
          MetricsPassword:
            Type: AWS::SecretsManager::Secret
            DeletionPolicy: Retain
            UpdateReplacePolicy: Retain
            Properties:
              Description: Password of Metrics
              GenerateSecretString:
                PasswordLength: 32
                ExcludePunctuation: true
      `,
    },
    {
      name: 'a dynamic reference is read when the stack is deployed',
      silent: template`
        Resources:
          Metrics:
            Type: AWS::Timestream::InfluxDBInstance
            Properties:
              Name: metrics
              Password: '{{resolve:secretsmanager:orders:SecretString:password}}'
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
          Metrics:
            Type: AWS::Timestream::InfluxDBInstance
            Properties:
              Name: metrics
              Password: !Ref Secret
      `,
    },
  ],
});
