import { defineRule, hideSecret, secretExposure, secretInPlainSight, secretSource, template } from '#kit';

export default defineRule({
  id: 'rds-literal-username',
  title: 'RDS master user name stands in the template',
  on: 'AWS::RDS::DBInstance',
  severity: 'low',
  category: 'secrets',
  profile: 'strict',
  aspect: 'keys-secrets',
  peers: {
    cfn_nag: ['F24'],
    guard: [
      'RDS_MASTER_USER_NAME_USES_SECURE_PARAMETER',
      'RDS_MASTER_USER_NAME_USES_SECURE_SERVICE',
      'RDS_MASTER_USER_NAME_NO_PLAINTEXT_PASSWORD',
    ],
  },
  controls: { 'nist-800-53-r5': ['IA-5(7)', 'SC-28'], 'pci-dss-4': ['8.6.2'] },
  why: 'A name is no secret, yet one half of what a guesser needs. Some organisations want both halves out of the template.',
  remedy: 'Take the name from a hidden parameter or a dynamic reference.',
  references: ['https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-secrets-manager.html'],
  check(database, report) {
    const value = database.get('MasterUsername');
    const exposure = secretExposure(value, database.template);
    if (!exposure) return;
    report(value, `The master user name of ${database.logicalId} ${secretInPlainSight(exposure)}`, {
      related: secretSource(exposure),
      fixes: hideSecret(
        {
          of: database,
          value,
          name: 'MasterUsername',
          description: `Master user of ${database.logicalId}`,
          isOwn: false,
        },
        exposure,
      ),
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
              MasterUsername: orders
                            # ^^^^^^
      `,
      good: template`
        Parameters:
          OrdersMasterUsername:
            Type: String
            NoEcho: true
            Description: Master user of Orders
        Resources:
          Orders:
            Type: AWS::RDS::DBInstance
            Properties:
              Engine: mysql
              MasterUsername: !Ref OrdersMasterUsername
      `,
    },
    {
      name: 'a parameter that is shown in clear text',
      bad: template`
        Parameters:
          User:
            Type: String
        Resources:
          Orders:
            Type: AWS::RDS::DBInstance
            Properties:
              Engine: mysql
              MasterUsername: !Ref User
                            # ^^^^^^^^^
      `,
      good: template`
        Parameters:
          User:
            Type: String
            NoEcho: true
        Resources:
          Orders:
            Type: AWS::RDS::DBInstance
            Properties:
              Engine: mysql
              MasterUsername: !Ref User
      `,
    },
    {
      name: 'in one environment only',
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env:
            Type: String
          User:
            Type: String
            NoEcho: true
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Orders:
            Type: AWS::RDS::DBInstance
            Properties:
              Engine: mysql
              MasterUsername: !If [IsProd, !Ref User, orders]
                                                    # ^^^^^^
      `,
      good: template`
        Parameters:
          Env:
            Type: String
          User:
            Type: String
            NoEcho: true
          OrdersMasterUsername:
            Type: String
            NoEcho: true
            Description: Master user of Orders
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Orders:
            Type: AWS::RDS::DBInstance
            Properties:
              Engine: mysql
              MasterUsername: !If [IsProd, !Ref User, !Ref OrdersMasterUsername]
      `,
    },
    {
      name: 'a hidden parameter is unknown',
      silent: template`
        Parameters:
          User:
            Type: String
            NoEcho: true
        Resources:
          Orders:
            Type: AWS::RDS::DBInstance
            Properties:
              Engine: mysql
              MasterUsername: !Ref User
      `,
    },
    {
      name: 'a dynamic reference is read when the stack is deployed',
      silent: template`
        Resources:
          Orders:
            Type: AWS::RDS::DBInstance
            Properties:
              Engine: mysql
              MasterUsername: '{{resolve:secretsmanager:orders:SecretString:username}}'
      `,
    },
  ],
});
