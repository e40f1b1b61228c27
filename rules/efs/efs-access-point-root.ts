import { defineRule, template } from '#kit';

export default defineRule({
  id: 'efs-access-point-root',
  title: 'EFS access point opens the whole file system',
  on: 'AWS::EFS::AccessPoint',
  severity: 'medium',
  category: 'access-control',
  profile: 'recommended',
  aspect: 'identity-access',
  peers: { security_hub: ['EFS.3'] },
  controls: { 'aws-fsbp': ['EFS.3'], 'nist-800-53-r5': ['AC-6(10)'] },
  why: 'An access point is there to show an application its own folder. At the root it shows everything that every other application keeps.',
  remedy: 'Set RootDirectory.Path to a folder of the application.',
  references: ['https://docs.aws.amazon.com/efs/latest/ug/enforce-root-directory-access-point.html'],
  check(resource, report) {
    const path = resource.get('RootDirectory.Path');
    if (!path.isAbsent && !path.is('/')) return;
    report(path, `${resource.logicalId} opens the whole file system`);
  },
  examples: [
    {
      bad: template`
        Resources:
          Web:
        # ^^^
            Type: AWS::EFS::AccessPoint
            Properties:
              FileSystemId: fs-12345678
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
          Web:
            Type: AWS::EFS::AccessPoint
            Properties:
              FileSystemId: fs-12345678
              RootDirectory:
                Path: !If [IsProd, /web, /]
                                       # ^
      `,
    },
    {
      name: 'chosen at deployment',
      silent: template`
        Parameters:
          Choice: {Type: String}
        Resources:
          Web:
            Type: AWS::EFS::AccessPoint
            Properties:
              FileSystemId: fs-12345678
              RootDirectory: {Path: !Ref Choice}
      `,
    },
  ],
});
