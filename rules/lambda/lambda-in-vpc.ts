import { defineRule, template } from '#kit';

export default defineRule({
  id: 'lambda-in-vpc',
  title: 'Function is not in a VPC',
  on: 'AWS::Lambda::Function',
  severity: 'low',
  category: 'network',
  profile: 'strict',
  aspect: 'network-exposure',
  peers: { checkov: ['CKV_AWS_117'], cfn_nag: ['W89'], guard: ['LAMBDA_INSIDE_VPC'], cdk_nag: ['LambdaInsideVPC'] },
  controls: { 'nist-800-53-r5': ['SC-7'] },
  why: 'A function is reachable only by its API in or out of a VPC; a VPC limits where it can send data to. It is needed for private resources, and for rules that demand it; elsewhere it costs and protects little.',
  remedy:
    'Give VpcConfig subnets and security groups if the function handles data that must not leave, or reaches private resources.',
  references: ['https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html'],
  check(fn, report) {
    const vpc = fn.get('VpcConfig');
    // Functions at the edge cannot be in a VPC.
    if (!vpc.isAbsent) return;
    report(vpc, `${fn.logicalId} is not in a VPC`);
  },
  examples: [
    {
      bad: template`
        Resources:
          Api:
        # ^^^
            Type: AWS::Lambda::Function
            Properties: {Handler: index.handler}
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
              VpcConfig: !If [IsProd, {SubnetIds: [subnet-1], SecurityGroupIds: [sg-1]}, !Ref AWS::NoValue]
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
