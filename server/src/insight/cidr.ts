/** How much of the internet a CIDR block covers. */
export type CidrScope = 'world' | 'public' | 'private';

/** Private, carrier, loopback, link-local and documentation ranges (RFC 1918, 6598, 5735, 3927, 5737). */
const PRIVATE_V4: readonly (readonly [network: string, bits: number])[] = [
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
];

/**
 * The scope of an IPv4 or IPv6 CIDR block: the whole internet (a prefix of 0 bits), a part of it, or private addresses
 * only; undefined for text that is no CIDR block. A bare address is a block of itself.
 */
export function cidrScope(text: string): CidrScope | undefined {
  const [address = '', prefix] = text.trim().split('/');
  const isV6 = address.includes(':');
  const bits = prefix === undefined ? (isV6 ? 128 : 32) : Number(prefix);
  if (!Number.isInteger(bits) || bits < 0 || bits > (isV6 ? 128 : 32)) return undefined;
  if (isV6) return scopeOfV6(address.toLowerCase(), bits);
  const number = parseV4(address);
  if (number === undefined) return undefined;
  if (bits === 0) return 'world';
  const isPrivate = PRIVATE_V4.some(
    ([network, size]) => bits >= size && sameNetwork(number, parseV4(network) ?? 0, size),
  );
  return isPrivate ? 'private' : 'public';
}

function scopeOfV6(address: string, bits: number): CidrScope | undefined {
  if (!/^[0-9a-f:.]+$/.test(address)) return undefined;
  if (bits === 0) return 'world';
  // Unique local (RFC 4193) and link-local (RFC 4291) addresses.
  return /^(?:f[cd]|fe[89ab])/.test(address) ? 'private' : 'public';
}

function parseV4(address: string): number | undefined {
  const parts = address.split('.');
  if (parts.length !== 4 || parts.some((part) => !/^\d{1,3}$/.test(part) || Number(part) > 255)) return undefined;
  return parts.reduce((number, part) => number * 256 + Number(part), 0);
}

function sameNetwork(a: number, b: number, bits: number): boolean {
  const size = 2 ** (32 - bits);
  return Math.floor(a / size) === Math.floor(b / size);
}
