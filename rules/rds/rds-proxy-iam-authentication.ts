import { defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'rds-proxy-iam-authentication',
  title: 'RDS proxy takes passwords from clients',
  on: 'AWS::RDS::DBProxy',
  severity: 'low',
  category: 'access-control',
  profile: 'strict',
  aspect: 'identity-access',
  peers: {},
  controls: { 'nist-800-53-r5': ['IA-2', 'AC-2(1)'] },
  why: 'The proxy knows the database’s password, so its clients need not: they can show tokens of IAM, which last fifteen minutes and are granted and taken back by policy.',
  remedy: 'Set IAMAuth to REQUIRED, and allow rds-db:connect to the clients.',
  references: ['https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy-iam-setup.html'],
  check(proxy, report) {
    for (const auth of proxy.get('Auth').items()) {
      const iam = auth.get('IAMAuth');
      if (!iam.isNot('REQUIRED', 'ENABLED')) continue;
      report(iam, `${proxy.logicalId} takes passwords from clients`, {
        fixes: [fix('Demand tokens of IAM', 'behaviour', set(iam, 'REQUIRED'))],
      });
    }
  },
  examples: [
    {
      bad: template`
        Resources:
          Proxy:
            Type: AWS::RDS::DBProxy
            Properties:
              DBProxyName: orders
              EngineFamily: POSTGRESQL
              Auth:
                - SecretArn: !ImportValue Secret
                  IAMAuth: DISABLED
                         # ^^^^^^^^
      `,
      good: template`
        Resources:
          Proxy:
            Type: AWS::RDS::DBProxy
            Properties:
              DBProxyName: orders
              EngineFamily: POSTGRESQL
              Auth:
                - SecretArn: !ImportValue Secret
                  IAMAuth: REQUIRED
      `,
    },
    {
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Proxy:
            Type: AWS::RDS::DBProxy
            Properties:
              Auth:
                - {SecretArn: !ImportValue Secret, IAMAuth: !If [IsProd, REQUIRED, DISABLED]}
                                                                                 # ^^^^^^^^
      `,
    },
    {
      name: 'a choice without default is unknown',
      silent: template`
        Parameters:
          Iam: {Type: String}
        Resources:
          Proxy:
            Type: AWS::RDS::DBProxy
            Properties:
              Auth: [{SecretArn: !ImportValue Secret, IAMAuth: !Ref Iam}]
      `,
    },
  ],
});
