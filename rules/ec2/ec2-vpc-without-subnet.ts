import { defineRule, refersTo, template } from '#kit';

export default defineRule({
  id: 'ec2-vpc-without-subnet',
  title: 'VPC has no subnet',
  on: 'AWS::EC2::VPC',
  severity: 'low',
  category: 'organisation',
  profile: 'strict',
  aspect: 'network-exposure',
  peers: { kics: ['3b3b4411'] },
  controls: {},
  why: 'A VPC without subnets serves nothing here, and a forgotten network is one that nobody watches.',
  remedy: 'Add subnets, or remove the VPC.',
  references: ['https://docs.aws.amazon.com/vpc/latest/userguide/configure-subnets.html'],
  check(resource, report) {
    const { template: stack } = resource;
    const isDivided = stack
      .referrers(resource, 'AWS::EC2::Subnet')
      .some((subnet) => refersTo(subnet.get('VpcId'), resource));
    const isExported = stack.outputs.some(({ value }) =>
      value.targets().some((target) => target.resource.logicalId === resource.logicalId),
    );
    if (isDivided || isExported || stack.isOpen) return;
    report(resource, `${resource.logicalId} has no subnet in this template`);
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
    },
    {
      name: 'a subnet in production only',
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
          Back:
            Type: AWS::EC2::Subnet
            Condition: IsProd
            Properties:
              VpcId: !Ref Vpc
              CidrBlock: 10.0.0.0/24
      `,
    },
    {
      name: 'a VPC that is handed to other stacks',
      silent: template`
        Outputs:
          Vpc: {Value: !Ref Vpc}
        Resources:
          Vpc:
            Type: AWS::EC2::VPC
            Properties:
              CidrBlock: 10.0.0.0/16
      `,
    },
  ],
});
