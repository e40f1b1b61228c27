import { defineRule, fix, hideSecret, remove, secretExposure, secretInPlainSight, set, template } from '#kit';

export default defineRule({
  id: 'docdb-literal-password',
  title: 'DocumentDB master password stands in the template',
  on: 'AWS::DocDB::DBCluster',
  severity: 'critical',
  category: 'secrets',
  profile: 'essential',
  aspect: 'keys-secrets',
  peers: {
    cfn_nag: ['F70'],
    cdk_nag: ['DocumentDBCredentialsInSecretsManager', 'AwsSolutions-DOC3'],
    kics: ['39423ce4'],
  },
  controls: { 'nist-800-53-r5': ['IA-5(7)', 'SC-28'], 'pci-dss-4': ['8.6.2'] },
  why: 'Everyone who reads the repository, the stack or its change sets knows the master password of the cluster, and it is seldom changed.',
  remedy:
    'Let DocumentDB keep the password in Secrets Manager (ManageMasterUserPassword), or refer to a generated secret.',
  references: ['https://docs.aws.amazon.com/documentdb/latest/developerguide/docdb-secrets-manager.html'],
  check(resource, report) {
    const value = resource.get('MasterUserPassword');
    const exposure = secretExposure(value, resource.template);
    if (!exposure) return;
    const description = `Master password of ${resource.logicalId}`;
    const managed = fix(
      'Let DocumentDB manage the password in Secrets Manager (rotates it; applications must read the secret)',
      'behaviour',
      set(resource.get('ManageMasterUserPassword'), true),
      remove(value),
    );
    const hidden = hideSecret({ of: resource, value, name: 'Password', description, isOwn: true }, exposure);
    report(value, `${description} ${secretInPlainSight(exposure)}`, {
      severity: exposure.kind === 'echo' ? 'high' : 'critical',
      fixes: exposure.kind === 'literal' ? [managed, ...hidden] : [...hidden, managed],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Orders:
            Type: AWS::DocDB::DBCluster
            Properties:
              MasterUsername: orders
              MasterUserPassword: correct-horse
                                # ^^^^^^^^^^^^^
      `,
      good: template`
        Resources:
          Orders:
            Type: AWS::DocDB::DBCluster
            Properties:
              MasterUsername: orders
              ManageMasterUserPassword: true
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
          Orders:
            Type: AWS::DocDB::DBCluster
            Properties:
              MasterUsername: orders
              MasterUserPassword: !Ref Secret
                                # ^^^^^^^^^^^
      `,
      good: template`
        Parameters:
          Secret:
            Type: String
            NoEcho: true
        Resources:
          Orders:
            Type: AWS::DocDB::DBCluster
            Properties:
              MasterUsername: orders
              MasterUserPassword: !Ref Secret
      `,
    },
    {
      name: 'a parameter that is shown in clear text',
      bad: template`
        Parameters:
          Secret:
            Type: String
        Resources:
          Orders:
            Type: AWS::DocDB::DBCluster
            Properties:
              MasterUsername: orders
              MasterUserPassword: !Ref Secret
                                # ^^^^^^^^^^^
      `,
      good: template`
        Parameters:
          Secret:
            Type: String
            NoEcho: true
        Resources:
          Orders:
            Type: AWS::DocDB::DBCluster
            Properties:
              MasterUsername: orders
              MasterUserPassword: !Ref Secret
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
          Orders:
            Type: AWS::DocDB::DBCluster
            Properties:
              MasterUsername: orders
              MasterUserPassword: !If [IsProd, !Ref Secret, correct-horse]
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
          Orders:
            Type: AWS::DocDB::DBCluster
            Properties:
              MasterUsername: orders
              MasterUserPassword: !If [IsProd, !Ref Secret, !Ref AWS::NoValue]
              ManageMasterUserPassword: true
      `,
    },
    {
      name: 'a dynamic reference is read when the stack is deployed',
      silent: template`
        Resources:
          Orders:
            Type: AWS::DocDB::DBCluster
            Properties:
              MasterUsername: orders
              MasterUserPassword: '{{resolve:secretsmanager:orders:SecretString:password}}'
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
          Orders:
            Type: AWS::DocDB::DBCluster
            Properties:
              MasterUsername: orders
              MasterUserPassword: !Ref Secret
      `,
    },
  ],
});
