import type { ResourceView, Value } from '#evaluate';
import { exposureOf, groupOf, ingressOf, isLoadBalancer, openPeer, portsOf, usersOfGroup } from '#insight';

/** Traffic that is let through in one world. */
export interface FoundEdge {
  readonly from: string;
  readonly to: string;
  readonly label: string;
  readonly certain: boolean;
  readonly steps: readonly string[];
}

/** Whether a resource type opens ways for traffic. */
export function isNetworkSubject(type: string): boolean {
  return type in PATHS;
}

/** The ways that one resource opens in the world it is seen in; none for other types. */
export function pathsOf(resource: ResourceView): readonly FoundEdge[] {
  return PATHS[resource.type]?.(resource) ?? [];
}

const FROM_INTERNET = 'internet';

const PATHS: { readonly [type: string]: (resource: ResourceView) => readonly FoundEdge[] } = {
  'AWS::EC2::SecurityGroup': throughGroup,
  'AWS::EC2::SecurityGroupIngress': throughGroup,
  'AWS::ElasticLoadBalancingV2::LoadBalancer': throughUnguardedBalancer,
  'AWS::ElasticLoadBalancingV2::Listener': throughListener,
  'AWS::ElasticLoadBalancingV2::ListenerRule': throughListenerRule,
  'AWS::ElasticLoadBalancing::LoadBalancer': throughClassicBalancer,
  'AWS::CloudFront::Distribution': throughDistribution,
  'AWS::ApiGateway::RestApi': throughApi,
  'AWS::ApiGatewayV2::Api': throughApi,
  'AWS::ApiGateway::Method': (method) => toTargets(method.get('RestApiId'), method.get('Integration.Uri')),
  'AWS::ApiGatewayV2::Integration': (integration) =>
    toTargets(integration.get('ApiId'), integration.get('IntegrationUri')),
  'AWS::Lambda::Permission': throughPermission,
  'AWS::Lambda::Url': throughFunctionUrl,
};

/** A rule of a security group: who it lets in to those that the group guards. */
function throughGroup(resource: ResourceView): readonly FoundEdge[] {
  const group = groupOf(resource);
  if (!group) return [];
  const guarded = guardedBy(group);
  return ingressOf(resource).flatMap((rule) => {
    const label = traffic(rule);
    const peer = openPeer(rule);
    if (peer) return guarded.flatMap((user) => fromInternet(user, rule, `${group.logicalId} lets in ${peer.name}`));
    const source = rule.get('SourceSecurityGroupId').target()?.resource;
    if (source?.type !== 'AWS::EC2::SecurityGroup') return [];
    const step = `${group.logicalId} lets in ${source.logicalId}`;
    return guardedBy(source).flatMap((from) =>
      guarded
        .filter((to) => to.logicalId !== from.logicalId)
        .map((to) => ({ from: from.logicalId, to: to.logicalId, label, certain: true, steps: [step] })),
    );
  });
}

/** What a group guards; the group itself where that is not in this template, since other stacks may use it. */
function guardedBy(group: ResourceView): readonly ResourceView[] {
  const users = usersOfGroup(group);
  return users.length === 0 ? [group] : users;
}

function fromInternet(user: ResourceView, rule: Value, step: string): readonly FoundEdge[] {
  const port = rule.get('FromPort').number() ?? 443;
  const exposure = exposureOf(user, [port]);
  if (exposure.kind === 'closed') return [];
  const certain = exposure.kind === 'open';
  const steps = [...exposure.steps.map(({ message }) => message), step];
  return [{ from: FROM_INTERNET, to: user.logicalId, label: traffic(rule), certain, steps }];
}

/** What a rule lets through, in words. */
function traffic(rule: Value): string {
  const protocol = rule.get('IpProtocol').pattern() ?? '';
  if (protocol === '-1' || protocol === 'all') return 'everything';
  const name = { '6': 'tcp', '17': 'udp', '1': 'icmp' }[protocol] ?? protocol;
  const ports = portsOf(rule);
  if (!ports || name.startsWith('icmp')) return name;
  return ports.from === ports.to ? `${name} ${ports.from}` : `${name} ${ports.from}-${ports.to}`;
}

/** Without security groups, as a network load balancer may be, everyone gets as far as its listeners. */
function throughUnguardedBalancer(balancer: ResourceView): readonly FoundEdge[] {
  if (!balancer.get('SecurityGroups').isAbsent || balancer.get('Type').isNot('network')) return [];
  const exposure = exposureOf(balancer, [443]);
  if (exposure.kind === 'closed') return [];
  const steps = exposure.steps.map(({ message }) => message);
  return [
    { from: FROM_INTERNET, to: balancer.logicalId, label: 'listeners', certain: exposure.kind === 'open', steps },
  ];
}

function throughListener(listener: ResourceView): readonly FoundEdge[] {
  const balancer = listener.get('LoadBalancerArn').target()?.resource;
  if (!balancer || !isLoadBalancer(balancer)) return [];
  return forwarded(balancer, listener, listener.get('DefaultActions'));
}

