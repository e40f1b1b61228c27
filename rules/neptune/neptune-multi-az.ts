import { defineRule, template } from '#kit';

export default defineRule({
  id: 'neptune-multi-az',
  title: 'Neptune cluster has one instance',
  on: 'AWS::Neptune::DBCluster',
  severity: 'low',
  category: 'resilience',
  profile: 'strict',
  aspect: 'backup-durability',
  peers: { cdk_nag: ['NeptuneClusterMultiAZ', 'AwsSolutions-N1'], security_hub: ['Neptune.9'] },
  controls: { 'nist-800-53-r5': ['CP-10', 'SC-5(2)'] },
  why: 'The data lies in three zones, yet a single instance has none to fail over to: until a new one is made nothing answers.',
  remedy: 'Add a second instance in another availability zone.',
  references: ['https://docs.aws.amazon.com/neptune/latest/userguide/feature-overview-availability.html'],
  check(cluster, report) {
    const { template } = cluster;
    const members = template.referrers(cluster, 'AWS::Neptune::DBInstance');
    const [only] = members;
    if (template.isOpen || members.length !== 1 || !only || only.resource.variables.size > 0) return;
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
            Type: AWS::Neptune::DBCluster
            Properties:
              StorageEncrypted: true
          First:
            Type: AWS::Neptune::DBInstance
            Properties:
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
            Type: AWS::Neptune::DBCluster
            Properties:
              StorageEncrypted: true
          First:
            Type: AWS::Neptune::DBInstance
            Properties:
              DBClusterIdentifier: !Ref Orders
          Second:
            Type: AWS::Neptune::DBInstance
            Condition: IsProd
            Properties:
              DBClusterIdentifier: !Ref Orders
      `,
    },
    {
      name: 'instances of other stacks are unknown',
      silent: template`
        Resources:
          Orders:
            Type: AWS::Neptune::DBCluster
            Properties:
              StorageEncrypted: true
      `,
    },
  ],
});
