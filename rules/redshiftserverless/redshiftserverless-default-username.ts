import { defineRule, template } from '#kit';

export default defineRule({
  id: 'redshiftserverless-default-username',
  title: 'Redshift Serverless admin has the name that everybody tries first',
  on: 'AWS::RedshiftServerless::Namespace',
  severity: 'low',
  category: 'access-control',
  profile: 'strict',
  aspect: 'account-credentials',
  peers: { security_hub: ['RedshiftServerless.5'] },
  controls: { 'aws-fsbp': ['RedshiftServerless.5'], 'nist-800-53-r5': ['IA-5'], 'pci-dss-4': ['2.2.2'] },
  why: 'With a default name a guesser only has to find the password.',
  remedy: 'Choose another AdminUsername.',
  references: ['https://docs.aws.amazon.com/securityhub/latest/userguide/redshiftserverless-controls.html'],
  check(namespace, report) {
    const user = namespace.get('AdminUsername');
    if (!user.is('admin', 'awsuser')) return;
    report(user, `The admin of ${namespace.logicalId} has a default name`);
  },
  examples: [
    {
      bad: template`
        Resources:
          Orders:
            Type: AWS::RedshiftServerless::Namespace
            Properties:
              NamespaceName: orders
              AdminUsername: admin
                           # ^^^^^
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
              AdminUsername: !If [IsProd, orders, admin]
                                                # ^^^^^
      `,
    },
    {
      name: 'no name is given',
      silent: template`
        Resources:
          Orders:
            Type: AWS::RedshiftServerless::Namespace
            Properties:
              NamespaceName: orders
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
              AdminUsername: !Ref Setting
      `,
    },
  ],
});
