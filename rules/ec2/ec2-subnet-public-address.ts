import { defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'ec2-subnet-public-address',
  title: 'Subnet gives every instance a public address',
  on: 'AWS::EC2::Subnet',
  severity: 'low',
  category: 'network',
  profile: 'strict',
  aspect: 'network-exposure',
  peers: {
    cfn_nag: ['W33'],
    guard: ['SUBNET_AUTO_ASSIGN_PUBLIC_IP_DISABLED'],
    trivy: ['AWS-0164'],
    cdk_nag: ['VPCSubnetAutoAssignPublicIpDisabled'],
    kics: ['b3de4e4c'],
    security_hub: ['EC2.15'],
  },
  controls: { 'aws-fsbp': ['EC2.15'], 'nist-800-53-r5': ['AC-4', 'SC-7'] },
  why: 'Whatever is launched in the subnet is on the internet, the test machine of next month included. Load balancers and NAT gateways get their addresses without this.',
  remedy: 'Leave MapPublicIpOnLaunch out, and give an address to what needs one.',
  references: ['https://docs.aws.amazon.com/vpc/latest/userguide/subnet-public-ip.html'],
  check(resource, report) {
    const map = resource.get('MapPublicIpOnLaunch');
    if (!map.is(true)) return;
    report(map, `${resource.logicalId} gives whatever is launched in it a public address`, {
      fixes: [fix('Give no public addresses by itself', 'behaviour', set(map, false))],
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
              CidrBlock: 10.0.0.0/24
              MapPublicIpOnLaunch: true
                                 # ^^^^
      `,
      good: template`
        Resources:
          Front:
            Type: AWS::EC2::Subnet
            Properties:
              VpcId: vpc-12345678
              CidrBlock: 10.0.0.0/24
              MapPublicIpOnLaunch: false
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
              CidrBlock: 10.0.0.0/24
              MapPublicIpOnLaunch: !If [IsProd, false, true]
                                                     # ^^^^
      `,
      good: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Front:
            Type: AWS::EC2::Subnet
            Properties:
              VpcId: vpc-12345678
              CidrBlock: 10.0.0.0/24
              MapPublicIpOnLaunch: !If [IsProd, false, false]
      `,
    },
    {
      name: 'chosen at deployment, and the default',
      silent: template`
        Parameters:
          Choice: {Type: String}
        Resources:
          Front:
            Type: AWS::EC2::Subnet
            Properties:
              VpcId: vpc-12345678
              MapPublicIpOnLaunch: !Ref Choice
          Back:
            Type: AWS::EC2::Subnet
            Properties:
              VpcId: vpc-12345678
      `,
    },
  ],
});
