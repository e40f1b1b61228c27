import { defineRule, template } from '#kit';

export default defineRule({
  id: 'template-missing-tags',
  title: 'Resource has no tags',
  on: [
    'AWS::CloudTrail::Trail',
    'AWS::Cognito::UserPool',
    'AWS::DynamoDB::Table',
    'AWS::EC2::Instance',
    'AWS::EC2::SecurityGroup',
    'AWS::EC2::Volume',
    'AWS::EC2::VPC',
    'AWS::ECR::Repository',
    'AWS::ECS::Cluster',
    'AWS::ECS::Service',
    'AWS::EFS::FileSystem',
    'AWS::EKS::Cluster',
    'AWS::ElasticLoadBalancingV2::LoadBalancer',
    'AWS::Kinesis::Stream',
    'AWS::Lambda::Function',
    'AWS::RDS::DBCluster',
    'AWS::RDS::DBInstance',
  ],
  severity: 'low',
  category: 'organisation',
  profile: 'strict',
  aspect: 'identity-access',
  peers: { kics: ['8df8e857', 'a71ecabe'], security_hub: ['Lambda.6'] },
  controls: { 'nist-800-53-r5': ['CM-8'] },
  why: 'Tags tell whose a resource is, what it costs whom, and let policies go by them. Tags of the stack are put on its resources as well, so this is a matter of house style.',
  remedy: 'Add Tags, or give the stack tags when deploying it.',
  references: ['https://docs.aws.amazon.com/whitepapers/latest/tagging-best-practices/tagging-best-practices.html'],
  check(resource, report) {
    const tags = resource.get('Tags');
    if (!tags.isAbsent || resource.properties.isOpen) return;
    const isLambda = resource.type === 'AWS::Lambda::Function';
    // What SAM makes of a function is the author's only where he wrote it.
    if (resource.authoredType.startsWith('AWS::Serverless::') && !isLambda) return;
    report(tags, `${resource.resource.key.text} has no tags`, { peers: isLambda ? undefined : {} });
  },
  examples: [
    {
      bad: template`
        Resources:
          Orders:
        # ^^^^^^
            Type: AWS::DynamoDB::Table
            Properties: {BillingMode: PAY_PER_REQUEST}
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
          Orders:
            Type: AWS::DynamoDB::Table
            Properties:
              Tags: !If [IsProd, [{Key: team, Value: shop}], !Ref AWS::NoValue]
            # ^^^^
      `,
    },
    {
      name: 'the tags come from a macro',
      silent: template`
        Resources:
          Orders:
            Type: AWS::DynamoDB::Table
            Properties:
              'Fn::Transform': {Name: Tags}
      `,
    },
  ],
});
