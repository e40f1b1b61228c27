import { defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'neptune-iam-authentication',
  title: 'Neptune cluster asks nobody who they are',
  on: 'AWS::Neptune::DBCluster',
  severity: 'medium',
  category: 'access-control',
  profile: 'recommended',
  aspect: 'identity-access',
  peers: { cdk_nag: ['NeptuneClusterIAMAuth', 'AwsSolutions-N5'], kics: ['a3aa0087'], security_hub: ['Neptune.7'] },
  controls: { 'aws-fsbp': ['Neptune.7'], 'nist-800-53-r5': ['AC-3', 'AC-6'], 'pci-dss-4': ['7.2.2'] },
  why: 'Neptune has no passwords: without IAM authentication whoever reaches its port reads and changes the graph. It is off by default.',
  remedy: 'Set IamAuthEnabled to true, and have clients sign their requests.',
  references: ['https://docs.aws.amazon.com/neptune/latest/userguide/iam-auth.html'],
  check(cluster, report) {
    const authentication = cluster.get('IamAuthEnabled');
    if (!authentication.isNot(true)) return;
    report(authentication, `${cluster.logicalId} lets in whoever reaches its port`, {
      fixes: [
        fix('Ask for IAM authentication (clients must sign their requests)', 'behaviour', set(authentication, true)),
      ],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Orders:
        # ^^^^^^
            Type: AWS::Neptune::DBCluster
            Properties:
              StorageEncrypted: true
      `,
      good: template`
        Resources:
          Orders:
            Type: AWS::Neptune::DBCluster
            Properties:
              StorageEncrypted: true
              IamAuthEnabled: true
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
            Type: AWS::Neptune::DBCluster
            Properties:
              StorageEncrypted: true
              IamAuthEnabled: !If [IsProd, true, false]
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
            Type: AWS::Neptune::DBCluster
            Properties:
              StorageEncrypted: true
              IamAuthEnabled: !If [IsProd, true, true]
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
            Type: AWS::Neptune::DBCluster
            Properties:
              StorageEncrypted: true
              IamAuthEnabled: !Ref Setting
      `,
    },
  ],
});
