import { defineRule, template } from '#kit';

export default defineRule({
  id: 'rds-cluster-multi-az',
  title: 'Aurora cluster has one instance',
  on: 'AWS::RDS::DBCluster',
  severity: 'low',
  category: 'resilience',
  profile: 'strict',
  aspect: 'backup-durability',
  peers: { security_hub: ['RDS.15'] },
  controls: { 'aws-fsbp': ['RDS.15'], 'nist-800-53-r5': ['CP-10', 'SC-5(2)'] },
  why: 'Aurora keeps the data in three zones, yet a single instance has none to fail over to: until a new one is made nothing answers.',
  remedy: 'Add a second DB instance in another availability zone.',
  references: ['https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Concepts.AuroraHighAvailability.html'],
  check(cluster, report) {
    const { template } = cluster;
    // Aurora Serverless v1 and Multi-AZ clusters make their instances themselves.
    if (
      template.isOpen ||
      !cluster.get('DBClusterInstanceClass').isAbsent ||
      !cluster.get('EngineMode').isNot('serverless')
    )
      return;
    const members = template.referrers(cluster, 'AWS::RDS::DBInstance');
    const [only] = members;
    if (members.length !== 1 || !only || only.resource.variables.size > 0) return;
    report(cluster, `${cluster.logicalId} has no instance that could take over from ${only.logicalId}`, {
      related: [{ at: only, message: 'The only instance' }],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Orders:
        # ^^^^^^
            Type: AWS::RDS::DBCluster
            Properties:
              Engine: aurora-mysql
          First:
            Type: AWS::RDS::DBInstance
            Properties:
              Engine: aurora-mysql
              DBClusterIdentifier: !Ref Orders
      `,
    },
    {
      name: 'the second instance is there in production only',
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env:
            Type: String
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Orders:
        # ^^^^^^
            Type: AWS::RDS::DBCluster
            Properties:
              Engine: aurora-mysql
          First:
            Type: AWS::RDS::DBInstance
            Properties:
              Engine: aurora-mysql
              DBClusterIdentifier: !Ref Orders
          Second:
            Type: AWS::RDS::DBInstance
            Condition: IsProd
            Properties:
              Engine: aurora-mysql
              DBClusterIdentifier: !Ref Orders
      `,
    },
    {
      name: 'instances in other stacks are unknown',
      silent: template`
        Resources:
          Orders:
            Type: AWS::RDS::DBCluster
            Properties:
              Engine: aurora-mysql
      `,
    },
    {
      name: 'a mode without default may be serverless',
      silent: template`
        Parameters:
          Setting:
            Type: String
        Resources:
          Orders:
            Type: AWS::RDS::DBCluster
            Properties:
              Engine: aurora-mysql
              EngineMode: !Ref Setting
          First:
            Type: AWS::RDS::DBInstance
            Properties:
              DBClusterIdentifier: !Ref Orders
      `,
    },
  ],
});
