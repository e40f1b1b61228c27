import { defineRule, template } from '#kit';

export default defineRule({
  id: 'efs-access-point-user',
  title: 'EFS access point lets clients choose who they are',
  on: 'AWS::EFS::AccessPoint',
  severity: 'medium',
  category: 'access-control',
  profile: 'recommended',
  aspect: 'identity-access',
  peers: { security_hub: ['EFS.4'] },
  controls: { 'aws-fsbp': ['EFS.4'], 'nist-800-53-r5': ['AC-6(2)'] },
  why: 'Without PosixUser every client comes as the user it claims to be, root included, and file permissions mean nothing.',
  remedy: 'Set PosixUser to the user and group of the application.',
  references: ['https://docs.aws.amazon.com/efs/latest/ug/enforce-identity-access-points.html'],
  check(resource, report) {
    const user = resource.get('PosixUser');
    if (user.isAbsent) report(user, `${resource.logicalId} lets clients choose their user`);
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
              PosixUser: !If [IsProd, {Uid: '1000', Gid: '1000'}, !Ref AWS::NoValue]
            # ^^^^^^^^^
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
              PosixUser: {Uid: !Ref Choice, Gid: '1000'}
      `,
    },
  ],
});
