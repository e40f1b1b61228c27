import { defineRule, launchSetting, template, type Value } from '#kit';

export default defineRule({
  id: 'ec2-instance-no-subnet',
  title: 'Instance lands in the default VPC',
  on: 'AWS::EC2::Instance',
  severity: 'low',
  category: 'network',
  profile: 'strict',
  aspect: 'network-exposure',
  peers: {
    guard: ['EC2_INSTANCES_IN_VPC'],
    cdk_nag: ['EC2InstancesInVPC'],
    kics: ['8a6d36cd', 'e42a3ef0'],
    security_hub: ['EC2.29'],
  },
  controls: { 'nist-800-53-r5': ['AC-4', 'SC-7'] },
  why: 'Without a subnet an instance goes to the default VPC, whose subnets are public and hand out public addresses.',
  remedy: 'Name a subnet of a VPC made for the workload.',
  references: ['https://docs.aws.amazon.com/vpc/latest/userguide/default-vpc.html'],
  check(resource, report) {
    const subnet = launchSetting(resource, 'SubnetId');
    const interfaces = resource.get('NetworkInterfaces');
    if (!subnet?.isAbsent || interfaces.isOpen || interfaces.items().some(hasPlace)) return;
    report(subnet, `${resource.logicalId} names no subnet, so it is launched in the default VPC`);
  },
  examples: [
    {
      bad: template`
        Resources:
          Web:
        # ^^^
            Type: AWS::EC2::Instance
            Properties:
              ImageId: ami-12345678
      `,
    },
    {
      name: 'an interface without a subnet',
      bad: template`
        Resources:
          Web:
        # ^^^
            Type: AWS::EC2::Instance
            Properties:
              NetworkInterfaces: [{DeviceIndex: '0', AssociatePublicIpAddress: true}]
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
          Web:
            Type: AWS::EC2::Instance
            Properties:
              ImageId: ami-12345678
              SubnetId: !If [IsProd, subnet-12345678, !Ref AWS::NoValue]
            # ^^^^^^^^
      `,
    },
    {
      name: 'a subnet that is chosen at deployment, and an interface that has one',
      silent: template`
        Parameters:
          Choice: {Type: String}
        Resources:
          Web:
            Type: AWS::EC2::Instance
            Properties:
              SubnetId: !Ref Choice
          Card:
            Type: AWS::EC2::Instance
            Properties:
              NetworkInterfaces: [{DeviceIndex: '0', NetworkInterfaceId: eni-12345678}]
      `,
    },
  ],
});

/** Whether an interface may say where it stands: it exists already, or names a subnet. */
function hasPlace(face: Value): boolean {
  return face.isOpen || !face.get('SubnetId').isAbsent || !face.get('NetworkInterfaceId').isAbsent;
}
