import { defineRule, template } from '#kit';

export default defineRule({
  id: 'redshift-default-database',
  title: 'Redshift database has the name that everybody tries first',
  on: 'AWS::Redshift::Cluster',
  severity: 'low',
  category: 'organisation',
  profile: 'strict',
  aspect: 'backup-durability',
  peers: { security_hub: ['Redshift.9'] },
  controls: {},
  why: 'A default name is one thing less to guess, and one more cluster that looks like all others.',
  remedy: 'Choose another DBName (replaces the cluster).',
  references: ['https://docs.aws.amazon.com/securityhub/latest/userguide/redshift-controls.html'],
  check(cluster, report) {
    const name = cluster.get('DBName');
    if (!name.isAbsent && !name.is('dev')) return;
    report(name, `The database of ${cluster.logicalId} is called dev`);
  },
  examples: [
    {
      bad: template`
        Resources:
          Orders:
        # ^^^^^^
            Type: AWS::Redshift::Cluster
            Properties:
              NodeType: ra3.large
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
            Type: AWS::Redshift::Cluster
            Properties:
              NodeType: ra3.large
              DBName: !If [IsProd, orders, dev]
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
            Type: AWS::Redshift::Cluster
            Properties:
              NodeType: ra3.large
              DBName: !Ref Setting
      `,
    },
  ],
});
