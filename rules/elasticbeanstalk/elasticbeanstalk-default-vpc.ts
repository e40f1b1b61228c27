import {
  addParameter,
  append,
  defineRule,
  environmentOption,
  type Fix,
  type Fragment,
  fix,
  type ResourceView,
  template,
} from '#kit';

const VPC = 'aws:ec2:vpc';

export default defineRule({
  id: 'elasticbeanstalk-default-vpc',
  title: 'Environment runs in the default VPC',
  on: 'AWS::ElasticBeanstalk::Environment',
  severity: 'low',
  category: 'network',
  profile: 'strict',
  aspect: 'network-exposure',
  peers: { cdk_nag: ['ElasticBeanstalkVPCSpecified', 'AwsSolutions-EB1'] },
  controls: { 'nist-800-53-r5': ['SC-7'] },
  why: 'All subnets of the default VPC are public, so every instance gets a public address. Where neither the template nor the source bundle names a VPC, that is where an environment runs.',
  remedy: 'Name a VPC and its private subnets in OptionSettings.',
  references: ['https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/using-features.managing.vpc.html'],
  check(environment, report) {
    const option = environmentOption(environment, VPC, 'VPCId');
    if (option !== 'unset') return;
    report(environment, `${environment.logicalId} runs in the default VPC`, { fixes: () => [askForVpc(environment)] });
  },
  examples: [
    {
      bad: template`
        Resources:
          Shop:
        # ^^^^
            Type: AWS::ElasticBeanstalk::Environment
            Properties:
              ApplicationName: shop
      `,
      good: template`
        Parameters:
          ShopVpc:
            Type: AWS::EC2::VPC::Id
            Description: VPC of Shop
          ShopSubnets:
            Type: List<AWS::EC2::Subnet::Id>
            Description: Private subnets for the instances of Shop
        Resources:
          Shop:
            Type: AWS::ElasticBeanstalk::Environment
            Properties:
              ApplicationName: shop
              OptionSettings:
                - Namespace: aws:ec2:vpc
                  OptionName: VPCId
                  Value: !Ref ShopVpc
                - Namespace: aws:ec2:vpc
                  OptionName: Subnets
                  Value: !Join [',', !Ref ShopSubnets]
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
          Shop:
        # ^^^^
            Type: AWS::ElasticBeanstalk::Environment
            Properties:
              OptionSettings: !If [IsProd, [{Namespace: 'aws:ec2:vpc', OptionName: VPCId, Value: vpc-1}], !Ref AWS::NoValue]
      `,
    },
    {
      name: 'a configuration that is kept elsewhere',
      silent: template`
        Resources:
          Elsewhere:
            Type: AWS::ElasticBeanstalk::Environment
            Properties: {TemplateName: saved-by-hand}
      `,
    },
  ],
});

function askForVpc(environment: ResourceView): Fix | undefined {
  const vpc = `${environment.logicalId}Vpc`;
  const subnets = `${environment.logicalId}Subnets`;
  const settings = environment.get('OptionSettings');
  const option = (OptionName: string, Value: Fragment): Fragment => ({ Namespace: VPC, OptionName, Value });
  return fix(
    'Ask for the VPC and its subnets (replaces the instances)',
    'replacement',
    addParameter(vpc, { Type: 'AWS::EC2::VPC::Id', Description: `VPC of ${environment.logicalId}` }),
    addParameter(subnets, {
      Type: 'List<AWS::EC2::Subnet::Id>',
      Description: `Private subnets for the instances of ${environment.logicalId}`,
    }),
    append(settings, option('VPCId', { Ref: vpc })),
    append(settings, option('Subnets', { 'Fn::Join': [',', { Ref: subnets }] })),
  );
}
