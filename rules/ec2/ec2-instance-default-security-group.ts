import { defineRule, launchSetting, template } from '#kit';

export default defineRule({
  id: 'ec2-instance-default-security-group',
  title: 'Instance uses the default security group',
  on: 'AWS::EC2::Instance',
  severity: 'low',
  category: 'network',
  profile: 'strict',
  aspect: 'network-exposure',
  peers: { kics: ['08b81bb3'] },
  controls: { 'nist-800-53-r5': ['AC-4', 'SC-7'] },
  why: 'An instance that names no security group gets the default one of the VPC, together with everything else that named none: its members talk to each other, and all traffic goes out.',
  remedy: 'Name a security group made for the instance.',
  references: ['https://docs.aws.amazon.com/vpc/latest/userguide/default-security-group.html'],
  check(resource, report) {
    const groups = launchSetting(resource, 'SecurityGroupIds');
    const named = resource.get('SecurityGroups');
    const byDefault = [...(groups?.items() ?? []), ...named.items()].find(
      (group) => group.is('default') || group.target()?.attribute === 'DefaultSecurityGroup',
    );
    const isNone = groups?.isAbsent && named.isAbsent && resource.get('NetworkInterfaces').isAbsent;
    if (byDefault || (groups && isNone)) {
      report(byDefault ?? groups ?? resource, `${resource.logicalId} uses the default security group`);
    }
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
              SubnetId: subnet-12345678
      `,
    },
    {
      name: 'the default group in development only',
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Vpc:
            Type: AWS::EC2::VPC
            Properties:
              CidrBlock: 10.0.0.0/16
          Web:
            Type: AWS::EC2::Instance
            Properties:
              ImageId: ami-12345678
              SecurityGroupIds: [!If [IsProd, sg-12345678, !GetAtt Vpc.DefaultSecurityGroup]]
                                                         # ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      `,
    },
    {
      name: 'a group that is chosen at deployment, and an interface with groups of its own',
      silent: template`
        Parameters:
          Choice: {Type: String}
        Resources:
          Web:
            Type: AWS::EC2::Instance
            Properties:
              SecurityGroupIds: [!Ref Choice]
          Card:
            Type: AWS::EC2::Instance
            Properties:
              NetworkInterfaces: [{DeviceIndex: '0', GroupSet: [sg-12345678]}]
      `,
    },
  ],
});
