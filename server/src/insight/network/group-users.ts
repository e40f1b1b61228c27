import type { ResourceView, Value } from '#evaluate';

/** The properties by which resources put security groups on their network interfaces (CloudFormation resource reference). */
const GROUP_PROPERTIES: { readonly [type: string]: readonly string[] } = {
  'AWS::AmazonMQ::Broker': ['SecurityGroups'],
  'AWS::AutoScaling::LaunchConfiguration': ['SecurityGroups'],
  'AWS::Batch::ComputeEnvironment': ['ComputeResources.SecurityGroupIds'],
  'AWS::DAX::Cluster': ['SecurityGroupIds'],
  'AWS::DMS::ReplicationInstance': ['VpcSecurityGroupIds'],
  'AWS::DocDB::DBCluster': ['VpcSecurityGroupIds'],
  'AWS::EC2::Instance': ['SecurityGroupIds', 'SecurityGroups', 'NetworkInterfaces[].GroupSet'],
  'AWS::EC2::LaunchTemplate': [
    'LaunchTemplateData.SecurityGroupIds',
    'LaunchTemplateData.SecurityGroups',
    'LaunchTemplateData.NetworkInterfaces[].Groups',
  ],
  'AWS::EC2::NetworkInterface': ['GroupSet'],
  'AWS::EC2::VPCEndpoint': ['SecurityGroupIds'],
  'AWS::ECS::Service': ['NetworkConfiguration.AwsvpcConfiguration.SecurityGroups'],
  'AWS::EFS::MountTarget': ['SecurityGroups'],
  'AWS::EKS::Cluster': ['ResourcesVpcConfig.SecurityGroupIds'],
  'AWS::ElastiCache::CacheCluster': ['VpcSecurityGroupIds'],
  'AWS::ElastiCache::ReplicationGroup': ['SecurityGroupIds'],
  'AWS::ElastiCache::ServerlessCache': ['SecurityGroupIds'],
  'AWS::ElasticLoadBalancing::LoadBalancer': ['SecurityGroups'],
  'AWS::ElasticLoadBalancingV2::LoadBalancer': ['SecurityGroups'],
  'AWS::FSx::FileSystem': ['SecurityGroupIds'],
  'AWS::Lambda::Function': ['VpcConfig.SecurityGroupIds'],
  'AWS::MSK::Cluster': ['BrokerNodeGroupInfo.SecurityGroups'],
  'AWS::MemoryDB::Cluster': ['SecurityGroupIds'],
  'AWS::Neptune::DBCluster': ['VpcSecurityGroupIds'],
  'AWS::OpenSearchService::Domain': ['VPCOptions.SecurityGroupIds'],
  'AWS::RDS::DBCluster': ['VpcSecurityGroupIds'],
  'AWS::RDS::DBInstance': ['VPCSecurityGroups'],
  'AWS::RDS::DBProxy': ['VpcSecurityGroupIds'],
  'AWS::Redshift::Cluster': ['VpcSecurityGroupIds'],
  'AWS::Synthetics::Canary': ['VPCConfig.SecurityGroupIds'],
};

/**
 * The resources of this template whose network interfaces a security group guards. Empty where none is known, which proves nothing: other stacks may use the group.
 */
export function usersOfGroup(group: ResourceView): readonly ResourceView[] {
  return group.template
    .referrers(group, ...Object.keys(GROUP_PROPERTIES))
    .filter((user) => groupsOn(user).some((value) => namesGroup(value, group)));
}

/** The security groups that a resource puts on its network interfaces, as values. */
export function groupsOn(user: ResourceView): readonly Value[] {
  return (GROUP_PROPERTIES[user.type] ?? []).flatMap((path) => {
    const [before = '', after] = path.split('[].');
    const values =
      after === undefined
        ? [user.get(before)]
        : user
            .get(before)
            .items()
            .map((item) => item.get(after));
    return values.flatMap((value) => value.items());
  });
}

/** Whether a resource is a load balancer of any kind. */
export function isLoadBalancer(resource: ResourceView): boolean {
  return /^AWS::ElasticLoadBalancing(?:V2)?::LoadBalancer$/.test(resource.type);
}

function namesGroup(value: Value, group: ResourceView): boolean {
  return value.target()?.resource.logicalId === group.logicalId;
}
