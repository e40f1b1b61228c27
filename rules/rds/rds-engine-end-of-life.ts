import { defineRule, describe, template } from '#kit';

/** Major versions whose standard support has ended by November 2026, as the release calendars of RDS and Aurora say. */
const ENDED: readonly (readonly [engine: RegExp, versions: RegExp])[] = [
  [/^mysql$/i, /^(?:5|8\.0)(?:\.|$)/],
  [/^mariadb$/i, /^10\.[0-5](?:\.|$)/],
  [/^postgres$/i, /^(?:9|1[0-3])(?:\.|$)/],
  [/^aurora$/i, /./],
  [/^aurora-mysql$/i, /^5\./],
  [/^aurora-postgresql$/i, /^(?:9|1[0-3])(?:\.|$)/],
  [/^oracle-/i, /^1[12]\./],
  [/^sqlserver-/i, /^1[0-2]\./],
];

export default defineRule({
  id: 'rds-engine-end-of-life',
  title: 'RDS engine version gets no more patches',
  on: ['AWS::RDS::DBInstance', 'AWS::RDS::DBCluster'],
  severity: 'medium',
  category: 'patching',
  profile: 'recommended',
  aspect: 'platform-patching',
  peers: {},
  controls: { 'nist-800-53-r5': ['SI-2'], 'pci-dss-4': ['6.3.3'] },
  why: 'Known holes of a version whose standard support has ended stay open, or cost the price of extended support.',
  remedy: 'Plan the upgrade to a supported major version (AllowMajorVersionUpgrade).',
  references: [
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/MySQL.Concepts.VersionMgmt.html',
    'https://docs.aws.amazon.com/AmazonRDS/latest/PostgreSQLReleaseNotes/postgresql-release-calendar.html',
    'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraPostgreSQLReleaseNotes/aurorapostgresql-release-calendar.html',
  ],
  check(database, report) {
    const engine = database.get('Engine');
    const ended = ENDED.find(([engines]) => engine.satisfies((text) => engines.test(text)))?.[1];
    const version = database.get('EngineVersion');
    if (!ended || !version.satisfies((text) => ended.test(text))) return;
    report(version, `${database.logicalId} runs ${describe(version)} of its engine, whose standard support has ended`);
  },
  examples: [
    {
      bad: template`
        Resources:
          Orders:
            Type: AWS::RDS::DBInstance
            Properties:
              Engine: mysql
              EngineVersion: 5.7.44
                           # ^^^^^^
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
              EngineVersion: !If [IsProd, '16.6', '11.21']
                                                # ^^^^^^^
      `,
    },
    {
      name: 'a version without default is unknown',
      silent: template`
        Parameters:
          Setting:
            Type: String
        Resources:
          Orders:
            Type: AWS::RDS::DBInstance
            Properties:
              Engine: mysql
              EngineVersion: !Ref Setting
      `,
    },
    {
      name: 'a supported version',
      silent: template`
        Resources:
          Orders:
            Type: AWS::RDS::DBInstance
            Properties:
              Engine: postgres
              EngineVersion: '17.2'
      `,
    },
  ],
});
