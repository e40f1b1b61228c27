import { defineRule, hideSecret, secretExposure, secretInPlainSight, template } from '#kit';

export default defineRule({
  id: 'docdb-elastic-literal-password',
  title: 'DocumentDB elastic cluster password stands in the template',
  on: 'AWS::DocDBElastic::Cluster',
  severity: 'critical',
  category: 'secrets',
  profile: 'essential',
  aspect: 'keys-secrets',
  peers: {},
  controls: { 'nist-800-53-r5': ['IA-5(7)', 'SC-28'], 'pci-dss-4': ['8.6.2'] },
  why: 'Everyone who reads the repository, the stack or its change sets knows the administrator’s password of the cluster, and it is seldom changed.',
  remedy: 'Refer to a secret of Secrets Manager.',
  references: ['https://docs.aws.amazon.com/documentdb/latest/developerguide/elastic-managing.html'],
  check(resource, report) {
    const value = resource.get('AdminUserPassword');
    const exposure = secretExposure(value, resource.template);
    if (!exposure) return;
    const description = `Administrator password of ${resource.logicalId}`;
    report(value, `${description} ${secretInPlainSight(exposure)}`, {
      severity: exposure.kind === 'echo' ? 'high' : 'critical',
      fixes: hideSecret({ of: resource, value, name: 'Password', description, isOwn: true }, exposure),
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Orders:
            Type: AWS::DocDBElastic::Cluster
            Properties:
              AdminUserName: orders
              AdminUserPassword: correct-horse
                               # ^^^^^^^^^^^^^
      `,
      good: template`
        Resources:
          Orders:
            Type: AWS::DocDBElastic::Cluster
            Properties:
              AdminUserName: orders
              AdminUserPassword: !Sub '{{resolve:secretsmanager:\${OrdersPassword}}}'
          OrdersPassword:
            Type: AWS::SecretsManager::Secret
            DeletionPolicy: Retain
            UpdateReplacePolicy: Retain
            Properties:
              Description: Administrator password of Orders
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
          Orders:
            Type: AWS::DocDBElastic::Cluster
            Properties:
              AdminUserName: orders
              AdminUserPassword: !Ref Secret
                               # ^^^^^^^^^^^
      `,
      good: template`
        Parameters:
          Secret:
            Type: String
            NoEcho: true
        Resources:
          Orders:
            Type: AWS::DocDBElastic::Cluster
            Properties:
              AdminUserName: orders
              AdminUserPassword: !Ref Secret
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
            Type: AWS::DocDBElastic::Cluster
            Properties:
              AdminUserName: orders
              AdminUserPassword: !Ref Secret
                               # ^^^^^^^^^^^
      `,
      good: template`
        Parameters:
          Secret:
            Type: String
            NoEcho: true
        Resources:
          Orders:
            Type: AWS::DocDBElastic::Cluster
            Properties:
              AdminUserName: orders
              AdminUserPassword: !Ref Secret
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
            Type: AWS::DocDBElastic::Cluster
            Properties:
              AdminUserName: orders
              AdminUserPassword: !If [IsProd, !Ref Secret, correct-horse]
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
            Type: AWS::DocDBElastic::Cluster
            Properties:
              AdminUserName: orders
              AdminUserPassword: !If [IsProd, !Ref Secret, !Sub '{{resolve:secretsmanager:\${OrdersPassword}}}']
          OrdersPassword:
            Type: AWS::SecretsManager::Secret
            DeletionPolicy: Retain
            UpdateReplacePolicy: Retain
            Properties:
              Description: Administrator password of Orders
              GenerateSecretString:
                PasswordLength: 32
                ExcludePunctuation: true
      `,
    },
    {
      name: 'a dynamic reference is read when the stack is deployed',
      silent: template`
        Resources:
          Orders:
            Type: AWS::DocDBElastic::Cluster
            Properties:
              AdminUserName: orders
              AdminUserPassword: '{{resolve:secretsmanager:orders:SecretString:password}}'
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
            Type: AWS::DocDBElastic::Cluster
            Properties:
              AdminUserName: orders
              AdminUserPassword: !Ref Secret
      `,
    },
  ],
});
