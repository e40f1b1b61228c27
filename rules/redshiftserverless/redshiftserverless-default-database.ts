import { defineRule, template } from '#kit';

export default defineRule({
  id: 'redshiftserverless-default-database',
  title: 'Redshift Serverless database has the name that everybody tries first',
  on: 'AWS::RedshiftServerless::Namespace',
  severity: 'low',
  category: 'organisation',
  profile: 'strict',
  aspect: 'backup-durability',
  peers: { security_hub: ['RedshiftServerless.7'] },
  controls: { 'aws-fsbp': ['RedshiftServerless.7'] },
  why: 'A default name is one thing less to guess, and one more warehouse that looks like all others.',
  remedy: 'Choose another DbName.',
  references: ['https://docs.aws.amazon.com/securityhub/latest/userguide/redshiftserverless-controls.html'],
  check(namespace, report) {
    const name = namespace.get('DbName');
    if (!name.isAbsent && !name.is('dev')) return;
    report(name, `The database of ${namespace.logicalId} is called dev`);
  },
  examples: [
    {
      bad: template`
        Resources:
          Orders:
        # ^^^^^^
            Type: AWS::RedshiftServerless::Namespace
            Properties:
              NamespaceName: orders
      `,
    },
    {
      name: 'in one environment only',
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env:
            Type: String
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Orders:
            Type: AWS::RedshiftServerless::Namespace
            Properties:
              NamespaceName: orders
              DbName: !If [IsProd, orders, dev]
                                         # ^^^
      `,
    },
    {
      name: 'a parameter without default decides',
      silent: template`
        Parameters:
          Setting:
            Type: String
        Resources:
          Orders:
            Type: AWS::RedshiftServerless::Namespace
            Properties:
              NamespaceName: orders
              DbName: !Ref Setting
      `,
    },
  ],
});
