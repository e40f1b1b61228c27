import { defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'redshift-enhanced-vpc-routing',
  title: 'Redshift loads and unloads data past the VPC',
  on: 'AWS::Redshift::Cluster',
  severity: 'medium',
  category: 'network',
  profile: 'strict',
  aspect: 'network-exposure',
  peers: {
    guard: ['REDSHIFT_ENHANCED_VPC_ROUTING_ENABLED'],
    cdk_nag: ['RedshiftEnhancedVPCRoutingEnabled'],
    security_hub: ['Redshift.7'],
  },
  controls: { 'aws-fsbp': ['Redshift.7'], 'nist-800-53-r5': ['AC-4', 'SC-7'], 'pci-dss-4': ['1.4.4'] },
  why: 'COPY and UNLOAD then leave by the internet, unseen by flow logs, endpoint policies and network ACLs. With enhanced routing the VPC needs a way to S3.',
  remedy: 'Set EnhancedVpcRouting to true, and give the VPC an endpoint for S3.',
  references: ['https://docs.aws.amazon.com/redshift/latest/mgmt/enhanced-vpc-routing.html'],
  check(cluster, report) {
    const routing = cluster.get('EnhancedVpcRouting');
    if (!routing.isNot(true)) return;
    report(routing, `${cluster.logicalId} loads and unloads data past the VPC`, {
      fixes: [fix('Route loads through the VPC (which needs a way to S3)', 'behaviour', set(routing, true))],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Orders:
        # ^^^^^^
            Type: AWS::Redshift::Cluster
            Properties:
              NodeType: ra3.large
      `,
      good: template`
        Resources:
          Orders:
            Type: AWS::Redshift::Cluster
            Properties:
              NodeType: ra3.large
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
            Type: AWS::Redshift::Cluster
            Properties:
              NodeType: ra3.large
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
            Type: AWS::Redshift::Cluster
            Properties:
              NodeType: ra3.large
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
            Type: AWS::Redshift::Cluster
            Properties:
              NodeType: ra3.large
              EnhancedVpcRouting: !Ref Setting
      `,
    },
  ],
});
