import { defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'codebuild-privileged',
  title: 'Builds have all rights on their host',
  on: 'AWS::CodeBuild::Project',
  severity: 'low',
  category: 'access-control',
  profile: 'strict',
  aspect: 'hardware-virtualization',
  peers: { security_hub: ['CodeBuild.5'] },
  controls: { 'aws-fsbp': ['CodeBuild.5'], 'nist-800-53-r5': ['AC-6'] },
  why: 'Building images in a build takes privileged mode; nothing else does, and what a build runs comes from many hands.',
  remedy: 'Set PrivilegedMode to false unless the build makes container images.',
  references: ['https://docs.aws.amazon.com/codebuild/latest/userguide/change-project.html'],
  check(project, report) {
    const privileged = project.get('Environment.PrivilegedMode');
    if (!privileged.is(true)) return;
    report(privileged, `Builds of ${project.logicalId} have all rights on their host`, {
      fixes: () => [fix('Take the rights away (ends building of images)', 'behaviour', set(privileged, false))],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Build:
            Type: AWS::CodeBuild::Project
            Properties:
              Environment:
                PrivilegedMode: true
                              # ^^^^
      `,
      good: template`
        Resources:
          Build:
            Type: AWS::CodeBuild::Project
            Properties:
              Environment:
                PrivilegedMode: false
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
              Environment:
                PrivilegedMode: !If [IsProd, false, true]
                                                  # ^^^^
      `,
      good: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Build:
            Type: AWS::CodeBuild::Project
            Properties:
              Environment:
                PrivilegedMode: !If [IsProd, false, false]
      `,
    },
    {
      name: 'the answer is a parameter without default',
      silent: template`
        Parameters:
          Given: {Type: String}
        Resources:
          Build:
            Type: AWS::CodeBuild::Project
            Properties: {Environment: {PrivilegedMode: !Ref Given}}
      `,
    },
  ],
});
