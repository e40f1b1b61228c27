import { defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'redshiftserverless-enhanced-vpc-routing',
  title: 'Redshift Serverless loads and unloads data past the VPC',
  on: 'AWS::RedshiftServerless::Workgroup',
  severity: 'medium',
  category: 'network',
  profile: 'strict',
  aspect: 'network-exposure',
  peers: { security_hub: ['RedshiftServerless.1'] },
  controls: { 'aws-fsbp': ['RedshiftServerless.1'], 'nist-800-53-r5': ['AC-4', 'SC-7'], 'pci-dss-4': ['1.4.4'] },
  why: 'COPY and UNLOAD then leave by the internet, unseen by flow logs, endpoint policies and network ACLs. With enhanced routing the VPC needs a way to S3.',
  remedy: 'Set EnhancedVpcRouting to true, and give the VPC an endpoint for S3.',
  references: ['https://docs.aws.amazon.com/redshift/latest/mgmt/enhanced-vpc-routing.html'],
  check(workgroup, report) {
    const routing = workgroup.get('EnhancedVpcRouting');
    if (!routing.isNot(true)) return;
    report(routing, `${workgroup.logicalId} loads and unloads data past the VPC`, {
      fixes: [fix('Route loads through the VPC (which needs a way to S3)', 'behaviour', set(routing, true))],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Orders:
        # ^^^^^^
            Type: AWS::RedshiftServerless::Workgroup
            Properties:
              WorkgroupName: orders
      `,
      good: template`
        Resources:
          Orders:
            Type: AWS::RedshiftServerless::Workgroup
            Properties:
              WorkgroupName: orders
              EnhancedVpcRouting: true
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
              EnhancedVpcRouting: !If [IsProd, true, false]
                                                   # ^^^^^
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
              EnhancedVpcRouting: !If [IsProd, true, true]
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
              EnhancedVpcRouting: !Ref Setting
      `,
    },
  ],
});
