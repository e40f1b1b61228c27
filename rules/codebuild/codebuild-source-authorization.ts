import { defineRule, template } from '#kit';

export default defineRule({
  id: 'codebuild-source-authorization',
  title: 'Build takes its source with credentials of the whole account',
  on: 'AWS::CodeBuild::Project',
  severity: 'low',
  category: 'access-control',
  profile: 'strict',
  aspect: 'keys-secrets',
  peers: { guard: ['CODEBUILD_PROJECT_SOURCE_REPO_URL_CHECK'], cdk_nag: ['CodeBuildProjectSourceRepoUrl'] },
  controls: { 'nist-800-53-r5': ['AC-6', 'IA-5'] },
  why: 'A source that names no credentials is fetched with those that somebody once gave CodeBuild for the whole account: often a personal access token that opens far more than this repository, and every other project uses it as well. A public repository needs none.',
  remedy: 'Name a connection (CODECONNECTIONS) or a secret (SECRETS_MANAGER) in Auth of the source.',
  references: ['https://docs.aws.amazon.com/codebuild/latest/userguide/multiple-access-tokens.html'],
  check(project, report) {
    const primary = project.get('Source');
    for (const source of [primary, ...project.get('SecondarySources').items()]) {
      if (!source.get('Type').is(...HOSTS)) continue;
      const type = source.get('Auth.Type');
      if (!type.isNot('OAUTH', 'CODECONNECTIONS', 'SECRETS_MANAGER')) continue;
      report(type, `${project.logicalId} takes its source with whatever credentials the account has`, {
        peers: source === primary && source.get('Type').is('GITHUB', 'BITBUCKET') ? undefined : {},
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
            # ^^^^^^
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
                Type: BITBUCKET
                Location: https://bitbucket.org/example/shop.git
                Auth: !If [IsProd, {Type: CODECONNECTIONS, Resource: !ImportValue Connection}, !Ref AWS::NoValue]
              # ^^^^
      `,
    },
    {
      name: 'a connection, a secret, and a source within AWS',
      silent: template`
        Resources:
          Build:
            Type: AWS::CodeBuild::Project
            Properties:
              Source:
                Type: GITHUB
                Location: https://github.com/example/shop.git
                Auth: {Type: CODECONNECTIONS, Resource: !ImportValue Connection}
              SecondarySources:
                - Type: BITBUCKET
                  SourceIdentifier: docs
                  Location: https://bitbucket.org/example/docs.git
                  Auth: {Type: SECRETS_MANAGER, Resource: !ImportValue Token}
                - Type: CODECOMMIT
                  SourceIdentifier: tools
                  Location: https://git-codecommit.eu-west-1.amazonaws.com/v1/repos/tools
      `,
    },
    {
      name: 'the kind of source is a parameter without default',
      silent: template`
        Parameters:
          Given: {Type: String}
        Resources:
          Build:
            Type: AWS::CodeBuild::Project
            Properties: {Source: {Type: !Ref Given, Location: https://github.com/example/shop.git}}
      `,
    },
  ],
});

/** Kinds of sources that lie outside of AWS and are opened with credentials of their own. */
const HOSTS = ['GITHUB', 'GITHUB_ENTERPRISE', 'GITLAB', 'GITLAB_SELF_MANAGED', 'BITBUCKET'];
