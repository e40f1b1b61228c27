import { defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'dms-instance-multi-az',
  title: 'DMS replication instance stands in one availability zone',
  on: 'AWS::DMS::ReplicationInstance',
  severity: 'low',
  category: 'resilience',
  profile: 'strict',
  aspect: 'backup-durability',
  peers: { security_hub: ['DMS.13'] },
  controls: { 'aws-fsbp': ['DMS.13'], 'nist-800-53-r5': ['CP-10', 'SC-5(2)'] },
  why: 'The loss of a zone stops the replication, and a long-running task may have to start again.',
  remedy: 'Set MultiAZ to true for replications that last.',
  references: ['https://docs.aws.amazon.com/dms/latest/userguide/CHAP_ReplicationInstance.html'],
  check(instance, report) {
    const standby = instance.get('MultiAZ');
    if (!standby.isNot(true)) return;
    report(standby, `${instance.logicalId} has no standby in another availability zone`, {
      fixes: [fix('Add a standby in another zone (doubles the price of the instance)', 'cost', set(standby, true))],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Move:
        # ^^^^
            Type: AWS::DMS::ReplicationInstance
            Properties:
              ReplicationInstanceClass: dms.t3.medium
      `,
      good: template`
        Resources:
          Move:
            Type: AWS::DMS::ReplicationInstance
            Properties:
              ReplicationInstanceClass: dms.t3.medium
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
          Move:
            Type: AWS::DMS::ReplicationInstance
            Properties:
              ReplicationInstanceClass: dms.t3.medium
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
          Move:
            Type: AWS::DMS::ReplicationInstance
            Properties:
              ReplicationInstanceClass: dms.t3.medium
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
          Move:
            Type: AWS::DMS::ReplicationInstance
            Properties:
              ReplicationInstanceClass: dms.t3.medium
              MultiAZ: !Ref Setting
      `,
    },
  ],
});
