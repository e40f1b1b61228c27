import { defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'neptune-minor-upgrade',
  title: 'Neptune instance leaves security patches out',
  on: 'AWS::Neptune::DBInstance',
  severity: 'low',
  category: 'patching',
  profile: 'recommended',
  aspect: 'platform-patching',
  peers: { cdk_nag: ['NeptuneClusterAutomaticMinorVersionUpgrade', 'AwsSolutions-N2'] },
  controls: { 'nist-800-53-r5': ['SI-2'], 'pci-dss-4': ['6.3.3'] },
  why: 'Minor versions carry the security fixes of the engine; switched off, somebody has to remember.',
  remedy: 'Set AutoMinorVersionUpgrade to true, or leave it out.',
  references: ['https://docs.aws.amazon.com/neptune/latest/userguide/engine-updates.html'],
  check(instance, report) {
    const upgrade = instance.get('AutoMinorVersionUpgrade');
    if (!upgrade.is(false)) return;
    report(upgrade, `${instance.logicalId} does not take minor versions of its engine by itself`, {
      fixes: [fix('Install minor versions in the maintenance window', 'behaviour', set(upgrade, true))],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Orders:
            Type: AWS::Neptune::DBInstance
            Properties:
              DBInstanceClass: db.r6g.large
              AutoMinorVersionUpgrade: false
                                     # ^^^^^
      `,
      good: template`
        Resources:
          Orders:
            Type: AWS::Neptune::DBInstance
            Properties:
              DBInstanceClass: db.r6g.large
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
          Orders:
            Type: AWS::Neptune::DBInstance
            Properties:
              DBInstanceClass: db.r6g.large
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
          Orders:
            Type: AWS::Neptune::DBInstance
            Properties:
              DBInstanceClass: db.r6g.large
              AutoMinorVersionUpgrade: !If [IsProd, true, true]
      `,
    },
    {
      name: 'upgrades are on by default',
      silent: template`
        Resources:
          Orders:
            Type: AWS::Neptune::DBInstance
            Properties:
              DBInstanceClass: db.r6g.large
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
            Type: AWS::Neptune::DBInstance
            Properties:
              DBInstanceClass: db.r6g.large
              AutoMinorVersionUpgrade: !Ref Setting
      `,
    },
  ],
});
