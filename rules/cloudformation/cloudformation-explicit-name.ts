import { defineRule, fix, remove, template } from '#kit';

export default defineRule({
  id: 'cloudformation-explicit-name',
  title: 'Resource has a fixed name',
  on: [
    'AWS::ApiGateway::ApiKey',
    'AWS::CloudWatch::Alarm',
    'AWS::CodeDeploy::DeploymentConfig',
    'AWS::CodeDeploy::DeploymentGroup',
    'AWS::DynamoDB::Table',
    'AWS::EC2::SecurityGroup',
    'AWS::ECR::Repository',
    'AWS::ElasticLoadBalancingV2::LoadBalancer',
    'AWS::IAM::Role',
    'AWS::IAM::Group',
    'AWS::IAM::ManagedPolicy',
    'AWS::Kinesis::Stream',
    'AWS::RDS::DBInstance',
  ],
  severity: 'low',
  category: 'organisation',
  profile: 'strict',
  aspect: 'hardware-virtualization',
  peers: { cfn_nag: ['W28'], guard: ['CFN_NO_EXPLICIT_RESOURCE_NAMES'] },
  controls: {},
  why: 'A resource with a fixed name cannot be replaced by an update, and the stack cannot be made twice in an account and region. Others may need the name, so this is a matter of house style.',
  remedy: 'Remove the name and let CloudFormation make one.',
  references: ['https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-name.html'],
  check(resource, report) {
    const name = resource.get(NAMES[resource.type] ?? 'Name');
    if (!name.isGiven) return;
    report(name, `${resource.logicalId} has a fixed name`, {
      fixes: () => [fix('Let CloudFormation make the name (replaces the resource)', 'replacement', remove(name))],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Orders:
            Type: AWS::DynamoDB::Table
            Properties:
              TableName: orders
                       # ^^^^^^
              BillingMode: PAY_PER_REQUEST
      `,
      good: template`
        Resources:
          Orders:
            Type: AWS::DynamoDB::Table
            Properties:
              BillingMode: PAY_PER_REQUEST
      `,
    },
    {
      name: 'in development',
      when: 'IsDev is true',
      bad: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsDev: !Equals [!Ref Env, dev]
        Resources:
          Orders:
            Type: AWS::DynamoDB::Table
            Properties:
              TableName: !If [IsDev, orders, !Ref AWS::NoValue]
                                   # ^^^^^^
      `,
    },
    {
      name: 'whether there is a name is not known',
      silent: template`
        Resources:
          Orders:
            Type: AWS::DynamoDB::Table
            Properties:
              'Fn::Transform': {Name: Names}
      `,
    },
  ],
});

const NAMES: { readonly [type: string]: string } = {
  'AWS::ApiGateway::ApiKey': 'Name',
  'AWS::CloudWatch::Alarm': 'AlarmName',
  'AWS::CodeDeploy::DeploymentConfig': 'DeploymentConfigName',
  'AWS::CodeDeploy::DeploymentGroup': 'DeploymentGroupName',
  'AWS::DynamoDB::Table': 'TableName',
  'AWS::EC2::SecurityGroup': 'GroupName',
  'AWS::ECR::Repository': 'RepositoryName',
  'AWS::ElasticLoadBalancingV2::LoadBalancer': 'Name',
  'AWS::IAM::Role': 'RoleName',
  'AWS::IAM::Group': 'GroupName',
  'AWS::IAM::ManagedPolicy': 'ManagedPolicyName',
  'AWS::Kinesis::Stream': 'Name',
  'AWS::RDS::DBInstance': 'DBInstanceIdentifier',
};
