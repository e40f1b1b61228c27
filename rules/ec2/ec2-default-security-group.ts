import { defineRule, type ResourceView, template } from '#kit';

export default defineRule({
  id: 'ec2-default-security-group',
  title: 'Network interface is in the default security group',
  on: [
    'AWS::EC2::InstanceConnectEndpoint',
    'AWS::EC2::NetworkInterface',
    'AWS::EC2::VPCEndpoint',
    'AWS::EFS::MountTarget',
    'AWS::ElasticLoadBalancing::LoadBalancer',
    'AWS::ElasticLoadBalancingV2::LoadBalancer',
    'AWS::RDS::DBCluster',
    'AWS::RDS::DBInstance',
    'AWS::RDS::DBProxy',
  ],
  severity: 'low',
  category: 'network',
  profile: 'strict',
  aspect: 'network-exposure',
  peers: {},
  controls: { 'aws-fsbp': ['EC2.2'], 'nist-800-53-r5': ['AC-4', 'SC-7'] },
  why: 'What names no security group gets the default one of its VPC, together with everything else that named none: its members reach each other on every port, and all traffic goes out.',
  remedy: 'Name a security group made for it.',
  references: ['https://docs.aws.amazon.com/vpc/latest/userguide/default-security-group.html'],
  check(resource, report) {
    const groups = resource.get(GROUPS[resource.type] ?? 'SecurityGroups');
    const byName = groups.items().find((group) => group.target()?.attribute === 'DefaultSecurityGroup');
    if (!byName && !(groups.isAbsent && isGivenDefault(resource))) return;
    report(byName ?? groups, `${resource.logicalId} is in the default security group`);
  },
  examples: [
    {
      bad: template`
        Resources:
          Network:
            Type: AWS::EC2::VPC
            Properties: {CidrBlock: 10.0.0.0/16}
          Files:
            Type: AWS::EFS::MountTarget
            Properties:
              FileSystemId: fs-12345678
              SubnetId: subnet-12345678
              SecurityGroups: [!GetAtt Network.DefaultSecurityGroup]
                             # ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
          Jump:
        # ^^^^
            Type: AWS::EC2::InstanceConnectEndpoint
            Properties:
              SubnetId: subnet-12345678
      `,
    },
    {
      name: 'an interface in development',
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Card:
            Type: AWS::EC2::NetworkInterface
            Properties:
              SubnetId: subnet-12345678
              GroupSet: !If [IsProd, [sg-12345678], !Ref AWS::NoValue]
            # ^^^^^^^^
      `,
    },
    {
      name: 'network load balancers, gateway endpoints and members of a cluster are given none',
      silent: template`
        Resources:
          Front:
            Type: AWS::ElasticLoadBalancingV2::LoadBalancer
            Properties: {Type: network, Subnets: [subnet-12345678]}
          Buckets:
            Type: AWS::EC2::VPCEndpoint
            Properties: {VpcId: vpc-12345678, ServiceName: com.amazonaws.eu-west-1.s3}
          Member:
            Type: AWS::RDS::DBInstance
            Properties: {DBClusterIdentifier: orders, Engine: aurora-mysql}
      `,
    },
    {
      name: 'groups that are chosen at deployment',
      silent: template`
        Parameters:
          Groups: {Type: 'List<AWS::EC2::SecurityGroup::Id>'}
        Resources:
          Files:
            Type: AWS::EFS::MountTarget
            Properties:
              FileSystemId: fs-12345678
              SubnetId: subnet-12345678
              SecurityGroups: !Ref Groups
      `,
    },
  ],
});

/** The property that names the groups, where it is not SecurityGroups. */
const GROUPS: { readonly [type: string]: string } = {
  'AWS::EC2::InstanceConnectEndpoint': 'SecurityGroupIds',
  'AWS::EC2::NetworkInterface': 'GroupSet',
  'AWS::EC2::VPCEndpoint': 'SecurityGroupIds',
  'AWS::RDS::DBCluster': 'VpcSecurityGroupIds',
  'AWS::RDS::DBInstance': 'VPCSecurityGroups',
  'AWS::RDS::DBProxy': 'VpcSecurityGroupIds',
};

/** Whether the resource, naming no group, certainly gets the default one. */
function isGivenDefault(resource: ResourceView): boolean {
  switch (resource.type) {
    case 'AWS::EC2::VPCEndpoint':
      return resource.get('VpcEndpointType').is('Interface');
    // Without subnets it is not in a VPC of this template’s choice.
    case 'AWS::ElasticLoadBalancing::LoadBalancer':
      return resource.get('Subnets').isGiven;
    case 'AWS::ElasticLoadBalancingV2::LoadBalancer':
      return resource.get('Type').isAbsent || resource.get('Type').is('application');
    // Members have the groups of their cluster, and replicas those of their source.
    case 'AWS::RDS::DBInstance':
      return ['DBClusterIdentifier', 'DBSecurityGroups', 'SourceDBInstanceIdentifier'].every(
        (property) => resource.get(property).isAbsent,
      );
    default:
      return true;
  }
}
