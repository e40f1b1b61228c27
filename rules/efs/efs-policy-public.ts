import { anyAccount, defineRule, fix, grants, mayLimitCallers, set, statementsOf, template } from '#kit';

export default defineRule({
  id: 'efs-policy-public',
  title: 'Policy of an EFS file system is public',
  on: 'AWS::EFS::FileSystem',
  severity: 'medium',
  category: 'access-control',
  profile: 'recommended',
  aspect: 'identity-access',
  peers: {},
  controls: { 'nist-800-53-r5': ['AC-3', 'AC-6'] },
  why: 'The policy names everyone and leaves it to the network alone to keep strangers out. EFS calls such a policy public; bound to mount targets it lets in who reaches them, and no other account.',
  remedy: 'Name the roles that mount the file system, or demand elasticfilesystem:AccessedViaMountTarget.',
  references: ['https://docs.aws.amazon.com/efs/latest/ug/access-control-block-public-access.html'],
  check(files, report) {
    for (const statement of statementsOf(files.get('FileSystemPolicy'))) {
      const anyone = grants(statement) ? statement.principals.find(anyAccount) : undefined;
      if (!anyone || mayLimitCallers(statement.condition)) continue;
      const viaTarget = statement.condition.get('Bool').get('elasticfilesystem:AccessedViaMountTarget');
      report(anyone.value, `The policy of ${files.logicalId} lets everyone in`, {
        fixes: [fix('Let in only what comes by a mount target', 'behaviour', set(viaTarget, true))],
      });
    }
  },
  examples: [
    {
      bad: template`
        Resources:
          Shared:
            Type: AWS::EFS::FileSystem
            Properties:
              FileSystemPolicy:
                Statement:
                  - Effect: Allow
                    Principal: '*'
                             # ^^^
                    Action: elasticfilesystem:ClientMount
      `,
      good: template`
        Resources:
          Shared:
            Type: AWS::EFS::FileSystem
            Properties:
              FileSystemPolicy:
                Statement:
                  - Effect: Allow
                    Principal: '*'
                    Action: elasticfilesystem:ClientMount
                    Condition:
                      Bool:
                        elasticfilesystem:AccessedViaMountTarget: true
      `,
    },
    {
      name: 'in development',
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
              FileSystemPolicy:
                Statement:
                  - Effect: Allow
                    Principal: {AWS: !If [IsProd, 'arn:aws:iam::123456789012:role/app', '*']}
                                                                                      # ^^^
                    Action: elasticfilesystem:ClientMount
      `,
    },
    {
      name: 'a principal without default is unknown',
      silent: template`
        Parameters:
          Who: {Type: String}
        Resources:
          Shared:
            Type: AWS::EFS::FileSystem
            Properties:
              FileSystemPolicy:
                Statement: [{Effect: Allow, Principal: {AWS: !Ref Who}, Action: 'elasticfilesystem:ClientMount'}]
      `,
    },
    {
      name: 'a Deny lets nobody in, and neither does the internet by a mount target',
      silent: template`
        Resources:
          Shared:
            Type: AWS::EFS::FileSystem
            Properties:
              FileSystemPolicy:
                Statement:
                  - {Effect: Deny, Principal: '*', Action: '*', Condition: {Bool: {aws:SecureTransport: 'false'}}}
                  - Effect: Allow
                    Principal: {AWS: '*'}
                    Action: elasticfilesystem:ClientMount
                    Condition: {Bool: {elasticfilesystem:AccessedViaMountTarget: 'true'}}
      `,
    },
  ],
});
