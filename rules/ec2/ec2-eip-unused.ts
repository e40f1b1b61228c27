import { defineRule, template } from '#kit';

export default defineRule({
  id: 'ec2-eip-unused',
  title: 'Elastic IP address belongs to nothing',
  on: 'AWS::EC2::EIP',
  severity: 'low',
  category: 'organisation',
  profile: 'strict',
  aspect: 'network-exposure',
  peers: { security_hub: ['EC2.12'] },
  controls: { 'aws-fsbp': ['EC2.12'] },
  why: 'An address that is attached to nothing is charged for, and one that is let go while DNS still names it soon belongs to somebody else.',
  remedy: 'Associate the address, or remove it.',
  references: ['https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/elastic-ip-addresses-eip.html'],
  check(resource, report) {
    const { template: stack } = resource;
    const isUsed = stack.referrers(resource).length > 0;
    const isExported = stack.outputs.some(({ value }) =>
      value.targets().some((target) => target.resource.logicalId === resource.logicalId),
    );
    if (isUsed || isExported || stack.isOpen || !resource.get('InstanceId').isAbsent) return;
    report(resource, `${resource.logicalId} belongs to nothing in this template`);
  },
  examples: [
    {
      bad: template`
        Resources:
          Address:
        # ^^^^^^^
            Type: AWS::EC2::EIP
            Properties:
              Domain: vpc
      `,
    },
    {
      name: 'used in production only',
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Address:
        # ^^^^^^^
            Type: AWS::EC2::EIP
            Properties:
              Domain: vpc
          Nat:
            Type: AWS::EC2::NatGateway
            Condition: IsProd
            Properties:
              AllocationId: !GetAtt Address.AllocationId
              SubnetId: subnet-12345678
      `,
    },
    {
      name: 'an instance that is chosen at deployment',
      silent: template`
        Parameters:
          Choice: {Type: String}
        Resources:
          Address:
            Type: AWS::EC2::EIP
            Properties:
              InstanceId: !Ref Choice
      `,
    },
    {
      name: 'an address that is handed to other stacks',
      silent: template`
        Outputs:
          Address: {Value: !Ref Address}
        Resources:
          Address:
            Type: AWS::EC2::EIP
            Properties:
              Domain: vpc
      `,
    },
  ],
});
