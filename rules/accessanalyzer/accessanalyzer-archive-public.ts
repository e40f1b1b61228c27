import { defineRule, fix, type ResourceView, set, template, type Value } from '#kit';

export default defineRule({
  id: 'accessanalyzer-archive-public',
  title: 'Archive rule hides public access',
  on: ['AWS::AccessAnalyzer::Analyzer', 'AWS::AccessAnalyzer::ArchiveRule'],
  severity: 'medium',
  category: 'logging',
  profile: 'recommended',
  aspect: 'logging-monitoring',
  peers: {},
  controls: { 'nist-800-53-r5': ['CA-7', 'SI-4'] },
  why: 'The rule archives every finding on a resource that the whole world can reach, today’s and those to come, before anyone has seen it.',
  remedy: 'Name in the filter the resource that is meant to be public.',
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-archive-rules.html'],
  check(resource, report) {
    for (const filter of filtersOf(resource)) {
      const { isPublic } = filter;
      if (filter.isNarrow || !isPublic?.is('true')) continue;
      report(isPublic, `${resource.logicalId} archives all findings of public access`, {
        fixes: [fix('Archive only findings that are not of public access', 'behaviour', set(isPublic, 'false'))],
      });
    }
  },
  examples: [
    {
      bad: template`
        Resources:
          Quiet:
            Type: AWS::AccessAnalyzer::ArchiveRule
            Properties:
              AnalyzerName: account
              RuleName: quiet
              Filter:
                isPublic: {Eq: ['true']}
                              # ^^^^^^
                resourceType: {Eq: ['AWS::S3::Bucket']}
      `,
      good: template`
        Resources:
          Quiet:
            Type: AWS::AccessAnalyzer::ArchiveRule
            Properties:
              AnalyzerName: account
              RuleName: quiet
              Filter:
                isPublic: {Eq: ['false']}
                resourceType: {Eq: ['AWS::S3::Bucket']}
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
          Analyzer:
            Type: AWS::AccessAnalyzer::Analyzer
            Properties:
              Type: ACCOUNT
              ArchiveRules:
                - RuleName: quiet
                  Filter:
                    - Property: isPublic
                      Eq: [!If [IsProd, 'false', 'true']]
                                               # ^^^^^^
      `,
    },
    {
      name: 'the website, which is meant to be public, is named',
      silent: template`
        Resources:
          Analyzer:
            Type: AWS::AccessAnalyzer::Analyzer
            Properties:
              Type: ACCOUNT
              ArchiveRules:
                - RuleName: website
                  Filter:
                    - {Property: isPublic, Eq: ['true']}
                    - {Property: resource, Eq: ['arn:aws:s3:::website']}
      `,
    },
    {
      name: 'what is compared is chosen at deployment',
      silent: template`
        Parameters:
          Public: {Type: String}
        Resources:
          Quiet:
            Type: AWS::AccessAnalyzer::ArchiveRule
            Properties:
              AnalyzerName: account
              RuleName: quiet
              Filter:
                isPublic: {Eq: [!Ref Public]}
      `,
    },
  ],
});

interface Filter {
  /** Whether one resource, or some by their names, are meant, or the template does not tell. */
  readonly isNarrow: boolean;
  readonly isPublic: Value | undefined;
}

function filtersOf(resource: ResourceView): readonly Filter[] {
  if (resource.type === 'AWS::AccessAnalyzer::ArchiveRule') {
    const filter = resource.get('Filter');
    return [filterOf(filter.entries(), filter.isOpen)];
  }
  return resource
    .get('ArchiveRules')
    .items()
    .map((rule) => {
      const criteria = rule.get('Filter');
      const named = criteria.items().map((each): [string, Value] => [each.get('Property').text() ?? 'resource', each]);
      return filterOf(named, criteria.isOpen);
    });
}

function filterOf(criteria: readonly (readonly [property: string, criterion: Value])[], isOpen: boolean): Filter {
  const publicity = criteria.find(([property]) => property === 'isPublic')?.[1];
  return {
    isNarrow: isOpen || criteria.some(([property]) => property === 'resource' || property === 'id'),
    isPublic: publicity?.get('Eq').items()[0],
  };
}
