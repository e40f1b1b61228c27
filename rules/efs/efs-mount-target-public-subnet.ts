import { defineRule, template } from '#kit';

export default defineRule({
  id: 'efs-mount-target-public-subnet',
  title: 'EFS mount target stands in a public subnet',
  on: 'AWS::EFS::MountTarget',
  severity: 'medium',
  category: 'network',
  profile: 'recommended',
  aspect: 'network-exposure',
  peers: { security_hub: ['EFS.6'] },
  controls: { 'aws-fsbp': ['EFS.6'], 'nist-800-53-r5': ['AC-4', 'SC-7'] },
  why: 'What is launched in a subnet that hands out public addresses is on the internet, and a file share next to it is one security group away.',
  remedy: 'Put mount targets in private subnets.',
  references: ['https://docs.aws.amazon.com/efs/latest/ug/accessing-fs.html'],
  check(resource, report) {
    const subnetId = resource.get('SubnetId');
    const subnet = subnetId.target()?.resource;
    if (subnet?.type !== 'AWS::EC2::Subnet' || !subnet.get('MapPublicIpOnLaunch').is(true)) return;
    report(subnetId, `${resource.logicalId} stands in ${subnet.logicalId}, which hands out public addresses`, {
      related: [{ at: subnet.get('MapPublicIpOnLaunch'), message: 'Here' }],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Front:
            Type: AWS::EC2::Subnet
            Properties:
              VpcId: vpc-12345678
              MapPublicIpOnLaunch: true
          Target:
            Type: AWS::EFS::MountTarget
            Properties:
              FileSystemId: fs-12345678
              SubnetId: !Ref Front
                      # ^^^^^^^^^^
              SecurityGroups: [sg-12345678]
      `,
    },
    {
      name: 'in development only',
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Front:
            Type: AWS::EC2::Subnet
            Properties:
              VpcId: vpc-12345678
              MapPublicIpOnLaunch: !If [IsProd, false, true]
          Target:
            Type: AWS::EFS::MountTarget
            Properties:
              FileSystemId: fs-12345678
              SubnetId: !Ref Front
                      # ^^^^^^^^^^
              SecurityGroups: [sg-12345678]
      `,
    },
    {
      name: 'a subnet that is chosen at deployment',
      silent: template`
        Parameters:
          Choice: {Type: String}
        Resources:
          Target:
            Type: AWS::EFS::MountTarget
            Properties:
              FileSystemId: fs-12345678
              SubnetId: !Ref Choice
              SecurityGroups: [sg-12345678]
      `,
    },
  ],
});
