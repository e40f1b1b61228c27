import type { ResourceView, Value } from '#evaluate';
import type { PortRange } from '../port.ts';
import { coversInternet } from './open-cidr.ts';

/** IANA protocol numbers, which network ACLs are written with. */
const PORT_PROTOCOLS = [6, 17];

/** The ports an entry of a network ACL is about: all for protocol `-1`; undefined for protocols without ports and where the template cannot tell. */
export function aclPortsOf(entry: ResourceView): PortRange | undefined {
  const protocol = entry.get('Protocol');
  if (protocol.is(-1)) return { from: 0, to: 65535 };
  if (!protocol.is(...PORT_PROTOCOLS)) return undefined;
  const from = entry.get('PortRange.From').number();
  const to = entry.get('PortRange.To').number();
  return from === undefined || to === undefined ? undefined : { from, to };
}

/**
 * The network ACL of a subnet that certainly keeps the internet from a TCP port: one of this template, whose every entry is
 * known and whose first entry about that port denies it, or that has no entry about it. Undefined when it lets traffic in or cannot be read.
 */
export function aclThatBlocks(subnet: ResourceView, port: number): ResourceView | undefined {
  const { template } = subnet;
  const association = template
    .referrers(subnet, 'AWS::EC2::SubnetNetworkAclAssociation')
    .find((candidate) => candidate.get('SubnetId').target()?.resource.logicalId === subnet.logicalId);
  const acl = association?.get('NetworkAclId').target()?.resource;
  if (acl?.type !== 'AWS::EC2::NetworkAcl' || template.isOpen) return undefined;
  const inbound = template
    .referrers(acl, 'AWS::EC2::NetworkAclEntry')
    .filter(
      (entry) =>
        entry.get('NetworkAclId').target()?.resource.logicalId === acl.logicalId && !entry.get('Egress').is(true),
    );
  const verdicts = inbound
    .map((entry) => ({ number: entry.get('RuleNumber').number(), verdict: verdictOf(entry, port) }))
    .sort((a, b) => (a.number ?? 0) - (b.number ?? 0));
  const first = verdicts.find(({ verdict }) => verdict !== 'other');
  const isBlocked = first === undefined || (first.verdict === 'denies' && first.number !== undefined);
  return isBlocked ? acl : undefined;
}

/** What an entry says of a TCP port for callers from anywhere: entries for part of the internet only do not deny it. */
function verdictOf(entry: ResourceView, port: number): 'denies' | 'allows' | 'other' {
  if (entry.get('Egress').isUnknown) return 'allows';
  const ports = aclPortsOf(entry);
  const protocol = entry.get('Protocol');
  if (!ports) return protocol.isKnown && !protocol.is(6, -1) ? 'other' : 'allows';
  if (port < ports.from || port > ports.to || protocol.is(17)) return 'other';
  if (!entry.get('RuleAction').is('deny'))
    return allowsInternet(entry.get('CidrBlock')) || allowsInternet(entry.get('Ipv6CidrBlock')) ? 'allows' : 'other';
  return entry.get('CidrBlock').satisfies(coversInternet) ? 'denies' : 'other';
}

/** Any block that is not certainly a private one may hold callers from the internet. */
function allowsInternet(cidr: Value): boolean {
  return !cidr.isAbsent;
}
