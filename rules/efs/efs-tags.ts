import { defineRule, template } from '#kit';

export default defineRule({
  id: 'efs-tags',
  title: 'EFS file system has no tags',
  on: 'AWS::EFS::FileSystem',
  severity: 'low',
  category: 'organisation',
  profile: 'strict',
  aspect: 'backup-durability',
  peers: { kics: ['08e39832'] },
  controls: {},
  why: 'Backup plans and cost reports find file systems by their tags.',
  remedy: 'Tag the file system with its owner and purpose.',
  references: ['https://docs.aws.amazon.com/efs/latest/ug/manage-fs-tags.html'],
  check(resource, report) {
    const tags = resource.get('FileSystemTags');
    if (tags.isAbsent) report(tags, `${resource.logicalId} has no tags`);
  },
  examples: [
    {
      bad: template`
        Resources:
          Shared:
        # ^^^^^^
            Type: AWS::EFS::FileSystem
            Properties:
              Encrypted: true
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
          Shared:
            Type: AWS::EFS::FileSystem
            Properties:
              FileSystemTags: !If [IsProd, [{Key: owner, Value: web}], !Ref AWS::NoValue]
            # ^^^^^^^^^^^^^^
      `,
    },
    {
      name: 'a value that is chosen at deployment',
      silent: template`
        Parameters:
          Choice: {Type: String}
        Resources:
          Shared:
            Type: AWS::EFS::FileSystem
            Properties:
              FileSystemTags: [{Key: owner, Value: !Ref Choice}]
      `,
    },
  ],
});
