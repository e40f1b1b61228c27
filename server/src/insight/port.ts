import type { Value } from '#evaluate';

/** Ports a rule lets through, both ends included. */
export interface PortRange {
  readonly from: number;
  readonly to: number;
}

export interface SensitivePort {
  readonly port: number;
  readonly service: string;
  readonly use: 'administration' | 'database';
}

/** Ports of remote administration and of data stores (IANA service names; vendors' defaults). */
export const SENSITIVE_PORTS: readonly SensitivePort[] = [
  { port: 22, service: 'SSH', use: 'administration' },
  { port: 23, service: 'Telnet', use: 'administration' },
  { port: 135, service: 'Windows RPC', use: 'administration' },
  { port: 445, service: 'SMB', use: 'administration' },
  { port: 2375, service: 'Docker', use: 'administration' },
  { port: 3389, service: 'RDP', use: 'administration' },
  { port: 5900, service: 'VNC', use: 'administration' },
  { port: 5985, service: 'WinRM', use: 'administration' },
  { port: 5986, service: 'WinRM', use: 'administration' },
  { port: 1433, service: 'SQL Server', use: 'database' },
  { port: 1521, service: 'Oracle', use: 'database' },
  { port: 3306, service: 'MySQL', use: 'database' },
  { port: 5432, service: 'PostgreSQL', use: 'database' },
  { port: 5439, service: 'Redshift', use: 'database' },
  { port: 6379, service: 'Redis', use: 'database' },
  { port: 7000, service: 'Cassandra', use: 'database' },
  { port: 9042, service: 'Cassandra', use: 'database' },
  { port: 9200, service: 'OpenSearch', use: 'database' },
  { port: 9300, service: 'OpenSearch', use: 'database' },
  { port: 11211, service: 'Memcached', use: 'database' },
  { port: 27017, service: 'MongoDB', use: 'database' },
];

/**
 * The ports that a security group rule lets through, from its `IpProtocol`, `FromPort` and `ToPort`: all of them for protocol
 * `-1` (and for any protocol that has no ports), none that is known when the template cannot tell.
 */
export function portsOf(rule: Value): PortRange | undefined {
  const protocol = rule.get('IpProtocol');
  if (protocol.is('-1', -1)) return { from: 0, to: 65535 };
  if (!protocol.is('tcp', 'udp', 6, 17)) return undefined;
  const from = rule.get('FromPort').number();
  const to = rule.get('ToPort').number();
  if (from === undefined || to === undefined) return undefined;
  return from === -1 ? { from: 0, to: 65535 } : { from, to };
}
