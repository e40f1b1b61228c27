import { defineRule, fix, set, template } from '#kit';

const INSTANCE_PEERS = {
  guard: ['RDS_AUTOMATIC_MINOR_VERSION_UPGRADE_ENABLED'],
  cdk_nag: ['RDSAutomaticMinorVersionUpgradeEnabled'],
  kics: ['f0104061'],
  security_hub: ['RDS.13'],
};

export default defineRule({
  id: 'rds-minor-upgrade',
  title: 'RDS database leaves security patches out',
  on: ['AWS::RDS::DBInstance', 'AWS::RDS::DBCluster'],
  severity: 'medium',
  category: 'patching',
  profile: 'recommended',
  aspect: 'platform-patching',
  peers: {
    guard: ['RDS_AUTOMATIC_MINOR_VERSION_UPGRADE_ENABLED'],
    cdk_nag: ['RDSAutomaticMinorVersionUpgradeEnabled'],
    kics: ['f0104061'],
    security_hub: ['RDS.13', 'RDS.35'],
  },
  controls: { 'aws-fsbp': ['RDS.13', 'RDS.35'], 'nist-800-53-r5': ['SI-2'], 'pci-dss-4': ['6.3.3'] },
  why: 'Minor versions carry the security fixes of the engine. RDS installs them in the maintenance window by default; switched off, somebody has to remember.',
  remedy: 'Set AutoMinorVersionUpgrade to true, or leave it out.',
  references: ['https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_UpgradeDBInstance.Upgrading.html'],
  check(database, report) {
    const upgrade = database.get('AutoMinorVersionUpgrade');
    if (!upgrade.is(false)) return;
    report(upgrade, `${database.logicalId} does not take minor versions of its engine by itself`, {
      peers: database.type === 'AWS::RDS::DBCluster' ? { security_hub: ['RDS.35'] } : INSTANCE_PEERS,
      fixes: [fix('Install minor versions in the maintenance window', 'behaviour', set(upgrade, true))],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Orders:
            Type: AWS::RDS::DBInstance
            Properties:
              Engine: mysql
              AutoMinorVersionUpgrade: false
                                     # ^^^^^
      `,
      good: template`
        Resources:
          Orders:
            Type: AWS::RDS::DBInstance
            Properties:
              Engine: mysql
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
            Type: AWS::RDS::DBInstance
            Properties:
              Engine: mysql
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
            Type: AWS::RDS::DBInstance
            Properties:
              Engine: mysql
              AutoMinorVersionUpgrade: !If [IsProd, true, true]
      `,
    },
    {
      name: 'upgrades are on by default',
      silent: template`
        Resources:
          Orders:
            Type: AWS::RDS::DBInstance
            Properties:
              Engine: mysql
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
            Type: AWS::RDS::DBInstance
            Properties:
              Engine: mysql
              AutoMinorVersionUpgrade: !Ref Setting
      `,
    },
  ],
});
