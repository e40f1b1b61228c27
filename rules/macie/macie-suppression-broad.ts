import { suppressionRule, template } from '#kit';

export default suppressionRule({
  id: 'macie-suppression-broad',
  title: 'Macie findings are hidden whatever their cause',
  on: 'AWS::Macie::FindingsFilter',
  references: ['https://docs.aws.amazon.com/macie/latest/user/findings-suppression.html'],
  hides: (filter) => filter.get('Action').is('ARCHIVE'),
  criteria: 'FindingCriteria.Criterion',
  broad: ['severity.score', 'region', 'accountId', 'archived', 'category', 'createdAt', 'updatedAt'],
  severity: 'severity.description',
  low: { eq: ['Low'] },
  examples: [
    {
      bad: template`
        Resources:
          Quiet:
            Type: AWS::Macie::FindingsFilter
            Properties:
              Name: quiet
              Action: ARCHIVE
              FindingCriteria:
                Criterion:
              # ^^^^^^^^^
                  category: {eq: [CLASSIFICATION]}
      `,
      good: template`
        Resources:
          Quiet:
            Type: AWS::Macie::FindingsFilter
            Properties:
              Name: quiet
              Action: ARCHIVE
              FindingCriteria:
                Criterion:
                  category: {eq: [CLASSIFICATION]}
                  severity.description:
                    eq:
                      - Low
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
          Quiet:
            Type: AWS::Macie::FindingsFilter
            Properties:
              Name: quiet
              Action: ARCHIVE
              FindingCriteria:
                Criterion: {severity.description: {eq: [!If [IsProd, Low, High]]}}
              # ^^^^^^^^^
      `,
    },
    {
      name: 'a bucket is named, or it is chosen at deployment what is done',
      silent: template`
        Parameters:
          Action: {Type: String}
        Resources:
          Public:
            Type: AWS::Macie::FindingsFilter
            Properties:
              Name: public
              Action: ARCHIVE
              FindingCriteria: {Criterion: {resourcesAffected.s3Bucket.name: {eq: [website]}}}
          Chosen:
            Type: AWS::Macie::FindingsFilter
            Properties:
              Name: chosen
              Action: !Ref Action
              FindingCriteria: {Criterion: {region: {eq: [eu-west-1]}}}
      `,
    },
  ],
});
