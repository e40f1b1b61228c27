import type { ResourceView, Value } from '#evaluate';
import { isLoadBalancer, usersOfGroup } from './group-users.ts';
import { aclThatBlocks } from './network-acl.ts';
import { routingOf } from './routing.ts';

/**
 * Whether callers on the internet get as far as a resource's network interfaces, security groups aside. `closed` only when
 * that is certain: no public address, or no route from the internet.
 */
export interface Exposure {
  readonly kind: 'open' | 'closed' | 'unknown';
  /** What makes it so, from the internet inwards. */
  readonly steps: readonly PathStep[];
}

/** A resource on the way from the internet, or the one that ends it, and its part in that. */
export interface PathStep {
  readonly at: ResourceView;
  readonly message: string;
}

const UNKNOWN: Exposure = { kind: 'unknown', steps: [] };

/** How callers from the internet reach what a security group guards on any of some TCP ports; the most exposed of its users counts. */
export function exposureOfGroup(group: ResourceView | undefined, ports: readonly number[]): Exposure {
  if (!group) return UNKNOWN;
  const exposure = mostExposed(usersOfGroup(group), (user) => exposureOf(user, ports));
  return exposure.kind === 'closed' && isHandedOn(group) ? UNKNOWN : exposure;
}

/** Whether other stacks may use a resource that they are told of. */
function isHandedOn({ logicalId, template }: ResourceView): boolean {
  return template.outputs.some(({ value }) => value.targets().some(({ resource }) => resource.logicalId === logicalId));
}

/** How callers from the internet reach one resource on any of some TCP ports. */
export function exposureOf(resource: ResourceView, ports: readonly number[]): Exposure {
  if (isLoadBalancer(resource)) return exposureOfLoadBalancer(resource, ports);
  const isPublic = PUBLIC_SWITCHES[resource.type];
  if (isPublic) return exposureBySwitch(resource, resource.get(isPublic));
  switch (resource.type) {
    case 'AWS::EC2::Instance':
      return exposureOfInstance(resource, ports);
    case 'AWS::EC2::LaunchTemplate':
    case 'AWS::AutoScaling::LaunchConfiguration':
      return mostExposed(launchesOf(resource), (group) => exposureOfLaunch(group, resource, ports));
    case 'AWS::ECS::Service':
      return exposureOfService(resource, ports);
    default:
      return NEVER_PUBLIC.has(resource.type)
        ? closed(resource, `${resource.logicalId} has no public address`)
        : UNKNOWN;
  }
}

/** Properties that give a resource a public address. */
const PUBLIC_SWITCHES: { readonly [type: string]: string } = {
  'AWS::RDS::DBInstance': 'PubliclyAccessible',
  'AWS::Redshift::Cluster': 'PubliclyAccessible',
  'AWS::DMS::ReplicationInstance': 'PubliclyAccessible',
  'AWS::AmazonMQ::Broker': 'PubliclyAccessible',
};

/** Resources whose network interfaces AWS never gives a public address. */
const NEVER_PUBLIC = new Set([
  'AWS::DAX::Cluster',
  'AWS::DocDB::DBCluster',
  'AWS::EC2::VPCEndpoint',
  'AWS::EFS::MountTarget',
  'AWS::ElastiCache::CacheCluster',
  'AWS::ElastiCache::ReplicationGroup',
  'AWS::ElastiCache::ServerlessCache',
  'AWS::FSx::FileSystem',
  'AWS::Lambda::Function',
  'AWS::MemoryDB::Cluster',
  'AWS::RDS::DBProxy',
]);

function exposureOfLoadBalancer(balancer: ResourceView, ports: readonly number[]): Exposure {
  const scheme = balancer.get('Scheme');
  if (scheme.is('internal')) return closed(balancer, `${balancer.logicalId} is an internal load balancer`);
  if (!scheme.isNot('internal')) return UNKNOWN;
  const listened = listenedPorts(balancer);
  if (listened && !ports.some((port) => listened.includes(port))) {
    return closed(balancer, `${balancer.logicalId} listens on port ${listened.join(', ')} only`);
  }
  return {
    kind: 'open',
    steps: [{ at: balancer, message: `${balancer.logicalId} is an internet-facing load balancer` }],
  };
}

/** The ports a load balancer listens on; undefined where listeners may be of another template or their ports are unknown. */
export function listenedPorts(balancer: ResourceView): readonly number[] | undefined {
  const isClassic = balancer.type === 'AWS::ElasticLoadBalancing::LoadBalancer';
  const values = isClassic
    ? balancer
        .get('Listeners')
        .items()
        .map((listener) => listener.get('LoadBalancerPort'))
    : balancer.template
        .referrers(balancer, 'AWS::ElasticLoadBalancingV2::Listener')
        .filter((listener) => listener.get('LoadBalancerArn').target()?.resource.logicalId === balancer.logicalId)
        .map((listener) => listener.get('Port'));
  const ports = values.flatMap((value) => value.number() ?? []);
  return ports.length > 0 && ports.length === values.length && !balancer.template.isOpen ? ports : undefined;
}

