import { defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'redshift-multi-az',
  title: 'Redshift cluster stands in one availability zone',
  on: 'AWS::Redshift::Cluster',
  severity: 'low',
  category: 'resilience',
  profile: 'strict',
  aspect: 'backup-durability',
  peers: { security_hub: ['Redshift.18'] },
  controls: { 'aws-fsbp': ['Redshift.18'], 'nist-800-53-r5': ['CP-10', 'SC-5(2)'] },
  why: 'The loss of one zone takes the warehouse down until it is restored from a snapshot.',
  remedy: 'Set MultiAZ to true where the warehouse has to stay up.',
  references: ['https://docs.aws.amazon.com/redshift/latest/mgmt/managing-cluster-multi-az.html'],
  check(cluster, report) {
    const standby = cluster.get('MultiAZ');
    if (!standby.isNot(true)) return;
    report(standby, `${cluster.logicalId} runs in one availability zone`, {
      fixes: [fix('Run in two zones (doubles the price)', 'cost', set(standby, true))],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Orders:
        # ^^^^^^
            Type: AWS::Redshift::Cluster
            Properties:
              NodeType: ra3.xlplus
      `,
      good: template`
        Resources:
          Orders:
            Type: AWS::Redshift::Cluster
            Properties:
              NodeType: ra3.xlplus
              MultiAZ: true
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
              NodeType: ra3.xlplus
              MultiAZ: !If [IsProd, true, false]
                                        # ^^^^^
      `,
      good: template`
        Parameters:
          Env:
            Type: String
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Orders:
            Type: AWS::Redshift::Cluster
            Properties:
              NodeType: ra3.xlplus
              MultiAZ: !If [IsProd, true, true]
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
              NodeType: ra3.xlplus
              MultiAZ: !Ref Setting
      `,
    },
  ],
});
