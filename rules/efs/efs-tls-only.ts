import { append, defineRule, type Fragment, fix, mayDenyPlainHttp, set, statementsOf, template } from '#kit';

export default defineRule({
  id: 'efs-tls-only',
  title: 'EFS file system can be mounted without TLS',
  on: 'AWS::EFS::FileSystem',
  severity: 'low',
  category: 'encryption-in-transit',
  profile: 'strict',
  aspect: 'encryption-in-transit',
  peers: {},
  controls: { 'nist-800-53-r5': ['SC-8', 'SC-8(1)'], 'pci-dss-4': ['4.2.1'] },
  why: 'NFS has no encryption of its own; the mount helper adds TLS where it is asked to. Without a Deny in the file system’s policy a client that forgets sends all files through the network in the clear.',
  remedy: 'Deny every action when aws:SecureTransport is false, and mount with the tls option.',
  references: ['https://docs.aws.amazon.com/efs/latest/ug/iam-access-control-nfs-efs.html'],
  check(files, report) {
    const policy = files.get('FileSystemPolicy');
    const statements = policy.embedded().get('Statement');
    if (policy.isUnknown || statements.isUnknown || statements.isOpen) return;
    if (statementsOf(policy).some((statement) => mayDenyPlainHttp(statement, 'elasticfilesystem'))) return;
    report(policy.isAbsent ? policy : statements, `${files.logicalId} can be mounted without TLS`, {
      fixes: [
        policy.isAbsent
          ? fix(
              'Admit mounts with TLS only',
              'behaviour',
              set(policy, { Version: '2012-10-17', Statement: [ALLOW, DENY] }),
            )
          : fix('Deny mounts without TLS', 'behaviour', append(policy.get('Statement'), DENY)),
      ],
    });
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
      good: template`
        Resources:
          Shared:
            Type: AWS::EFS::FileSystem
            Properties:
              Encrypted: true
              FileSystemPolicy:
                Version: '2012-10-17'
                Statement:
                  - Sid: AllowMounts
                    Effect: Allow
                    Principal:
                      AWS: '*'
                    Action:
                      - elasticfilesystem:ClientMount
                      - elasticfilesystem:ClientWrite
                      - elasticfilesystem:ClientRootAccess
                    Condition:
                      Bool:
                        elasticfilesystem:AccessedViaMountTarget: true
                  - Sid: DenyPlainMounts
                    Effect: Deny
                    Principal:
                      AWS: '*'
                    Action: '*'
                    Condition:
                      Bool:
                        aws:SecureTransport: false
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
              # ^^^^^^^^^
                  - Effect: Allow
                    Principal: {AWS: !ImportValue Role}
                    Action: elasticfilesystem:ClientMount
                  - !If
                    - IsProd
                    - Effect: Deny
                      Principal: '*'
                      Action: '*'
                      Condition: {Bool: {aws:SecureTransport: 'false'}}
                    - !Ref AWS::NoValue
      `,
    },
    {
      name: 'a policy without default is unknown',
      silent: template`
        Parameters:
          Policy: {Type: String}
        Resources:
          Shared:
            Type: AWS::EFS::FileSystem
            Properties:
              FileSystemPolicy: !Ref Policy
      `,
    },
  ],
});

/** What a file system without a policy allows: everything to everyone who reaches a mount target. */
const ALLOW: Fragment = {
  Sid: 'AllowMounts',
  Effect: 'Allow',
  Principal: { AWS: '*' },
  Action: ['elasticfilesystem:ClientMount', 'elasticfilesystem:ClientWrite', 'elasticfilesystem:ClientRootAccess'],
  Condition: { Bool: { 'elasticfilesystem:AccessedViaMountTarget': true } },
};

const DENY: Fragment = {
  Sid: 'DenyPlainMounts',
  Effect: 'Deny',
  Principal: { AWS: '*' },
  Action: '*',
  Condition: { Bool: { 'aws:SecureTransport': false } },
};
