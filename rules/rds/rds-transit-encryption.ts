import { defineRule, fix, set, template } from '#kit';

/** What makes an engine insist on TLS, and whether it does by default. The first that matches a family counts. */
const SWITCHES: readonly { readonly families: RegExp; readonly name: string; readonly isDefault: boolean }[] = [
  { families: /^postgres(?:9\.|1[0-4]$)/, name: 'rds\\.force_ssl', isDefault: false },
  { families: /^aurora-postgresql(?:9\.|1[0-6]$)/, name: 'rds\\.force_ssl', isDefault: false },
  { families: /^(?:aurora-)?postgres/, name: 'rds\\.force_ssl', isDefault: true },
  { families: /^sqlserver-/, name: 'rds\\.force_ssl', isDefault: false },
  { families: /^(?:aurora-)?mysql(?:5\.7|8)/, name: 'require_secure_transport', isDefault: false },
  { families: /^mariadb(?:10\.[5-9]|10\.1\d|11\.[0-7]$)/, name: 'require_secure_transport', isDefault: false },
  { families: /^mariadb1[1-9]/, name: 'require_secure_transport', isDefault: true },
];

export default defineRule({
  id: 'rds-transit-encryption',
  title: 'RDS parameter group lets clients connect without TLS',
  on: ['AWS::RDS::DBParameterGroup', 'AWS::RDS::DBClusterParameterGroup'],
  severity: 'high',
  category: 'encryption-in-transit',
  profile: 'recommended',
  aspect: 'encryption-in-transit',
  peers: { security_hub: ['RDS.38', 'RDS.39'] },
  controls: { 'aws-fsbp': ['RDS.38', 'RDS.39'], 'nist-800-53-r5': ['SC-8', 'SC-8(1)'], 'pci-dss-4': ['4.2.1'] },
  why: 'A client that does not ask for TLS sends its password and all data in the clear. PostgreSQL insists on TLS by default from version 15 (Aurora: 17) and MariaDB from 11.8, MySQL and SQL Server never do.',
  remedy: 'Set rds.force_ssl (PostgreSQL, SQL Server) or require_secure_transport (MySQL, MariaDB) to 1.',
  references: [
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/PostgreSQL.Concepts.General.SSL.html',
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/mysql-ssl-connections.require-ssl.html',
  ],
  check(group, report) {
    const family = group.get('Family');
    const switches = SWITCHES.find(({ families }) => family.satisfies((text) => families.test(text)));
    const parameters = group.get('Parameters');
    if (!switches || parameters.isUnknown || parameters.isOpen) return;
    const value = parameters.get(switches.name);
    const fixes = [fix('Turn clients without TLS away', 'behaviour', set(value, '1'))];
    if (value.satisfies((text) => /^(?:0|off|false)$/i.test(text))) {
      report(value, `${group.logicalId} lets clients connect without TLS`, { fixes });
    } else if (value.isAbsent && !switches.isDefault) {
      report(parameters, `${group.logicalId} does not ask clients for TLS`, { severity: 'medium', fixes });
    }
  },
  examples: [
    {
      bad: template`
        Resources:
          Orders:
            Type: AWS::RDS::DBParameterGroup
            Properties:
              Description: Orders
              Family: postgres16
              Parameters:
                rds.force_ssl: 0
                             # ^
      `,
      good: template`
        Resources:
          Orders:
            Type: AWS::RDS::DBParameterGroup
            Properties:
              Description: Orders
              Family: postgres16
              Parameters:
                rds.force_ssl: '1'
      `,
    },
    {
      name: 'MySQL does not insist on TLS by default',
      bad: template`
        Resources:
          Orders:
            Type: AWS::RDS::DBClusterParameterGroup
            Properties:
              Description: Orders
              Family: aurora-mysql8.0
              Parameters:
            # ^^^^^^^^^^
                time_zone: UTC
      `,
      good: template`
        Resources:
          Orders:
            Type: AWS::RDS::DBClusterParameterGroup
            Properties:
              Description: Orders
              Family: aurora-mysql8.0
              Parameters:
                time_zone: UTC
                require_secure_transport: '1'
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
            Type: AWS::RDS::DBParameterGroup
            Properties:
              Description: Orders
              Family: mysql8.4
              Parameters:
                require_secure_transport: !If [IsProd, 1, 0]
                                                        # ^
      `,
      good: template`
        Parameters:
          Env:
            Type: String
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Orders:
            Type: AWS::RDS::DBParameterGroup
            Properties:
              Description: Orders
              Family: mysql8.4
              Parameters:
                require_secure_transport: !If [IsProd, 1, '1']
      `,
    },
    {
      name: 'PostgreSQL 15 insists on TLS by default',
      silent: template`
        Resources:
          Orders:
            Type: AWS::RDS::DBParameterGroup
            Properties:
              Description: Orders
              Family: postgres15
              Parameters:
                log_statement: ddl
      `,
    },
    {
      name: 'a family without default is unknown',
      silent: template`
        Parameters:
          Setting:
            Type: String
        Resources:
          Orders:
            Type: AWS::RDS::DBParameterGroup
            Properties:
              Description: Orders
              Family: !Ref Setting
              Parameters:
                log_statement: ddl
      `,
    },
  ],
});