function exposureBySwitch(resource: ResourceView, isPublic: Value): Exposure {
  if (isPublic.is(true)) {
    return { kind: 'open', steps: [{ at: resource, message: `${resource.logicalId} has a public address` }] };
  }
  // Defaults differ by service and, for RDS, by the subnet group: only an explicit false is certain.
  return isPublic.is(false) ? closed(resource, `${resource.logicalId} has no public address`) : UNKNOWN;
}

function exposureOfInstance(instance: ResourceView, ports: readonly number[]): Exposure {
  const subnets = [
    instance.get('SubnetId'),
    ...instance
      .get('NetworkInterfaces')
      .items()
      .map((item) => item.get('SubnetId')),
  ];
  const asked = instance
    .get('NetworkInterfaces')
    .items()
    .map((item) => item.get('AssociatePublicIpAddress'));
  return exposureInSubnets(instance, subnets, asked, elasticAddressOf(instance), ports);
}

function elasticAddressOf(instance: ResourceView): ResourceView | undefined {
  return instance.template
    .referrers(instance, 'AWS::EC2::EIP', 'AWS::EC2::EIPAssociation')
    .find((address) => address.get('InstanceId').target()?.resource.logicalId === instance.logicalId);
}

function launchesOf(launch: ResourceView): readonly ResourceView[] {
  const property =
    launch.type === 'AWS::EC2::LaunchTemplate'
      ? [
          'LaunchTemplate.LaunchTemplateId',
          'MixedInstancesPolicy.LaunchTemplate.LaunchTemplateSpecification.LaunchTemplateId',
        ]
      : ['LaunchConfigurationName'];
  return launch.template
    .referrers(launch, 'AWS::AutoScaling::AutoScalingGroup')
    .filter((group) => property.some((path) => group.get(path).target()?.resource.logicalId === launch.logicalId));
}

function exposureOfLaunch(group: ResourceView, launch: ResourceView, ports: readonly number[]): Exposure {
  const asked =
    launch.type === 'AWS::EC2::LaunchTemplate'
      ? launch
          .get('LaunchTemplateData.NetworkInterfaces')
          .items()
          .map((item) => item.get('AssociatePublicIpAddress'))
      : [launch.get('AssociatePublicIpAddress')];
  return exposureInSubnets(group, group.get('VPCZoneIdentifier').items(), asked, undefined, ports);
}

function exposureOfService(service: ResourceView, ports: readonly number[]): Exposure {
  const network = service.get('NetworkConfiguration.AwsvpcConfiguration');
  const assigned = network.get('AssignPublicIp');
  if (assigned.isNot('ENABLED')) return closed(service, `${service.logicalId} gets no public address`);
  if (!assigned.is('ENABLED')) return UNKNOWN;
  const subnets = network.get('Subnets').items();
  return mostExposed(subnets, (subnet) => exposureInSubnet(service, subnet, true, ports));
}

function exposureInSubnets(
  resource: ResourceView,
  subnets: readonly Value[],
  asked: readonly Value[],
  address: ResourceView | undefined,
  ports: readonly number[],
): Exposure {
  const isAsked = asked.some((value) => value.is(true));
  const isRefused = asked.length > 0 && asked.every((value) => value.is(false));
  if (isRefused && !address) return closed(resource, `${resource.logicalId} gets no public address`);
  const given = subnets.filter((subnet) => !subnet.isAbsent);
  return mostExposed(given, (subnet) => exposureInSubnet(resource, subnet, isAsked, ports, address));
}

function exposureInSubnet(
  resource: ResourceView,
  value: Value,
  isAsked: boolean,
  ports: readonly number[],
  address?: ResourceView,
): Exposure {
  const subnet = value.target()?.resource;
  if (subnet?.type !== 'AWS::EC2::Subnet') return UNKNOWN;
  const routing = routingOf(subnet);
  if (routing.kind === 'unknown') return UNKNOWN;
  const [table, route] = routing.by;
  if (routing.kind === 'private') {
    return table ? closed(table, `${subnet.logicalId} has no route to an internet gateway`) : UNKNOWN;
  }
  const acls = ports.map((port) => aclThatBlocks(subnet, port));
  const [acl] = acls;
  if (acl && acls.every((each) => each)) {
    return closed(acl, `${acl.logicalId} keeps port ${ports.join(', ')} from ${subnet.logicalId}`);
  }
  const mapped = subnet.get('MapPublicIpOnLaunch');
  const hasAddress = isAsked || address !== undefined || mapped.is(true);
  if (!hasAddress) return UNKNOWN;
  const steps = [
    route && { at: route, message: `${route.logicalId} routes ${subnet.logicalId} to the internet gateway` },
    { at: address ?? resource, message: `${resource.logicalId} gets a public address there` },
  ];
  return { kind: 'open', steps: steps.flatMap((step) => step ?? []) };
}

function closed(at: ResourceView, message: string): Exposure {
  return { kind: 'closed', steps: [{ at, message }] };
}

/** Open where any is; closed only where all are. Asks no further than the first that is open: each question may split the world. */
function mostExposed<T>(items: readonly T[], ask: (item: T) => Exposure): Exposure {
  const closings: Exposure[] = [];
  for (const item of items) {
    const exposure = ask(item);
    if (exposure.kind === 'open') return exposure;
    if (exposure.kind === 'closed') closings.push(exposure);
  }
  return (closings.length === items.length ? closings[0] : undefined) ?? UNKNOWN;
}
