import { cidrScope, defineRule, describe, fix, set, template } from '#kit';

export default defineRule({
  id: 'ec2-dhcp-public-resolver',
  title: 'Network resolves names on the internet',
  on: 'AWS::EC2::DHCPOptions',
  severity: 'low',
  category: 'network',
  profile: 'strict',
  aspect: 'network-exposure',
  peers: {},
  controls: { 'nist-800-53-r5': ['SC-7', 'SC-20', 'SI-4'] },
  why: 'Queries go past the Route 53 Resolver, and with it past its query log, the DNS Firewall, GuardDuty’s findings on DNS and the private zones; the resolver’s owner sees every name that is asked for.',
  remedy: 'Name AmazonProvidedDNS, or resolvers of your own network.',
  references: ['https://docs.aws.amazon.com/vpc/latest/userguide/VPC_DHCP_Options.html'],
  check(options, report) {
    const servers = options.get('DomainNameServers');
    const foreign = servers.items().find((server) => server.satisfies((text) => cidrScope(text) === 'public'));
    if (!foreign) return;
    report(foreign, `${options.logicalId} has names resolved by ${describe(foreign)}`, {
      fixes: [
        fix('Use the resolver of the VPC (replaces the options)', 'replacement', set(servers, ['AmazonProvidedDNS'])),
      ],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Options:
            Type: AWS::EC2::DHCPOptions
            Properties:
              DomainNameServers:
                - 8.8.8.8
                # ^^^^^^^
                - 1.1.1.1
      `,
      good: template`
        Resources:
          Options:
            Type: AWS::EC2::DHCPOptions
            Properties:
              DomainNameServers:
                - AmazonProvidedDNS
      `,
    },
    {
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Options:
            Type: AWS::EC2::DHCPOptions
            Properties:
              DomainNameServers: [!If [IsProd, AmazonProvidedDNS, 9.9.9.9]]
                                                                # ^^^^^^^
      `,
    },
    {
      name: 'resolvers of the own network, or chosen at deployment',
      silent: template`
        Parameters:
          Resolver: {Type: String}
        Resources:
          Options:
            Type: AWS::EC2::DHCPOptions
            Properties:
              DomainNameServers: [10.0.0.2, 169.254.169.253, !Ref Resolver]
      `,
    },
  ],
});
