import { defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'dms-instance-minor-upgrade',
  title: 'DMS replication instance leaves security patches out',
  on: 'AWS::DMS::ReplicationInstance',
  severity: 'medium',
  category: 'patching',
  profile: 'recommended',
  aspect: 'platform-patching',
  peers: { security_hub: ['DMS.6'] },
  controls: { 'aws-fsbp': ['DMS.6'], 'nist-800-53-r5': ['SI-2'], 'pci-dss-4': ['6.3.3'] },
  why: 'Minor versions carry the security fixes of the engine. They are installed in the maintenance window unless switched off.',
  remedy: 'Set AutoMinorVersionUpgrade to true, or leave it out.',
  references: ['https://docs.aws.amazon.com/dms/latest/userguide/CHAP_ReplicationInstance.html'],
  check(instance, report) {
    const upgrade = instance.get('AutoMinorVersionUpgrade');
    if (!upgrade.is(false)) return;
    report(upgrade, `${instance.logicalId} does not take minor versions of its engine`, {
      fixes: [fix('Install minor versions in the maintenance window', 'behaviour', set(upgrade, true))],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Move:
            Type: AWS::DMS::ReplicationInstance
            Properties:
              ReplicationInstanceClass: dms.t3.medium
              AutoMinorVersionUpgrade: false
                                     # ^^^^^
      `,
      good: template`
        Resources:
          Move:
            Type: AWS::DMS::ReplicationInstance
            Properties:
              ReplicationInstanceClass: dms.t3.medium
              AutoMinorVersionUpgrade: true
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
              AutoMinorVersionUpgrade: !If [IsProd, true, false]
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
              AutoMinorVersionUpgrade: !If [IsProd, true, true]
      `,
    },
    {
      name: 'upgrades are on by default',
      silent: template`
        Resources:
          Move:
            Type: AWS::DMS::ReplicationInstance
            Properties:
              ReplicationInstanceClass: dms.t3.medium
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
              AutoMinorVersionUpgrade: !Ref Setting
      `,
    },
  ],
});
