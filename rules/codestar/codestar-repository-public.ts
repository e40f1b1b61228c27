import { defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'codestar-repository-public',
  title: 'GitHub repository is made public',
  on: 'AWS::CodeStar::GitHubRepository',
  severity: 'medium',
  category: 'access-control',
  profile: 'recommended',
  aspect: 'identity-access',
  peers: { kics: ['5906092d'] },
  controls: { 'nist-800-53-r5': ['AC-3'] },
  why: 'Everyone can read the code that is put there, its history and the secrets that slipped in. A repository is public unless the template says otherwise.',
  remedy: 'Set IsPrivate to true.',
  references: [
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-codestar-githubrepository.html',
  ],
  check(repository, report) {
    const hidden = repository.get('IsPrivate');
    if (!hidden.isNot(true)) return;
    report(hidden, `${repository.logicalId} can be read by everyone`, {
      fixes: [fix('Make the repository private', 'behaviour', set(hidden, true))],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Shop:
        # ^^^^
            Type: AWS::CodeStar::GitHubRepository
            Properties:
              RepositoryName: shop
      `,
      good: template`
        Resources:
          Shop:
            Type: AWS::CodeStar::GitHubRepository
            Properties:
              RepositoryName: shop
              IsPrivate: true
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
          Shop:
            Type: AWS::CodeStar::GitHubRepository
            Properties:
              IsPrivate: !If [IsProd, true, false]
                                          # ^^^^^
      `,
      good: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Shop:
            Type: AWS::CodeStar::GitHubRepository
            Properties:
              IsPrivate: !If [IsProd, true, true]
      `,
    },
    {
      name: 'a parameter without default decides',
      silent: template`
        Parameters:
          Private: {Type: String}
        Resources:
          Shop:
            Type: AWS::CodeStar::GitHubRepository
            Properties: {IsPrivate: !Ref Private}
      `,
    },
  ],
});
