import type { Fix, Fragment } from '#edit';
import type { ResourceView, Value } from '#evaluate';
import { isApplicationLoadBalancer, listenedPorts, type OpenPeer, parameterOf, usersOfGroup } from '#insight';
import { addParameter, append, fix, remove, set } from './fix.ts';

/** What narrows a security group rule that is open to the internet. */
export interface Narrowing {
  /** The resource that holds the rule. */
  readonly resource: ResourceView;
  /** The group the rule belongs to, where it is of this template. */
  readonly group: ResourceView | undefined;
  readonly rule: Value;
  readonly peer: OpenPeer;
  /** Begins the name of a new parameter: `Admin` for AdminCidr. */
  readonly who: string;
  /** Says in the parameter's description who connects: `administrators connect`. */
  readonly does: string;
  /** Whether callers inside the network are the likelier ones, as they are for a database. */
  readonly isInternal: boolean;
}

/**
 * The ways to narrow a security group rule that is open to the internet, best first: for load balancers the ports that they listen
 * on, whoever deploys chooses the block, the VPC's own block, no rule at all. Nothing is offered that would have to invent an address.
 */
export function narrowSource(narrowing: Narrowing): readonly (Fix | undefined)[] {
  const chosen = chooseAtDeployment(narrowing);
  const internal = vpcOnly(narrowing);
  const blocks = narrowing.isInternal ? [internal, chosen] : [chosen, internal];
  return [listenedPortsOnly(narrowing), ...blocks, withoutRule(narrowing)];
}

/** What guards load balancers alone may stay open where they listen; nothing where a template does not tell all of it. */
function listenedPortsOnly({ resource, group, rule, peer }: Narrowing): Fix | undefined {
  const users = group ? usersOfGroup(group) : [];
  if (!users.every(servesTcpOnly)) return undefined;
  const listened = users.map(listenedPorts);
  const [first, ...others] = [...new Set(listened.flatMap((ports) => ports ?? []))].sort((a, b) => a - b);
  if (first === undefined || listened.includes(undefined)) return undefined;
  const cidr = peer.value.text();
  const rules = resource.get('SecurityGroupIngress');
  // More ports are more rules, which are written only where they can repeat the block.
  if (others.length > 0 && (!rules.isList || cidr === undefined || peer.value.source || !peer.value.key))
    return undefined;
  const narrow = (port: number) => ({ IpProtocol: 'tcp', FromPort: port, ToPort: port });
  return fix(
    `Admit only port ${[first, ...others].join(', ')}, where load balancers listen`,
    'behaviour',
    ...Object.entries(narrow(first)).map(([property, value]) => set(rule.get(property), value)),
    ...others.map((port) => append(rules, { ...narrow(port), [peer.value.key ?? '']: cidr ?? '' })),
  );
}

function servesTcpOnly(user: ResourceView): boolean {
  return (
    user.type === 'AWS::ElasticLoadBalancing::LoadBalancer' ||
    (user.type === 'AWS::ElasticLoadBalancingV2::LoadBalancer' && isApplicationLoadBalancer(user))
  );
}

function chooseAtDeployment({ resource, peer, who, does }: Narrowing): Fix | undefined {
  const { value, family } = peer;
  const parameter = parameterOf(value, resource.template);
  if (parameter) {
    const title = `Remove the default of ${parameter.name}: whoever deploys the stack chooses`;
    return fix(title, 'behaviour', remove(parameter.get('Default')));
  }
  // A value that stands in a mapping cannot be a reference.
  if (!family || value.source) return undefined;
  const name = family === 'IPv4' ? `${who}Cidr` : `${who}Ipv6Cidr`;
  const title = `Admit only the block of a new parameter ${name}`;
  return fix(title, 'behaviour', addParameter(name, cidrParameter(family, does)), set(value, { Ref: name }));
}

function vpcOnly({ group, peer }: Narrowing): Fix | undefined {
  const vpc = group?.get('VpcId').target()?.resource;
  if (vpc?.type !== 'AWS::EC2::VPC' || peer.family !== 'IPv4' || peer.value.source) return undefined;
  const block = { 'Fn::GetAtt': [vpc.logicalId, 'CidrBlock'] };
  return fix(`Admit only ${vpc.logicalId}'s own block`, 'behaviour', set(peer.value, block));
}

function withoutRule({ resource, rule }: Narrowing): Fix | undefined {
  if (resource.type !== 'AWS::EC2::SecurityGroup') return undefined;
  return fix('Remove the rule', 'behaviour', remove(rule));
}

/** A parameter for a CIDR block that cannot be the internet, and that whoever deploys must choose. */
function cidrParameter(family: 'IPv4' | 'IPv6', does: string): Fragment {
  if (family === 'IPv4') {
    return {
      Type: 'String',
      Description: `IPv4 CIDR block from which ${does}, such as 203.0.113.0/24`,
      AllowedPattern: '^([0-9]{1,3}[.]){3}[0-9]{1,3}/([89]|[12][0-9]|3[0-2])$',
      ConstraintDescription: 'must be an IPv4 CIDR block of a /8 network or smaller',
    };
  }
  return {
    Type: 'String',
    Description: `IPv6 CIDR block from which ${does}, such as 2001:db8:1234::/48`,
    AllowedPattern: '^[0-9a-fA-F:]+/(3[2-9]|[4-9][0-9]|1[01][0-9]|12[0-8])$',
    ConstraintDescription: 'must be an IPv6 CIDR block of a /32 network or smaller',
  };
}
