import { defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'dms-task-logging',
  title: 'DMS task keeps no log',
  on: 'AWS::DMS::ReplicationTask',
  severity: 'medium',
  category: 'logging',
  profile: 'strict',
  aspect: 'logging-monitoring',
  peers: { security_hub: ['DMS.7', 'DMS.8'] },
  controls: { 'aws-fsbp': ['DMS.7', 'DMS.8'], 'nist-800-53-r5': ['AU-2', 'AU-12'], 'pci-dss-4': ['10.2.1'] },
  why: 'Rows that were dropped or truncated on the way are only known from the log of the task, which is off by default.',
  remedy: 'Set EnableLogging to true in the Logging section of ReplicationTaskSettings.',
  references: [
    'https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Tasks.CustomizingTasks.TaskSettings.Logging.html',
  ],
  check(task, report) {
    const settings = task.get('ReplicationTaskSettings');
    if (settings.isAbsent) {
      report(settings, `${task.logicalId} keeps no log`, {
        fixes: [fix('Log the task (billed by volume)', 'cost', set(settings, '{"Logging":{"EnableLogging":true}}'))],
      });
    } else if (settings.satisfies(isUnlogged)) {
      report(settings, `${task.logicalId} keeps no log`);
    }
  },
  examples: [
    {
      bad: template`
        Resources:
          Move:
        # ^^^^
            Type: AWS::DMS::ReplicationTask
            Properties:
              MigrationType: full-load
      `,
      good: template`
        Resources:
          Move:
            Type: AWS::DMS::ReplicationTask
            Properties:
              MigrationType: full-load
              ReplicationTaskSettings: '{"Logging":{"EnableLogging":true}}'
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
          Move:
            Type: AWS::DMS::ReplicationTask
            Properties:
              MigrationType: full-load
              ReplicationTaskSettings: !If [IsProd, '{"Logging":{"EnableLogging":true}}', '{"Logging":{"EnableLogging":false}}']
                                                                                        # ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      `,
    },
    {
      name: 'settings without default are unknown',
      silent: template`
        Parameters:
          Setting:
            Type: String
        Resources:
          Move:
            Type: AWS::DMS::ReplicationTask
            Properties:
              ReplicationTaskSettings: !Ref Setting
      `,
    },
  ],
});

/** Settings that can be read and do not switch the log on. */
function isUnlogged(text: string): boolean {
  try {
    const settings = JSON.parse(text) as { readonly Logging?: { readonly EnableLogging?: unknown } } | undefined;
    return settings?.Logging?.EnableLogging !== true;
  } catch {
    return false;
  }
}
