import { defineRule, isKeyOfAws, template } from '#kit';

export default defineRule({
  id: 'codebuild-key',
  title: 'Build results have no key of your own',
  on: 'AWS::CodeBuild::Project',
  severity: 'low',
  category: 'encryption-at-rest',
  profile: 'strict',
  aspect: 'encryption-at-rest',
  peers: {
    cfn_nag: ['W32'],
    guard: ['CODEBUILD_ENCRYPTION_KEY_RULE'],
    cdk_nag: ['CodeBuildProjectKMSEncryptedArtifacts', 'AwsSolutions-CB4'],
    kics: ['d7467bb6'],
  },
  controls: { 'nist-800-53-r5': ['SC-28'] },
  why: 'CodeBuild encrypts results with the AWS managed key for S3; with a key of yours you decide who decrypts them, in other accounts too. The role of the project needs the right to it.',
  remedy: 'Name a KMS key in EncryptionKey.',
  references: ['https://docs.aws.amazon.com/codebuild/latest/userguide/security-encryption.html'],
  check(project, report) {
    const key = project.get('EncryptionKey');
    if (!isKeyOfAws(key)) return;
    report(key, `Results of ${project.logicalId} are encrypted without a key of your own`, {
      // Other scanners are content with any key that is named.
      peers: key.isAbsent ? undefined : {},
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Build:
        # ^^^^^
            Type: AWS::CodeBuild::Project
            Properties: {Name: build}
      `,
    },
    {
      name: 'a key that AWS manages is not yours',
      bad: template`
        Resources:
          Build:
            Type: AWS::CodeBuild::Project
            Properties:
              EncryptionKey: alias/aws/s3
                           # ^^^^^^^^^^^^
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
          Build:
            Type: AWS::CodeBuild::Project
            Properties:
              EncryptionKey: !If [IsProd, alias/build, !Ref AWS::NoValue]
            # ^^^^^^^^^^^^^
      `,
    },
    {
      name: 'the key is a parameter without default',
      silent: template`
        Parameters:
          Given: {Type: String}
        Resources:
          Build:
            Type: AWS::CodeBuild::Project
            Properties: {EncryptionKey: !Ref Given}
      `,
    },
  ],
});
