import { defineRule, template } from '#kit';

export default defineRule({
  id: 'ec2-instance-multiple-interfaces',
  title: 'Instance has more than one network interface',
  on: 'AWS::EC2::Instance',
  severity: 'low',
  category: 'network',
  profile: 'strict',
  aspect: 'network-exposure',
  peers: { security_hub: ['EC2.17'] },
  controls: { 'aws-fsbp': ['EC2.17'] },
  why: 'A host with a foot in two subnets bridges them, past the route tables and network ACLs between them.',
  remedy: 'Keep one interface, unless the host is a router, a firewall or a cluster node that needs more.',
  references: ['https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-eni.html'],
  check(resource, report) {
    const interfaces = resource.get('NetworkInterfaces');
    const count = interfaces.items().length;
    if (count > 1) report(interfaces, `${resource.logicalId} has ${count} network interfaces`);
  },
  examples: [
    {
      bad: template`
        Resources:
          Web:
            Type: AWS::EC2::Instance
            Properties:
              NetworkInterfaces:
            # ^^^^^^^^^^^^^^^^^
                - {DeviceIndex: '0', SubnetId: subnet-1}
                - {DeviceIndex: '1', SubnetId: subnet-2}
      `,
    },
    {
      name: 'two in development only',
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
              NetworkInterfaces:
            # ^^^^^^^^^^^^^^^^^
                - {DeviceIndex: '0', SubnetId: subnet-1}
                - !If [IsProd, !Ref AWS::NoValue, {DeviceIndex: '1', SubnetId: subnet-2}]
      `,
    },
    {
      name: 'one, in a subnet that is chosen at deployment',
      silent: template`
        Parameters:
          Choice: {Type: String}
        Resources:
          Web:
            Type: AWS::EC2::Instance
            Properties:
              NetworkInterfaces:
                - {DeviceIndex: '0', SubnetId: !Ref Choice}
      `,
    },
  ],
});
