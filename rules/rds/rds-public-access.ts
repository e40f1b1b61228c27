import { defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'rds-public-access',
  title: 'RDS database has a public address',
  on: 'AWS::RDS::DBInstance',
  severity: 'critical',
  category: 'network',
  profile: 'essential',
  aspect: 'network-exposure',
  peers: {
    checkov: ['CKV_AWS_17'],
    cfn_nag: ['F22'],
    guard: ['RDS_INSTANCE_PUBLIC_ACCESS_CHECK'],
    trivy: ['AWS-0180'],
    cdk_nag: ['RDSInstancePublicAccess'],
    kics: ['de38e1d5'],
    security_hub: ['RDS.2'],
  },
  controls: { 'aws-fsbp': ['RDS.2'], 'nist-800-53-r5': ['AC-4', 'SC-7'], 'pci-dss-4': ['1.4.4'] },
  why: 'A public address leaves one security group rule between the database and everyone. Without PubliclyAccessible, RDS gives the database a public address whenever its VPC has an internet gateway.',
  remedy:
    'Set PubliclyAccessible to false, and reach the database from inside the VPC, by a VPN or by Session Manager.',
  references: [
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_VPC.WorkingWithRDSInstanceinaVPC.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-rds-dbinstance.html',
  ],
  check(database, report) {
    const isPublic = database.get('PubliclyAccessible');
    const close = fix(
      'Make the database private (ends access from outside the VPC)',
      'behaviour',
      set(isPublic, false),
    );
    if (isPublic.is(true)) {
      report(isPublic, `${database.logicalId} gets a public address`, { fixes: [close] });
    } else if (isPublic.isAbsent) {
      report(isPublic, `${database.logicalId} gets a public address if its VPC has an internet gateway`, {
        severity: 'medium',
        peers: { cfn_nag: ['F22'], guard: ['RDS_INSTANCE_PUBLIC_ACCESS_CHECK'] },
        fixes: [close],
      });
    }
  },
  examples: [
    {
      bad: template`
        Resources:
          Orders:
            Type: AWS::RDS::DBInstance
            Properties:
              Engine: postgres
              PubliclyAccessible: true
                                # ^^^^
      `,
      good: template`
        Resources:
          Orders:
            Type: AWS::RDS::DBInstance
            Properties:
              Engine: postgres
              PubliclyAccessible: false
      `,
    },
    {
      bad: template`
        Resources:
          Orders:
        # ^^^^^^
            Type: AWS::RDS::DBInstance
            Properties:
              Engine: postgres
      `,
      good: template`
        Resources:
          Orders:
            Type: AWS::RDS::DBInstance
            Properties:
              Engine: postgres
              PubliclyAccessible: false
      `,
    },
    {
      name: 'the default of a parameter is fixed where it stands',
      when: 'Public is left at its default',
      bad: template`
        Parameters:
          Public:
            Type: String
            Default: 'true'
        Resources:
          Orders:
            Type: AWS::RDS::DBInstance
            Properties:
              Engine: postgres
              PubliclyAccessible: !Ref Public
                                # ^^^^^^^^^^^
      `,
      good: template`
        Parameters:
          Public:
            Type: String
            Default: 'false'
        Resources:
          Orders:
            Type: AWS::RDS::DBInstance
            Properties:
              Engine: postgres
              PubliclyAccessible: !Ref Public
      `,
    },
    {
      name: 'one branch of a condition',
      when: 'IsTest is true',
      bad: template`
        Parameters:
          Env:
            Type: String
            AllowedValues: [test, prod]
        Conditions:
          IsTest: !Equals [!Ref Env, test]
        Resources:
          Orders:
            Type: AWS::RDS::DBInstance
            Properties:
              Engine: postgres
              PubliclyAccessible: !If [IsTest, true, false]
                                             # ^^^^
      `,
    },
    {
      name: 'a parameter without default decides',
      silent: template`
        Parameters:
          Public:
            Type: String
        Resources:
          Orders:
            Type: AWS::RDS::DBInstance
            Properties:
              Engine: postgres
              PubliclyAccessible: !Ref Public
      `,
    },
  ],
});
