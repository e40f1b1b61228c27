import { addResource, companion, defineRule, type Fragment, fix, type ResourceView, refersTo, template } from '#kit';

export default defineRule({
  id: 'ec2-vpc-flow-logs',
  title: 'VPC keeps no record of its traffic',
  on: 'AWS::EC2::VPC',
  severity: 'medium',
  category: 'logging',
  profile: 'recommended',
  aspect: 'logging-monitoring',
  peers: {
    cfn_nag: ['W60'],
    trivy: ['AWS-0178'],
    cdk_nag: ['VPCFlowLogsEnabled', 'AwsSolutions-VPC7'],
    kics: ['f6d299d2'],
    security_hub: ['EC2.6'],
  },
  controls: {
    'aws-fsbp': ['EC2.6'],
    'cis-aws-3': ['3.7'],
    'nist-800-53-r5': ['AU-2', 'AU-3', 'AU-12', 'SI-4', 'SI-7(8)'],
    'pci-dss-4': ['10.2.1'],
    hipaa: ['164.312(b)'],
  },
  why: 'Flow logs say who talked to whom, what was refused and how much went out. Without them an intrusion in the network leaves no trace, and nothing can be reconstructed later.',
  remedy: 'Add a flow log for the VPC, to CloudWatch Logs or to a bucket.',
  references: [
    'https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs.html',
    'https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-iam-role.html',
  ],
  check(resource, report) {
    const { template: stack } = resource;
    const isLogged = stack.resources('AWS::EC2::FlowLog').some((log) => refersTo(log.get('ResourceId'), resource));
    if (isLogged || stack.isOpen) return;
    // One that exists under another condition is better made to exist always than doubled.
    const isDeclared = stack.declared('AWS::EC2::FlowLog').some((log) => refersTo(log.get('ResourceId'), resource));
    report(resource, `${resource.logicalId} keeps no record of its traffic`, {
      fixes: () => [
        isDeclared
          ? undefined
          : fix(
              'Record all traffic in a log group, with a role to write it',
              'cost',
              addResource('FlowLogs', companion(resource, 'AWS::Logs::LogGroup', { RetentionInDays: 365 }), resource),
              addResource('FlowLogRole', companion(resource, 'AWS::IAM::Role', ROLE), resource),
              addResource('FlowLog', companion(resource, 'AWS::EC2::FlowLog', flowLogOf(resource)), resource),
            ),
      ],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Vpc:
        # ^^^
            Type: AWS::EC2::VPC
            Properties:
              CidrBlock: 10.0.0.0/16
      `,
      good: template`
        Resources:
          Vpc:
            Type: AWS::EC2::VPC
            Properties:
              CidrBlock: 10.0.0.0/16
          FlowLogs:
            Type: AWS::Logs::LogGroup
            Properties:
              RetentionInDays: 365
          FlowLogRole:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument:
                Version: '2012-10-17'
                Statement:
                  - Effect: Allow
                    Principal:
                      Service: vpc-flow-logs.amazonaws.com
                    Action: sts:AssumeRole
                    Condition:
                      StringEquals:
                        aws:SourceAccount: !Ref AWS::AccountId
              Policies:
                - PolicyName: WriteFlowLogs
                  PolicyDocument:
                    Version: '2012-10-17'
                    Statement:
                      - Effect: Allow
                        Action:
                          - logs:CreateLogStream
                          - logs:DescribeLogStreams
                          - logs:PutLogEvents
                        Resource: !GetAtt FlowLogs.Arn
          FlowLog:
            Type: AWS::EC2::FlowLog
            Properties:
              ResourceId: !Ref Vpc
              ResourceType: VPC
              TrafficType: ALL
              LogDestinationType: cloud-watch-logs
              LogGroupName: !Ref FlowLogs
              DeliverLogsPermissionArn: !GetAtt FlowLogRole.Arn
      `,
    },
    {
      name: 'recorded in production only',
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Vpc:
        # ^^^
            Type: AWS::EC2::VPC
            Properties:
              CidrBlock: 10.0.0.0/16
          Log:
            Type: AWS::EC2::FlowLog
            Condition: IsProd
            Properties:
              ResourceId: !Ref Vpc
              ResourceType: VPC
              TrafficType: ALL
      `,
    },
    {
      name: 'an include may hold the flow log',
      silent: template`
        Resources:
          Fn::Transform: {Name: AWS::Include, Parameters: {Location: s3://bucket/flow-logs.yaml}}
          Vpc:
            Type: AWS::EC2::VPC
            Properties:
              CidrBlock: 10.0.0.0/16
      `,
    },
  ],
});

/** What flow logs need to write to the log group, for this account only. */
const ROLE = {
  AssumeRolePolicyDocument: {
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { Service: 'vpc-flow-logs.amazonaws.com' },
        Action: 'sts:AssumeRole',
        Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
      },
    ],
  },
  Policies: [
    {
      PolicyName: 'WriteFlowLogs',
      PolicyDocument: {
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Allow',
            Action: ['logs:CreateLogStream', 'logs:DescribeLogStreams', 'logs:PutLogEvents'],
            Resource: { 'Fn::GetAtt': ['FlowLogs', 'Arn'] },
          },
        ],
      },
    },
  ],
};

function flowLogOf(vpc: ResourceView): Fragment {
  return {
    ResourceId: { Ref: vpc.logicalId },
    ResourceType: 'VPC',
    TrafficType: 'ALL',
    LogDestinationType: 'cloud-watch-logs',
    LogGroupName: { Ref: 'FlowLogs' },
    DeliverLogsPermissionArn: { 'Fn::GetAtt': ['FlowLogRole', 'Arn'] },
  };
}
