import { defineRule, type Fix, fix, type Peers, type ResourceView, set, template, type Value } from '#kit';

const USER: Peers = {
  checkov: ['CKV_AWS_155'],
  cfn_nag: ['F29'],
  guard: ['WORKSPACE_ENCRYPTION_ENABLED'],
  trivy: ['AWS-0109'],
  kics: ['89827c57'],
  security_hub: ['WorkSpaces.1'],
};
const ROOT: Peers = { checkov: ['CKV_AWS_156'], trivy: ['AWS-0109'], security_hub: ['WorkSpaces.2'] };
const BOTH: Peers = {
  ...USER,
  checkov: ['CKV_AWS_155', 'CKV_AWS_156'],
  security_hub: ['WorkSpaces.1', 'WorkSpaces.2'],
};

export default defineRule({
  id: 'workspaces-encryption',
  title: 'Virtual desktop stores its data unencrypted',
  on: 'AWS::WorkSpaces::Workspace',
  severity: 'high',
  category: 'encryption-at-rest',
  profile: 'recommended',
  aspect: 'encryption-at-rest',
  peers: BOTH,
  controls: {
    'aws-fsbp': ['WorkSpaces.1', 'WorkSpaces.2'],
    'nist-800-53-r5': ['SC-28', 'SC-28(1)'],
    'pci-dss-4': ['3.5.1'],
  },
  why: 'A desktop holds what its user works on, mail and saved passwords included. Its volumes and their snapshots are unencrypted by default, and encryption cannot be switched on later.',
  remedy: 'Set UserVolumeEncryptionEnabled and RootVolumeEncryptionEnabled to true, with a VolumeEncryptionKey.',
  references: ['https://docs.aws.amazon.com/workspaces/latest/adminguide/encrypt-workspaces.html'],
  check(desktop, report) {
    const user = desktop.get('UserVolumeEncryptionEnabled');
    const root = desktop.get('RootVolumeEncryptionEnabled');
    const isUserOpen = user.isNot(true);
    const isRootOpen = root.isNot(true);
    if (isUserOpen && isRootOpen) {
      report(user, `${desktop.logicalId} stores its volumes unencrypted`, { fixes: [encrypt(desktop, [root, user])] });
    } else if (isUserOpen) {
      report(user, `${desktop.logicalId} stores its user volume unencrypted`, {
        peers: USER,
        fixes: [encrypt(desktop, [user])],
      });
    } else if (isRootOpen) {
      report(root, `${desktop.logicalId} stores its root volume unencrypted`, {
        peers: ROOT,
        severity: 'medium',
        fixes: [encrypt(desktop, [root])],
      });
    }
  },
  examples: [
    {
      bad: template`
        Resources:
          Desk:
        # ^^^^
            Type: AWS::WorkSpaces::Workspace
            Properties:
              UserName: ada
      `,
      good: template`
        Resources:
          Desk:
            Type: AWS::WorkSpaces::Workspace
            Properties:
              UserName: ada
              RootVolumeEncryptionEnabled: true
              UserVolumeEncryptionEnabled: true
              VolumeEncryptionKey: alias/aws/workspaces
      `,
    },
    {
      name: 'the root volume only',
      bad: template`
        Resources:
          Desk:
            Type: AWS::WorkSpaces::Workspace
            Properties:
              UserVolumeEncryptionEnabled: true
              RootVolumeEncryptionEnabled: false
                                         # ^^^^^
              VolumeEncryptionKey: !ImportValue Key
      `,
      good: template`
        Resources:
          Desk:
            Type: AWS::WorkSpaces::Workspace
            Properties:
              UserVolumeEncryptionEnabled: true
              RootVolumeEncryptionEnabled: true
              VolumeEncryptionKey: !ImportValue Key
      `,
    },
    {
      name: 'the user volume in development',
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Desk:
            Type: AWS::WorkSpaces::Workspace
            Properties:
              UserVolumeEncryptionEnabled: !If [IsProd, true, false]
                                                            # ^^^^^
              RootVolumeEncryptionEnabled: true
              VolumeEncryptionKey: !ImportValue Key
      `,
      good: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Desk:
            Type: AWS::WorkSpaces::Workspace
            Properties:
              UserVolumeEncryptionEnabled: !If [IsProd, true, true]
              RootVolumeEncryptionEnabled: true
              VolumeEncryptionKey: !ImportValue Key
      `,
    },
    {
      name: 'parameters without default decide',
      silent: template`
        Parameters:
          Encrypted: {Type: String}
        Resources:
          Desk:
            Type: AWS::WorkSpaces::Workspace
            Properties: {UserVolumeEncryptionEnabled: !Ref Encrypted, RootVolumeEncryptionEnabled: !Ref Encrypted}
      `,
    },
  ],
});

function encrypt(desktop: ResourceView, switches: readonly Value[]): Fix | undefined {
  const key = desktop.get('VolumeEncryptionKey');
  const named = key.isAbsent ? [set(key, 'alias/aws/workspaces')] : [];
  return fix(
    'Encrypt (for a new desktop: CloudFormation does not change this for one that exists)',
    'replacement',
    ...switches.map((each) => set(each, true)),
    ...named,
  );
}
