import type { Value } from '#evaluate';
import { cidrScope } from '../cidr.ts';

/**
 * Whether a CIDR block certainly stands for the internet at large: all of it, or so much of it that no single organisation can be
 * meant. That is a public IPv4 block wider than the /8 that were once given to one holder, and a public IPv6 block as wide
 * as the /12 that a regional registry holds (IANA's registries of address space); two halves of the internet count as the whole.
 */
export function isInternetWide(cidr: Value): boolean {
  return cidr.satisfies(coversInternet);
}

/** The text form of {@link isInternetWide}; false for text that is no CIDR block. */
export function coversInternet(text: string): boolean {
  const scope = cidrScope(text);
  if (scope !== 'public') return scope === 'world';
  const [address = '', prefix] = text.trim().split('/');
  const bits = prefix === undefined ? Number.POSITIVE_INFINITY : Number(prefix);
  return address.includes(':') ? bits <= 12 : bits <= 7;
}

/** The source of a security group rule that certainly stands for the internet: its CIDR block, or a prefix list of this template that holds one. */
export function openPeer(rule: Value, direction: 'ingress' | 'egress' = 'ingress'): OpenPeer | undefined {
  for (const [key, family] of [
    ['CidrIp', 'IPv4'],
    ['CidrIpv6', 'IPv6'],
  ] as const) {
    const cidr = rule.get(key);
    if (isInternetWide(cidr)) return { value: cidr, family, name: cidr.pattern() ?? key };
  }
  const listed = rule.get(direction === 'ingress' ? 'SourcePrefixListId' : 'DestinationPrefixListId');
  const list = listed.target()?.resource;
  if (list?.type !== 'AWS::EC2::PrefixList') return undefined;
  const entry = list
    .get('Entries')
    .items()
    .map((item) => item.get('Cidr'))
    .find(isInternetWide);
  return entry && { value: listed, family: undefined, name: `${entry.pattern()} (prefix list ${list.logicalId})` };
}

export interface OpenPeer {
  /** The value that opens the rule. */
  readonly value: Value;
  /** Undefined for a prefix list. */
  readonly family: 'IPv4' | 'IPv6' | undefined;
  /** How to call it in a message: `0.0.0.0/0`. */
  readonly name: string;
}
