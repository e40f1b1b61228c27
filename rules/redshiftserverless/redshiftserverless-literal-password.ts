import { defineRule, fix, hideSecret, remove, secretExposure, secretInPlainSight, set, template } from '#kit';

export default defineRule({
  id: 'redshiftserverless-literal-password',
  title: 'Redshift Serverless admin password stands in the template',
  on: 'AWS::RedshiftServerless::Namespace',
  severity: 'critical',
  category: 'secrets',
  profile: 'essential',
  aspect: 'keys-secrets',
  peers: {},
  controls: { 'nist-800-53-r5': ['IA-5(7)', 'SC-28'], 'pci-dss-4': ['8.6.2'] },
  why: 'Everyone who reads the repository, the stack or its change sets knows the admin password of the warehouse, and it is seldom changed.',
  remedy: 'Let Redshift keep the password in Secrets Manager (ManageAdminPassword), or refer to a generated secret.',
  references: ['https://docs.aws.amazon.com/redshift/latest/mgmt/redshift-secrets-manager-integration.html'],
  check(resource, report) {
    const value = resource.get('AdminUserPassword');
    const exposure = secretExposure(value, resource.template);
    if (!exposure) return;
    const description = `Admin password of ${resource.logicalId}`;
    const managed = fix(
      'Let Redshift manage the password in Secrets Manager (rotates it; applications must read the secret)',
      'behaviour',
      set(resource.get('ManageAdminPassword'), true),
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
            Type: AWS::RedshiftServerless::Namespace
            Properties:
              NamespaceName: orders
              AdminUserPassword: correct-horse
                               # ^^^^^^^^^^^^^
      `,
      good: template`
        Resources:
          Orders:
            Type: AWS::RedshiftServerless::Namespace
            Properties:
              NamespaceName: orders
              ManageAdminPassword: true
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
            Type: AWS::RedshiftServerless::Namespace
            Properties:
              NamespaceName: orders
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
            Type: AWS::RedshiftServerless::Namespace
            Properties:
              NamespaceName: orders
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
            Type: AWS::RedshiftServerless::Namespace
            Properties:
              NamespaceName: orders
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
            Type: AWS::RedshiftServerless::Namespace
            Properties:
              NamespaceName: orders
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
            Type: AWS::RedshiftServerless::Namespace
            Properties:
              NamespaceName: orders
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
            Type: AWS::RedshiftServerless::Namespace
            Properties:
              NamespaceName: orders
              AdminUserPassword: !If [IsProd, !Ref Secret, !Ref AWS::NoValue]
              ManageAdminPassword: true
      `,
    },
    {
      name: 'a dynamic reference is read when the stack is deployed',
      silent: template`
        Resources:
          Orders:
            Type: AWS::RedshiftServerless::Namespace
            Properties:
              NamespaceName: orders
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
            Type: AWS::RedshiftServerless::Namespace
            Properties:
              NamespaceName: orders
              AdminUserPassword: !Ref Secret
      `,
    },
  ],
});
