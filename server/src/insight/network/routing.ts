import type { ResourceView } from '#evaluate';
import { isInternetWide } from './open-cidr.ts';

/** Where a subnet's traffic to and from the internet goes, as far as the template tells. */
export interface Routing {
  /** `public` through an internet gateway, `private` when its route table certainly has no such route. */
  readonly kind: 'public' | 'private' | 'unknown';
  /** The route table, and the route with its gateway where there is one. */
  readonly by: readonly ResourceView[];
}

const UNKNOWN: Routing = { kind: 'unknown', by: [] };

/** Whether a subnet of this template is public. Without a route table of its own the VPC's main one decides, which no template shows. */
export function routingOf(subnet: ResourceView): Routing {
  const { template } = subnet;
  const association = template
    .referrers(subnet, 'AWS::EC2::SubnetRouteTableAssociation')
    .find((candidate) => candidate.get('SubnetId').target()?.resource.logicalId === subnet.logicalId);
  const table = association?.get('RouteTableId').target()?.resource;
  if (table?.type !== 'AWS::EC2::RouteTable') return UNKNOWN;
  const routes = template
    .referrers(table, 'AWS::EC2::Route')
    .filter((route) => route.get('RouteTableId').target()?.resource.logicalId === table.logicalId);
  const open = routes.find((route) => isInternetRoute(route));
  if (open) return { kind: 'public', by: [table, open] };
  const isCertain = !template.isOpen && routes.every((route) => isOtherRoute(route));
  return isCertain ? { kind: 'private', by: [table] } : UNKNOWN;
}

/** Whether a route certainly sends traffic for the internet at large to an internet gateway. */
export function isInternetRoute(route: ResourceView): boolean {
  const isDefault =
    isInternetWide(route.get('DestinationCidrBlock')) || isInternetWide(route.get('DestinationIpv6CidrBlock'));
  if (!isDefault) return false;
  const gateway = route.get('GatewayId');
  return (
    gateway.target()?.resource.type === 'AWS::EC2::InternetGateway' || gateway.satisfies((id) => id.startsWith('igw-'))
  );
}

/** Whether a route certainly leads elsewhere than to an internet gateway. */
function isOtherRoute(route: ResourceView): boolean {
  const gateway = route.get('GatewayId');
  const target = gateway.target()?.resource;
  return gateway.isAbsent || (target !== undefined && target.type !== 'AWS::EC2::InternetGateway');
}
