import { defineRule, template } from '#kit';

export default defineRule({
  id: 'simpledb-domain',
  title: 'Data is kept in SimpleDB, which does not encrypt it',
  on: 'AWS::SDB::Domain',
  severity: 'low',
  category: 'encryption-at-rest',
  profile: 'strict',
  aspect: 'encryption-at-rest',
  peers: { cfn_nag: ['F77'], kics: ['6ea57c8b'] },
  controls: { 'nist-800-53-r5': ['SA-22', 'SC-28'] },
  why: 'SimpleDB has no encryption at rest, no backups and no point-in-time recovery, and gets no new features. DynamoDB has them all.',
  remedy: 'Keep the data in a DynamoDB table.',
  references: ['https://docs.aws.amazon.com/AmazonSimpleDB/latest/DeveloperGuide/Welcome.html'],
  check(domain, report) {
    report(domain, `${domain.logicalId} keeps data in SimpleDB, which does not encrypt it`);
  },
  examples: [
    {
      bad: template`
        Resources:
          Items:
        # ^^^^^
            Type: AWS::SDB::Domain
      `,
    },
    {
      name: 'in development',
      bad: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsDev: !Not [!Condition IsProd]
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Items:
        # ^^^^^
            Type: AWS::SDB::Domain
            Condition: IsDev
      `,
    },
    {
      name: 'tables of DynamoDB',
      silent: template`
        Resources:
          Items:
            Type: AWS::DynamoDB::Table
            Properties: {BillingMode: PAY_PER_REQUEST}
      `,
    },
  ],
});
