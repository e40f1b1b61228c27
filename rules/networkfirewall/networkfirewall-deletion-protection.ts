import { defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'networkfirewall-deletion-protection',
  title: 'Network firewall can be removed by mistake',
  on: 'AWS::NetworkFirewall::Firewall',
  severity: 'low',
  category: 'resilience',
  profile: 'strict',
  aspect: 'network-exposure',
  peers: { security_hub: ['NetworkFirewall.9', 'NetworkFirewall.10'] },
  controls: { 'aws-fsbp': ['NetworkFirewall.9', 'NetworkFirewall.10'] },
  why: 'Without protection one call removes the firewall, or one of its subnets, and traffic is dropped or passes unseen. The stack cannot delete it either until protection is lifted.',
  remedy: 'Set DeleteProtection and SubnetChangeProtection to true.',
  references: ['https://docs.aws.amazon.com/network-firewall/latest/developerguide/firewall-settings.html'],
  check(resource, report) {
    const guards = [
      [resource.get('DeleteProtection'), 'NetworkFirewall.9'],
      [resource.get('SubnetChangeProtection'), 'NetworkFirewall.10'],
    ] as const;
    const missing = guards.filter(([guard]) => guard.isNot(true));
    const [first] = missing;
    if (!first) return;
    report(first[0], `${resource.logicalId} can be removed or changed by mistake`, {
      peers: { security_hub: missing.map(([, id]) => id) },
      fixes: [fix('Protect it', 'behaviour', ...missing.map(([guard]) => set(guard, true)))],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Guard:
        # ^^^^^
            Type: AWS::NetworkFirewall::Firewall
            Properties:
              FirewallName: guard
      `,
      good: template`
        Resources:
          Guard:
            Type: AWS::NetworkFirewall::Firewall
            Properties:
              FirewallName: guard
              DeleteProtection: true
              SubnetChangeProtection: true
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
              SubnetChangeProtection: true
              DeleteProtection: !If [IsProd, true, false]
                                                 # ^^^^^
      `,
      good: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Guard:
            Type: AWS::NetworkFirewall::Firewall
            Properties:
              SubnetChangeProtection: true
              DeleteProtection: !If [IsProd, true, true]
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
              DeleteProtection: !Ref Choice
              SubnetChangeProtection: true
      `,
    },
  ],
});
