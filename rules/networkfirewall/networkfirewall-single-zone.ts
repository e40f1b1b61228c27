import { defineRule, template } from '#kit';

export default defineRule({
  id: 'networkfirewall-single-zone',
  title: 'Network firewall stands in one Availability Zone',
  on: 'AWS::NetworkFirewall::Firewall',
  severity: 'low',
  category: 'resilience',
  profile: 'strict',
  aspect: 'backup-durability',
  peers: { security_hub: ['NetworkFirewall.1'] },
  controls: { 'aws-fsbp': ['NetworkFirewall.1'] },
  why: 'A route that leads through a firewall in a zone that failed leads nowhere.',
  remedy: 'Give the firewall a subnet in each zone that it serves.',
  references: ['https://docs.aws.amazon.com/network-firewall/latest/developerguide/arch-two-zone-igw.html'],
  check(resource, report) {
    const subnets = resource.get('SubnetMappings');
    if (!subnets.isList || subnets.isOpen || subnets.items().length !== 1) return;
    report(subnets, `${resource.logicalId} stands in one Availability Zone`);
  },
  examples: [
    {
      bad: template`
        Resources:
          Guard:
            Type: AWS::NetworkFirewall::Firewall
            Properties:
              SubnetMappings:
            # ^^^^^^^^^^^^^^
                - SubnetId: subnet-12345678
      `,
    },
    {
      name: 'in development only',
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Guard:
            Type: AWS::NetworkFirewall::Firewall
            Properties:
              SubnetMappings:
            # ^^^^^^^^^^^^^^
                - SubnetId: subnet-1
                - !If [IsProd, {SubnetId: subnet-2}, !Ref AWS::NoValue]
      `,
    },
    {
      name: 'chosen at deployment',
      silent: template`
        Parameters:
          Choice: {Type: String}
        Resources:
          Guard:
            Type: AWS::NetworkFirewall::Firewall
            Properties:
              SubnetMappings: !Ref Choice
      `,
    },
  ],
});
