import { defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'fsx-copy-tags',
  title: 'FSx backups lose the tags of their file system',
  on: 'AWS::FSx::FileSystem',
  severity: 'low',
  category: 'organisation',
  profile: 'strict',
  aspect: 'backup-durability',
  peers: { security_hub: ['FSx.1', 'FSx.2'] },
  controls: { 'aws-fsbp': ['FSx.1', 'FSx.2'] },
  why: 'Access by tags and cost reports do not reach backups and volumes without tags.',
  remedy: 'Set CopyTagsToBackups, and CopyTagsToVolumes for OpenZFS, to true.',
  references: [
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-fsx-filesystem-openzfsconfiguration.html',
  ],
  check(resource, report) {
    for (const path of PATHS) {
      const block = resource.get(path.split('.')[0] ?? path);
      const copy = resource.get(path);
      if (!block.isMap || !copy.isNot(true)) continue;
      report(copy, `${resource.logicalId} does not hand its tags on (${copy.key})`, {
        fixes: [fix('Hand tags on', 'safe', set(copy, true))],
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
              FileSystemType: OPENZFS
              OpenZFSConfiguration:
                DeploymentType: SINGLE_AZ_1
                CopyTagsToVolumes: true
                CopyTagsToBackups: false
                                 # ^^^^^
      `,
      good: template`
        Resources:
          Shared:
            Type: AWS::FSx::FileSystem
            Properties:
              FileSystemType: OPENZFS
              OpenZFSConfiguration:
                DeploymentType: SINGLE_AZ_1
                CopyTagsToVolumes: true
                CopyTagsToBackups: true
      `,
    },
    {
      name: 'in development only',
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Fast:
            Type: AWS::FSx::FileSystem
            Properties:
              FileSystemType: LUSTRE
              LustreConfiguration:
                CopyTagsToBackups: !If [IsProd, true, false]
                                                    # ^^^^^
      `,
      good: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Fast:
            Type: AWS::FSx::FileSystem
            Properties:
              FileSystemType: LUSTRE
              LustreConfiguration:
                CopyTagsToBackups: !If [IsProd, true, true]
      `,
    },
    {
      name: 'chosen at deployment',
      silent: template`
        Parameters:
          Choice: {Type: String}
        Resources:
          Fast:
            Type: AWS::FSx::FileSystem
            Properties:
              FileSystemType: LUSTRE
              LustreConfiguration: {CopyTagsToBackups: !Ref Choice}
      `,
    },
  ],
});

const PATHS = [
  'OpenZFSConfiguration.CopyTagsToBackups',
  'OpenZFSConfiguration.CopyTagsToVolumes',
  'LustreConfiguration.CopyTagsToBackups',
];
