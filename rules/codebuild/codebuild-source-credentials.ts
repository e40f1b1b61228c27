import { defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'codebuild-source-credentials',
  title: 'Credentials stand in the address of a repository',
  on: 'AWS::CodeBuild::Project',
  severity: 'high',
  category: 'secrets',
  profile: 'essential',
  aspect: 'keys-secrets',
  peers: {
    guard: ['CODEBUILD_PROJECT_SOURCE_REPO_URL_CHECK'],
    cdk_nag: ['CodeBuildProjectSourceRepoUrl'],
    security_hub: ['CodeBuild.1'],
  },
  controls: { 'aws-fsbp': ['CodeBuild.1'], 'nist-800-53-r5': ['IA-5(7)'], 'pci-dss-4': ['8.2.1'] },
  why: 'Everyone who may look at the project, or at the repository of this template, can push to the source with them. Repositories that are public need no credentials.',
  remedy: 'Write the address without credentials and connect by CodeConnections.',
  references: ['https://docs.aws.amazon.com/codebuild/latest/userguide/access-tokens.html'],
  check(project, report) {
    for (const source of [project.get('Source'), ...project.get('SecondarySources').items()]) {
      const location = source.get('Location');
      if (!location.satisfies((text) => /^https?:\/\/[^/@\s]+@/.test(text))) continue;
      const clean = location.pattern()?.replace(/^(https?:\/\/)[^/@\s]+@/, '$1') ?? '';
      report(location, `The address of the source of ${project.logicalId} holds credentials`, {
        fixes: () => [
          fix('Take the credentials out of the address (needs a connection)', 'behaviour', set(location, clean)),
        ],
      });
    }
  },
  examples: [
    {
      bad: template`
        Resources:
          Build:
            Type: AWS::CodeBuild::Project
            Properties:
              Source:
                Type: GITHUB
                Location: https://ada:ghp_0123456789@github.com/example/shop.git
                        # ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      `,
      good: template`
        Resources:
          Build:
            Type: AWS::CodeBuild::Project
            Properties:
              Source:
                Type: GITHUB
                Location: https://github.com/example/shop.git
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
              Source:
                Location: !If [IsProd, 'https://github.com/example/shop.git', 'https://token@github.com/example/shop.git']
                                                                            # ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      `,
    },
    {
      name: 'the address is a parameter without default',
      silent: template`
        Parameters:
          Given: {Type: String}
        Resources:
          Build:
            Type: AWS::CodeBuild::Project
            Properties: {Source: {Type: GITHUB, Location: !Ref Given}}
      `,
    },
  ],
});
