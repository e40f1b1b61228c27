import { defineRule, describe, fix, set, template } from '#kit';

export default defineRule({
  id: 'rds-ca-certificate',
  title: 'Certificate of a database is issued by an expired authority',
  on: ['AWS::RDS::DBInstance', 'AWS::DocDB::DBInstance'],
  severity: 'medium',
  category: 'encryption-in-transit',
  profile: 'recommended',
  aspect: 'encryption-in-transit',
  peers: {},
  controls: { 'nist-800-53-r5': ['SC-8', 'SC-17'] },
  why: 'The authorities rds-ca-2015 and rds-ca-2019 expired in 2020 and 2024. Clients that check certificates can no longer connect, and those that still connect do not check.',
  remedy: 'Set CACertificateIdentifier to rds-ca-rsa2048-g1, and give clients the current bundle.',
  references: ['https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.SSL-certificate-rotation.html'],
  check(database, report) {
    const authority = database.get('CACertificateIdentifier');
    if (!authority.is('rds-ca-2015', 'rds-ca-2019')) return;
    report(authority, `The certificate of ${database.logicalId} is of ${describe(authority)}, which has expired`, {
      fixes: [
        fix('Use rds-ca-rsa2048-g1 (may restart the database)', 'behaviour', set(authority, 'rds-ca-rsa2048-g1')),
      ],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Orders:
            Type: AWS::RDS::DBInstance
            Properties:
              Engine: postgres
              CACertificateIdentifier: rds-ca-2019
                                     # ^^^^^^^^^^^
      `,
      good: template`
        Resources:
          Orders:
            Type: AWS::RDS::DBInstance
            Properties:
              Engine: postgres
              CACertificateIdentifier: rds-ca-rsa2048-g1
      `,
    },
    {
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Orders:
            Type: AWS::RDS::DBInstance
            Properties:
              CACertificateIdentifier: !If [IsProd, rds-ca-ecc384-g1, rds-ca-2015]
                                                                    # ^^^^^^^^^^^
      `,
    },
    {
      name: 'the authority is chosen at deployment, or by the region',
      silent: template`
        Parameters:
          Authority: {Type: String}
        Resources:
          Orders:
            Type: AWS::RDS::DBInstance
            Properties: {Engine: postgres, CACertificateIdentifier: !Ref Authority}
          Users:
            Type: AWS::RDS::DBInstance
            Properties: {Engine: postgres}
      `,
    },
  ],
});