function throughListenerRule(rule: ResourceView): readonly FoundEdge[] {
  const listener = rule.get('ListenerArn').target()?.resource;
  const balancer = listener?.get('LoadBalancerArn').target()?.resource;
  if (!balancer || !isLoadBalancer(balancer)) return [];
  return forwarded(balancer, rule, rule.get('Actions'));
}

function forwarded(balancer: ResourceView, by: ResourceView, actions: Value): readonly FoundEdge[] {
  const groups = actions
    .items()
    .flatMap((action) => [
      action.get('TargetGroupArn'),
      ...action
        .get('ForwardConfig.TargetGroups')
        .items()
        .map((item) => item.get('TargetGroupArn')),
    ])
    .flatMap((value) => value.target()?.resource ?? []);
  return groups.flatMap((group) => {
    const label = [group.get('Protocol').pattern(), group.get('Port').pattern()].filter(Boolean).join(' ');
    const steps = [`${by.logicalId} forwards to ${group.logicalId}`];
    return membersOf(group).map((to) => ({ from: balancer.logicalId, to: to.logicalId, label, certain: true, steps }));
  });
}

/** Who stands behind a target group; the group itself where its members register elsewhere. */
function membersOf(group: ResourceView): readonly ResourceView[] {
  const named = group
    .get('Targets')
    .items()
    .flatMap((item) => item.get('Id').target()?.resource ?? []);
  const registered = group.template
    .referrers(group, 'AWS::AutoScaling::AutoScalingGroup', 'AWS::ECS::Service')
    .map((user) => machinesOf(user));
  const members = [...named, ...registered];
  return members.length === 0 ? [group] : members;
}

/** An Auto Scaling group is shown by what it launches: that is what security groups guard. */
function machinesOf(user: ResourceView): ResourceView {
  if (user.type !== 'AWS::AutoScaling::AutoScalingGroup') return user;
  const launched = [
    'LaunchTemplate.LaunchTemplateId',
    'MixedInstancesPolicy.LaunchTemplate.LaunchTemplateSpecification.LaunchTemplateId',
    'LaunchConfigurationName',
  ].flatMap((path) => user.get(path).target()?.resource ?? []);
  return launched[0] ?? user;
}

function throughClassicBalancer(balancer: ResourceView): readonly FoundEdge[] {
  return balancer
    .get('Instances')
    .items()
    .flatMap((item) => item.target()?.resource ?? [])
    .map((to) => ({ from: balancer.logicalId, to: to.logicalId, label: 'listeners', certain: true, steps: [] }));
}

function throughDistribution(distribution: ResourceView): readonly FoundEdge[] {
  const id = distribution.logicalId;
  if (distribution.get('DistributionConfig.Enabled').is(false)) return [];
  const origins = distribution
    .get('DistributionConfig.Origins')
    .items()
    .flatMap((origin) => origin.get('DomainName').targets())
    .map(({ resource }) => ({ from: id, to: resource.logicalId, label: 'origin', certain: true, steps: [] }));
  return [
    { from: FROM_INTERNET, to: id, label: 'HTTP(S)', certain: true, steps: [`${id} is served at the edge`] },
    ...origins,
  ];
}

function throughApi(api: ResourceView): readonly FoundEdge[] {
  const types = api.get('EndpointConfiguration.Types').items();
  if (types.some((type) => type.is('PRIVATE'))) return [];
  const certain = types.every((type) => type.isNot('PRIVATE'));
  const steps = [`${api.logicalId} has a public endpoint`];
  return [{ from: FROM_INTERNET, to: api.logicalId, label: 'HTTPS', certain, steps }];
}

function toTargets(from: Value, uri: Value): readonly FoundEdge[] {
  const api = from.target()?.resource;
  if (!api) return [];
  return uri
    .targets()
    .filter(({ resource }) => resource.type !== api.type)
    .map(({ resource }) => ({ from: api.logicalId, to: resource.logicalId, label: 'calls', certain: true, steps: [] }));
}

/** An API that may invoke a function does so for its callers. */
function throughPermission(permission: ResourceView): readonly FoundEdge[] {
  const to = permission.get('FunctionName').target()?.resource;
  if (!to || !permission.get('Principal').is('apigateway.amazonaws.com')) return [];
  return permission
    .get('SourceArn')
    .targets()
    .filter(({ resource }) => /^AWS::ApiGateway(?:V2)?::(?:RestApi|Api)$/.test(resource.type))
    .map(({ resource }) => ({
      from: resource.logicalId,
      to: to.logicalId,
      label: 'calls',
      certain: true,
      steps: [`${permission.logicalId} lets ${resource.logicalId} invoke it`],
    }));
}

function throughFunctionUrl(url: ResourceView): readonly FoundEdge[] {
  const to = url.get('TargetFunctionArn').target()?.resource;
  if (!to || !url.get('AuthType').is('NONE')) return [];
  const steps = [`${url.logicalId} takes calls without authentication`];
  return [{ from: FROM_INTERNET, to: to.logicalId, label: 'HTTPS', certain: true, steps }];
}
