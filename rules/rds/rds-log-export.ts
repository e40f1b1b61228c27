import {
  append,
  defineRule,
  fix,
  mayBeClusterMember,
  mayBeReplica,
  mayBeRestored,
  type ResourceView,
  template,
  type Value,
} from '#kit';

/** The logs that tell who did what, and what went wrong; last, of connections and jobs. RDS Custom exports none. */
const LOGS: readonly (readonly [engine: RegExp, logs: readonly string[], others?: readonly string[]])[] = [
  [/^(?:mysql|mariadb|aurora|aurora-mysql)$/i, ['audit', 'error']],
  [/^(?:postgres|aurora-postgresql)$/i, ['postgresql']],
  [/^oracle-/i, ['audit', 'alert'], ['listener']],
  // The Express edition has no agent.
  [/^sqlserver-ex$/i, ['error']],
  [/^sqlserver-/i, ['error'], ['agent']],
  [/^db2-/i, ['diag.log']],
];
const INSTANCE_PEERS = {
  guard: ['RDS_INSTANCE_LOGGING_ENABLED'],
  cdk_nag: ['RDSLoggingEnabled'],
  security_hub: ['RDS.9', 'RDS.36', 'RDS.40'],
};
const CLUSTER_PEERS = {
  cdk_nag: ['AuroraMySQLLogging', 'AwsSolutions-RDS16', 'RDSLoggingEnabled'],
  security_hub: ['RDS.34', 'RDS.37'],
};

export default defineRule({
  id: 'rds-log-export',
  title: 'RDS database keeps its logs to itself',
  on: ['AWS::RDS::DBInstance', 'AWS::RDS::DBCluster'],
  severity: 'medium',
  category: 'logging',
  profile: 'recommended',
  aspect: 'logging-monitoring',
  peers: {
    guard: ['RDS_INSTANCE_LOGGING_ENABLED'],
    cdk_nag: ['RDSLoggingEnabled', 'AuroraMySQLLogging', 'AwsSolutions-RDS16'],
    security_hub: ['RDS.9', 'RDS.34', 'RDS.36', 'RDS.37', 'RDS.40'],
  },
  controls: {
    'aws-fsbp': ['RDS.9', 'RDS.34', 'RDS.36', 'RDS.37', 'RDS.40'],
    'nist-800-53-r5': ['AU-2', 'AU-12'],
    'pci-dss-4': ['10.2.1'],
  },
  why: 'Logs on the instance are rotated away within days and go with it; in CloudWatch Logs they outlive an attack and can raise alarms. The general log of MySQL is not asked for: it holds every statement, secrets included.',
  remedy: 'List the audit and error logs of the engine in EnableCloudwatchLogsExports.',
  references: [
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_LogAccess.Procedural.UploadtoCloudWatch.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-rds-dbinstance.html',
  ],
  check(database, report) {
    if (mayBeClusterMember(database)) return;
    const engine = database.get('Engine');
    const [, logs = [], others = []] = LOGS.find(([engines]) => engine.satisfies((text) => engines.test(text))) ?? [];
    const exported = database.get('EnableCloudwatchLogsExports');
    if (exported.isUnknown || exported.isOpen) return;
    const peers = database.type === 'AWS::RDS::DBCluster' ? CLUSTER_PEERS : INSTANCE_PEERS;
    if (isOfNoEngine(database, engine)) {
      if (exported.items().length === 0) report(exported, `${database.logicalId} does not export its logs`, { peers });
      return;
    }
    const missing = [...logs, ...others].filter((log) => exported.items().every((item) => item.isNot(log)));
    if (missing.length === 0) return;
    report(exported, `${database.logicalId} does not export its logs (${missing.join(', ')})`, {
      severity: missing.every((log) => others.includes(log)) ? 'low' : 'medium',
      peers,
      fixes: [
        fix(
          'Export the logs to CloudWatch Logs (billed by volume)',
          'cost',
          ...missing.map((log) => append(exported, log)),
        ),
      ],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Orders:
        # ^^^^^^
            Type: AWS::RDS::DBInstance
            Properties:
              Engine: postgres
      `,
      good: template`
        Resources:
          Orders:
            Type: AWS::RDS::DBInstance
            Properties:
              Engine: postgres
              EnableCloudwatchLogsExports:
                - postgresql
      `,
    },
    {
      name: 'what is missing is added',
      bad: template`
        Resources:
          Orders:
            Type: AWS::RDS::DBCluster
            Properties:
              Engine: aurora-mysql
              EnableCloudwatchLogsExports: [error]
            # ^^^^^^^^^^^^^^^^^^^^^^^^^^^
      `,
      good: template`
        Resources:
          Orders:
            Type: AWS::RDS::DBCluster
            Properties:
              Engine: aurora-mysql
              EnableCloudwatchLogsExports: [error, audit]
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
            Type: AWS::RDS::DBInstance
            Properties:
              Engine: sqlserver-se
              EnableCloudwatchLogsExports: !If [IsProd, [error, agent], [agent]]
            # ^^^^^^^^^^^^^^^^^^^^^^^^^^^
      `,
      good: template`
        Parameters:
          Env:
            Type: String
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Orders:
            Type: AWS::RDS::DBInstance
            Properties:
              Engine: sqlserver-se
              EnableCloudwatchLogsExports: !If [IsProd, [error, agent], [agent, error]]
      `,
    },
    {
      name: 'what connects, and what runs at night',
      bad: template`
        Resources:
          Orders:
            Type: AWS::RDS::DBInstance
            Properties:
              Engine: oracle-ee
              EnableCloudwatchLogsExports: [audit, alert]
            # ^^^^^^^^^^^^^^^^^^^^^^^^^^^
      `,
      good: template`
        Resources:
          Orders:
            Type: AWS::RDS::DBInstance
            Properties:
              Engine: oracle-ee
              EnableCloudwatchLogsExports: [audit, alert, listener]
      `,
    },
    {
      name: 'whatever its engine is, it exports nothing',
      bad: template`
        Resources:
          Orders:
        # ^^^^^^
            Type: AWS::RDS::DBInstance
            Properties:
              AllocatedStorage: 20
      `,
    },
    {
      name: 'engines without such logs',
      silent: template`
        Resources:
          Small:
            Type: AWS::RDS::DBInstance
            Properties:
              Engine: sqlserver-ex
              EnableCloudwatchLogsExports: [error]
          Own:
            Type: AWS::RDS::DBInstance
            Properties:
              Engine: custom-oracle-ee
      `,
    },
    {
      name: 'an engine without default is unknown',
      silent: template`
        Parameters:
          Setting:
            Type: String
        Resources:
          Orders:
            Type: AWS::RDS::DBInstance
            Properties:
              Engine: !Ref Setting
      `,
    },
    {
      name: 'logs from a parameter are unknown',
      silent: template`
        Parameters:
          Setting:
            Type: CommaDelimitedList
        Resources:
          Orders:
            Type: AWS::RDS::DBInstance
            Properties:
              Engine: mysql
              EnableCloudwatchLogsExports: !Ref Setting
      `,
    },
    {
      name: 'a member of a cluster takes it from the cluster',
      silent: template`
        Resources:
          Orders:
            Type: AWS::RDS::DBInstance
            Properties:
              Engine: aurora-mysql
              DBClusterIdentifier: !ImportValue OrdersCluster
      `,
    },
  ],
});

/** Names no engine, and brings none along. */
function isOfNoEngine(database: ResourceView, engine: Value): boolean {
  return engine.isAbsent && !mayBeReplica(database) && !mayBeRestored(database);
}
