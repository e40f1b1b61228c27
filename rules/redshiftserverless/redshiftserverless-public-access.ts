import { defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'redshiftserverless-public-access',
  title: 'Redshift Serverless workgroup has a public address',
  on: 'AWS::RedshiftServerless::Workgroup',
  severity: 'critical',
  category: 'network',
  profile: 'essential',
  aspect: 'network-exposure',
  peers: { security_hub: ['RedshiftServerless.3'] },
  controls: { 'aws-fsbp': ['RedshiftServerless.3'], 'nist-800-53-r5': ['AC-4', 'SC-7'], 'pci-dss-4': ['1.4.4'] },
  why: 'A public address leaves one security group rule between the warehouse and everyone. Workgroups are private by default.',
  remedy: 'Set PubliclyAccessible to false, and reach the workgroup from inside the VPC.',
  references: ['https://docs.aws.amazon.com/redshift/latest/mgmt/serverless-connecting.html'],
  check(workgroup, report) {
    const isPublic = workgroup.get('PubliclyAccessible');
    if (!isPublic.is(true)) return;
    report(isPublic, `${workgroup.logicalId} gets a public address`, {
      fixes: [fix('Make the workgroup private (ends access from outside the VPC)', 'behaviour', set(isPublic, false))],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Orders:
            Type: AWS::RedshiftServerless::Workgroup
            Properties:
              WorkgroupName: orders
              PubliclyAccessible: true
                                # ^^^^
      `,
      good: template`
        Resources:
          Orders:
            Type: AWS::RedshiftServerless::Workgroup
            Properties:
              WorkgroupName: orders
              PubliclyAccessible: false
      `,
    },
    {
      name: 'in one environment only',
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env:
            Type: String
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Orders:
            Type: AWS::RedshiftServerless::Workgroup
            Properties:
              WorkgroupName: orders
              PubliclyAccessible: !If [IsProd, false, true]
                                                    # ^^^^
      `,
      good: template`
        Parameters:
          Env:
            Type: String
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Orders:
            Type: AWS::RedshiftServerless::Workgroup
            Properties:
              WorkgroupName: orders
              PubliclyAccessible: !If [IsProd, false, false]
      `,
    },
    {
      name: 'workgroups are private by default',
      silent: template`
        Resources:
          Orders:
            Type: AWS::RedshiftServerless::Workgroup
            Properties:
              WorkgroupName: orders
      `,
    },
    {
      name: 'a parameter without default decides',
      silent: template`
        Parameters:
          Setting:
            Type: String
        Resources:
          Orders:
            Type: AWS::RedshiftServerless::Workgroup
            Properties:
              WorkgroupName: orders
              PubliclyAccessible: !Ref Setting
      `,
    },
  ],
});
