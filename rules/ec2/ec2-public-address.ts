import { defineRule, fix, LAUNCH_TYPES, launchSetting, type Safety, set, template } from '#kit';

export default defineRule({
  id: 'ec2-public-address',
  title: 'Instance gets a public address',
  on: LAUNCH_TYPES,
  severity: 'medium',
  category: 'network',
  profile: 'recommended',
  aspect: 'network-exposure',
  peers: {
    checkov: ['CKV_AWS_88'],
    guard: ['EC2_INSTANCE_NO_PUBLIC_IP', 'AUTOSCALING_LAUNCH_CONFIG_PUBLIC_IP_DISABLED'],
    trivy: ['AWS-0009'],
    cdk_nag: ['EC2InstanceNoPublicIp', 'AutoScalingLaunchConfigPublicIpDisabled'],
    security_hub: ['EC2.9', 'EC2.25', 'Autoscaling.5'],
  },
  controls: {
    'aws-fsbp': ['EC2.9', 'EC2.25', 'Autoscaling.5'],
    'nist-800-53-r5': ['AC-4', 'SC-7'],
    hipaa: ['164.312(e)(1)'],
  },
  why: 'With a public address only the security group stands between the host and everyone who scans the internet. Load balancers, NAT gateways and Session Manager serve the same ends without one.',
  remedy: 'Leave the address out, and put what must be reached behind a load balancer.',
  references: ['https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-instance-addressing.html'],
  check(resource, report) {
    const isConfiguration = resource.type === 'AWS::AutoScaling::LaunchConfiguration';
    const asked = isConfiguration
      ? [resource.get('AssociatePublicIpAddress')]
      : (launchSetting(resource, 'NetworkInterfaces')?.items() ?? []).map((item) =>
          item.get('AssociatePublicIpAddress'),
        );
    const address = asked.find((value) => value.is(true));
    if (!address) return;
    report(address, `${resource.logicalId} gets a public address`, {
      peers: isConfiguration
        ? {
            guard: ['AUTOSCALING_LAUNCH_CONFIG_PUBLIC_IP_DISABLED'],
            trivy: ['AWS-0009'],
            cdk_nag: ['AutoScalingLaunchConfigPublicIpDisabled'],
            security_hub: ['Autoscaling.5'],
          }
        : {
            checkov: ['CKV_AWS_88'],
            guard: ['EC2_INSTANCE_NO_PUBLIC_IP'],
            cdk_nag: ['EC2InstanceNoPublicIp'],
            security_hub: ['EC2.9', 'EC2.25'],
          },
      fixes: [fix('Give it no public address', SAFETY[resource.type] ?? 'replacement', set(address, false))],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Web:
            Type: AWS::EC2::Instance
            Properties:
              ImageId: ami-12345678
              NetworkInterfaces:
                - DeviceIndex: '0'
                  AssociatePublicIpAddress: true
                                          # ^^^^
                  SubnetId: subnet-12345678
      `,
      good: template`
        Resources:
          Web:
            Type: AWS::EC2::Instance
            Properties:
              ImageId: ami-12345678
              NetworkInterfaces:
                - DeviceIndex: '0'
                  AssociatePublicIpAddress: false
                  SubnetId: subnet-12345678
      `,
    },
    {
      name: 'public in development only',
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Web:
            Type: AWS::EC2::LaunchTemplate
            Properties:
              LaunchTemplateData:
                NetworkInterfaces:
                  - DeviceIndex: 0
                    AssociatePublicIpAddress: !If [IsProd, false, true]
                                                                # ^^^^
      `,
      good: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Web:
            Type: AWS::EC2::LaunchTemplate
            Properties:
              LaunchTemplateData:
                NetworkInterfaces:
                  - DeviceIndex: 0
                    AssociatePublicIpAddress: !If [IsProd, false, false]
      `,
    },
    {
      bad: template`
        Resources:
          Web:
            Type: AWS::AutoScaling::LaunchConfiguration
            Properties:
              ImageId: ami-12345678
              InstanceType: t3.micro
              AssociatePublicIpAddress: true
                                      # ^^^^
      `,
      good: template`
        Resources:
          Web:
            Type: AWS::AutoScaling::LaunchConfiguration
            Properties:
              ImageId: ami-12345678
              InstanceType: t3.micro
              AssociatePublicIpAddress: false
      `,
    },
    {
      name: 'an address that is chosen at deployment, and one that the subnet decides on',
      silent: template`
        Parameters:
          Choice: {Type: String}
        Resources:
          Web:
            Type: AWS::AutoScaling::LaunchConfiguration
            Properties:
              ImageId: ami-12345678
              InstanceType: t3.micro
              AssociatePublicIpAddress: !Ref Choice
          Plain:
            Type: AWS::EC2::Instance
            Properties:
              ImageId: ami-12345678
              SubnetId: !Ref Choice
      `,
    },
  ],
});

const SAFETY: { readonly [type: string]: Safety } = { 'AWS::EC2::LaunchTemplate': 'behaviour' };
