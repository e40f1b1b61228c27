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
  /** Whether the service also answers over UDP; all of them answer over TCP. */
  readonly udp?: true;
}

/** Ports of remote administration, of file sharing within a network and of data stores (IANA service names; vendors' defaults). */
export const SENSITIVE_PORTS: readonly SensitivePort[] = [
  { port: 20, service: 'FTP data', use: 'administration' },
  { port: 21, service: 'FTP', use: 'administration' },
  { port: 22, service: 'SSH', use: 'administration' },
  { port: 23, service: 'Telnet', use: 'administration' },
  { port: 111, service: 'RPC', use: 'administration', udp: true },
  { port: 135, service: 'Windows RPC', use: 'administration' },
  { port: 137, service: 'NetBIOS', use: 'administration', udp: true },
  { port: 138, service: 'NetBIOS', use: 'administration', udp: true },
  { port: 139, service: 'NetBIOS', use: 'administration' },
  { port: 161, service: 'SNMP', use: 'administration', udp: true },
  { port: 389, service: 'LDAP', use: 'administration', udp: true },
  { port: 445, service: 'SMB', use: 'administration' },
  { port: 2049, service: 'NFS', use: 'administration', udp: true },
  { port: 2375, service: 'Docker', use: 'administration' },
  { port: 2376, service: 'Docker', use: 'administration' },
  { port: 3389, service: 'RDP', use: 'administration', udp: true },
  { port: 5500, service: 'VNC', use: 'administration' },
  { port: 5900, service: 'VNC', use: 'administration' },
  { port: 5985, service: 'WinRM', use: 'administration' },
  { port: 5986, service: 'WinRM', use: 'administration' },
  { port: 10250, service: 'kubelet', use: 'administration' },
  { port: 1433, service: 'SQL Server', use: 'database' },
  { port: 1434, service: 'SQL Server', use: 'database', udp: true },
  { port: 1521, service: 'Oracle', use: 'database' },
  { port: 2379, service: 'etcd', use: 'database' },
  { port: 3306, service: 'MySQL', use: 'database' },
  { port: 4333, service: 'mSQL', use: 'database' },
  { port: 5432, service: 'PostgreSQL', use: 'database' },
  { port: 5439, service: 'Redshift', use: 'database' },
  { port: 5601, service: 'Kibana', use: 'database' },
  { port: 6379, service: 'Redis', use: 'database' },
  { port: 7000, service: 'Cassandra', use: 'database' },
  { port: 8182, service: 'Neptune', use: 'database' },
  { port: 9042, service: 'Cassandra', use: 'database' },
  { port: 9092, service: 'Kafka', use: 'database' },
  { port: 9200, service: 'OpenSearch', use: 'database' },
  { port: 9300, service: 'OpenSearch', use: 'database' },
  { port: 11211, service: 'Memcached', use: 'database', udp: true },
  { port: 27017, service: 'MongoDB', use: 'database' },
];

/**
 * The ports that a security group rule lets through, from its `IpProtocol`, `FromPort` and `ToPort`: all of them for protocol
 * `-1`, for which EC2 ignores the ports; none that is known for protocols without ports and when the template cannot tell.
 */
export function portsOf(rule: Value): PortRange | undefined {
  const protocol = rule.get('IpProtocol');
  if (protocol.is('-1', -1)) return { from: 0, to: 65535 };
  if (!protocol.satisfies((text) => /^(?:tcp|udp|6|17)$/i.test(text))) return undefined;
  const from = rule.get('FromPort').number();
  const to = rule.get('ToPort').number();
  if (from === undefined || to === undefined) return undefined;
  return from === -1 ? { from: 0, to: 65535 } : { from, to };
}

/** Whether a range of ports holds a port. An inverted range holds none. */
export function holdsPort(ports: PortRange, port: number): boolean {
  return ports.from <= port && port <= ports.to;
}

/** The sensitive ports that a security group rule certainly lets through, in the order of {@link SENSITIVE_PORTS}. */
export function sensitivePortsOf(rule: Value): readonly SensitivePort[] {
  const ports = portsOf(rule);
  if (!ports) return [];
  const isUdp = rule.get('IpProtocol').satisfies((text) => /^(?:udp|17)$/i.test(text));
  return SENSITIVE_PORTS.filter(({ port, udp }) => holdsPort(ports, port) && (!isUdp || udp));
}
