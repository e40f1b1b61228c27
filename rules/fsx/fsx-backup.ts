import { backupOf, defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'fsx-backup',
  title: 'FSx file system is not backed up',
  on: 'AWS::FSx::FileSystem',
  severity: 'medium',
  category: 'backup-recovery',
  profile: 'recommended',
  aspect: 'backup-durability',
  peers: { guard: ['FSX_RESOURCES_PROTECTED_BY_BACKUP_PLAN'] },
  controls: { 'nist-800-53-r5': ['CP-9', 'CP-10', 'SI-12'], hipaa: ['164.308(a)(7)(ii)(A)'] },
  why: 'With a retention of zero days there is nothing to return to after a deleted folder or ransomware. Windows, ONTAP and OpenZFS keep backups for 30 days by default, Lustre for none; scratch file systems of Lustre cannot be backed up.',
  remedy: 'Set AutomaticBackupRetentionDays to the number of days you may need.',
  references: [
    'https://docs.aws.amazon.com/fsx/latest/WindowsGuide/using-backups.html',
    'https://docs.aws.amazon.com/fsx/latest/LustreGuide/using-backups-fsx.html',
  ],
  check(resource, report) {
    for (const block of BLOCKS) {
      const configuration = resource.get(block);
      const days = configuration.get('AutomaticBackupRetentionDays');
      const isLustre = block === 'LustreConfiguration';
      const isPersistent = configuration.get('DeploymentType').satisfies((text) => text.startsWith('PERSISTENT'));
      const isNone = days.is(0) || (isLustre && configuration.isMap && days.isAbsent);
      if (!isNone || (isLustre && !isPersistent) || backupOf(resource, 'fsx') !== 'none') continue;
      report(days, `${resource.logicalId} is not backed up`, {
        fixes: [fix('Back it up every day, for 30 days', 'cost', set(days, 30))],
      });
    }
  },
  examples: [
    {
      bad: template`
        Resources:
          Shared:
            Type: AWS::FSx::FileSystem
            Properties:
              FileSystemType: WINDOWS
              WindowsConfiguration:
                ThroughputCapacity: 32
                AutomaticBackupRetentionDays: 0
                                            # ^
      `,
      good: template`
        Resources:
          Shared:
            Type: AWS::FSx::FileSystem
            Properties:
              FileSystemType: WINDOWS
              WindowsConfiguration:
                ThroughputCapacity: 32
                AutomaticBackupRetentionDays: 30
      `,
    },
    {
      bad: template`
        Resources:
          Scratch:
            Type: AWS::FSx::FileSystem
            Properties:
              FileSystemType: LUSTRE
              LustreConfiguration:
            # ^^^^^^^^^^^^^^^^^^^
                DeploymentType: PERSISTENT_2
      `,
      good: template`
        Resources:
          Scratch:
            Type: AWS::FSx::FileSystem
            Properties:
              FileSystemType: LUSTRE
              LustreConfiguration:
                DeploymentType: PERSISTENT_2
                AutomaticBackupRetentionDays: 30
      `,
    },
    {
      name: 'in production only',
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Shared:
            Type: AWS::FSx::FileSystem
            Properties:
              FileSystemType: ONTAP
              OntapConfiguration:
                AutomaticBackupRetentionDays: !If [IsProd, 30, 0]
                                                             # ^
      `,
      good: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Shared:
            Type: AWS::FSx::FileSystem
            Properties:
              FileSystemType: ONTAP
              OntapConfiguration:
                AutomaticBackupRetentionDays: !If [IsProd, 30, 30]
      `,
    },
    {
      name: 'chosen at deployment, the default of 30 days, and a scratch file system',
      silent: template`
        Parameters:
          Days: {Type: Number}
        Resources:
          Shared:
            Type: AWS::FSx::FileSystem
            Properties:
              FileSystemType: OPENZFS
              OpenZFSConfiguration: {AutomaticBackupRetentionDays: !Ref Days}
          Default:
            Type: AWS::FSx::FileSystem
            Properties:
              FileSystemType: WINDOWS
              WindowsConfiguration: {ThroughputCapacity: 32}
          Scratch:
            Type: AWS::FSx::FileSystem
            Properties:
              FileSystemType: LUSTRE
              LustreConfiguration: {DeploymentType: SCRATCH_2}
      `,
    },
  ],
});

/** The block that holds the settings of each kind of file system. */
const BLOCKS = ['LustreConfiguration', 'OntapConfiguration', 'OpenZFSConfiguration', 'WindowsConfiguration'];
