import { defineRule, fix, set, template, type Value } from '#kit';

const LOGS = ['DagProcessingLogs', 'SchedulerLogs', 'TaskLogs', 'WebserverLogs', 'WorkerLogs'];

export default defineRule({
  id: 'mwaa-logging',
  title: 'Airflow environment keeps part of its logs to itself',
  on: 'AWS::MWAA::Environment',
  severity: 'low',
  category: 'logging',
  profile: 'recommended',
  aspect: 'logging-monitoring',
  peers: { cdk_nag: ['MWAAAllLoggingInfo'] },
  controls: { 'nist-800-53-r5': ['AU-2', 'AU-3', 'AU-12'] },
  why: 'Who logged into the web server, and what a workflow did and why it failed, is known only from logs; the web server, scheduler, workers and DAG processing publish theirs when they are told to.',
  remedy: 'Enable all five logs in LoggingConfiguration, at level INFO or DEBUG.',
  references: ['https://docs.aws.amazon.com/mwaa/latest/userguide/monitoring-airflow.html'],
  check(environment, report) {
    const logging = environment.get('LoggingConfiguration');
    const missing = LOGS.filter((name) => isQuiet(logging.get(name)));
    if (missing.length === 0) return;
    report(logging, `${environment.logicalId} keeps all or part of ${missing.join(', ')} to itself`, {
      fixes: [
        fix(
          'Publish the logs (billed by volume)',
          'cost',
          ...missing.map((name) => set(logging.get(name), { Enabled: true, LogLevel: 'INFO' })),
        ),
      ],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Flows:
        # ^^^^^
            Type: AWS::MWAA::Environment
            Properties:
              Name: flows
      `,
      good: template`
        Resources:
          Flows:
            Type: AWS::MWAA::Environment
            Properties:
              Name: flows
              LoggingConfiguration:
                DagProcessingLogs:
                  Enabled: true
                  LogLevel: INFO
                SchedulerLogs:
                  Enabled: true
                  LogLevel: INFO
                TaskLogs:
                  Enabled: true
                  LogLevel: INFO
                WebserverLogs:
                  Enabled: true
                  LogLevel: INFO
                WorkerLogs:
                  Enabled: true
                  LogLevel: INFO
      `,
    },
    {
      name: 'the web server in development',
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Flows:
            Type: AWS::MWAA::Environment
            Properties:
              LoggingConfiguration:
            # ^^^^^^^^^^^^^^^^^^^^
                DagProcessingLogs: {Enabled: true, LogLevel: INFO}
                SchedulerLogs: {Enabled: true, LogLevel: INFO}
                TaskLogs: {Enabled: true, LogLevel: INFO}
                WebserverLogs: {Enabled: !If [IsProd, true, false], LogLevel: INFO}
                WorkerLogs: {Enabled: true, LogLevel: DEBUG}
      `,
    },
    {
      name: 'a configuration of another stack',
      silent: template`
        Resources:
          Flows:
            Type: AWS::MWAA::Environment
            Properties: {LoggingConfiguration: !ImportValue Logging}
      `,
    },
  ],
});

function isQuiet(log: Value): boolean {
  return log.get('Enabled').isNot(true) || log.get('LogLevel').is('CRITICAL', 'ERROR', 'WARNING');
}
