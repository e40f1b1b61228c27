import { defineRule, describe, template } from '#kit';

const NAMES = new Set(['admin', 'administrator', 'postgres', 'root', 'sa', 'master', 'mysql', 'awsuser']);

export default defineRule({
  id: 'rds-default-username',
  title: 'RDS master user has the name that everybody tries first',
  on: ['AWS::RDS::DBInstance', 'AWS::RDS::DBCluster'],
  severity: 'low',
  category: 'access-control',
  profile: 'strict',
  aspect: 'account-credentials',
  peers: { security_hub: ['RDS.24', 'RDS.25'] },
  controls: { 'aws-fsbp': ['RDS.24', 'RDS.25'], 'nist-800-53-r5': ['IA-5'], 'pci-dss-4': ['2.2.2'] },
  why: 'With a default name a guesser only has to find the password.',
  remedy: 'Choose another master user name (replaces the database).',
  references: ['https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html'],
  check(database, report) {
    const user = database.get('MasterUsername');
    if (!user.satisfies((name) => NAMES.has(name.toLowerCase()))) return;
    report(user, `The master user of ${database.logicalId} is called ${describe(user)}`, {
      peers: { security_hub: [database.type === 'AWS::RDS::DBCluster' ? 'RDS.24' : 'RDS.25'] },
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Orders:
            Type: AWS::RDS::DBInstance
            Properties:
              Engine: mysql
              MasterUsername: admin
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
            Type: AWS::RDS::DBCluster
            Properties:
              Engine: aurora-postgresql
              MasterUsername: !If [IsProd, orders, postgres]
                                                 # ^^^^^^^^
      `,
    },
    {
      name: 'a name without default is unknown',
      silent: template`
        Parameters:
          Setting:
            Type: String
        Resources:
          Orders:
            Type: AWS::RDS::DBInstance
            Properties:
              Engine: mysql
              MasterUsername: !Ref Setting
      `,
    },
  ],
});
