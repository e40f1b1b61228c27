import { defineRule, template } from '#kit';

export default defineRule({
  id: 'lambda-vpc-one-subnet',
  title: 'Function runs in one subnet only',
  on: 'AWS::Lambda::Function',
  severity: 'low',
  category: 'resilience',
  profile: 'strict',
  aspect: 'network-infrastructure',
  peers: { security_hub: ['Lambda.5'] },
  controls: { 'aws-fsbp': ['Lambda.5'] },
  why: 'A subnet is in one availability zone: when it fails, so does the function.',
  remedy: 'Name subnets of two or more availability zones.',
  references: ['https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html'],
  check(fn, report) {
    const subnets = fn.get('VpcConfig.SubnetIds');
    if (!subnets.isList || subnets.isOpen || subnets.items().length !== 1) return;
    report(subnets, `${fn.logicalId} runs in one subnet only`);
  },
  examples: [
    {
      bad: template`
        Resources:
          Api:
            Type: AWS::Lambda::Function
            Properties:
              VpcConfig:
                SubnetIds: [subnet-1]
              # ^^^^^^^^^
                SecurityGroupIds: [sg-1]
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
          Api:
            Type: AWS::Lambda::Function
            Properties:
              VpcConfig:
                SubnetIds: !If [IsProd, [subnet-1, subnet-2], [subnet-1]]
              # ^^^^^^^^^
      `,
    },
    {
      name: 'the subnets are a parameter without default',
      silent: template`
        Parameters:
          Subnets: {Type: 'List<AWS::EC2::Subnet::Id>'}
        Resources:
          Api:
            Type: AWS::Lambda::Function
            Properties:
              VpcConfig: {SubnetIds: !Ref Subnets, SecurityGroupIds: [sg-1]}
      `,
    },
  ],
});
