import { defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'networkfirewall-default-pass',
  title: 'Network firewall passes what no rule speaks of',
  on: 'AWS::NetworkFirewall::FirewallPolicy',
  severity: 'high',
  category: 'network',
  profile: 'recommended',
  aspect: 'network-exposure',
  peers: { security_hub: ['NetworkFirewall.4', 'NetworkFirewall.5'] },
  controls: { 'aws-fsbp': ['NetworkFirewall.4', 'NetworkFirewall.5'], 'nist-800-53-r5': ['CA-9(1)', 'CM-2'] },
  why: 'With aws:pass packets that no stateless rule matches go through without ever being seen by the stateful rules.',
  remedy: 'Forward them to the stateful rules (aws:forward_to_sfe), or drop them.',
  references: ['https://docs.aws.amazon.com/network-firewall/latest/developerguide/stateless-default-actions.html'],
  check(resource, report) {
    for (const key of ['StatelessDefaultActions', 'StatelessFragmentDefaultActions']) {
      const action = resource
        .get(`FirewallPolicy.${key}`)
        .items()
        .find((item) => item.is('aws:pass'));
      if (!action) continue;
      report(action, `${resource.logicalId} passes what no stateless rule speaks of (${key})`, {
        peers: { security_hub: [key === 'StatelessDefaultActions' ? 'NetworkFirewall.4' : 'NetworkFirewall.5'] },
        fixes: [
          fix('Forward it to the stateful rules', 'behaviour', set(action, 'aws:forward_to_sfe')),
          fix('Drop it', 'behaviour', set(action, 'aws:drop')),
        ],
      });
    }
  },
  examples: [
    {
      bad: template`
        Resources:
          Policy:
            Type: AWS::NetworkFirewall::FirewallPolicy
            Properties:
              FirewallPolicy:
                StatelessDefaultActions:
                  - aws:pass
                  # ^^^^^^^^
                StatelessFragmentDefaultActions: [aws:drop]
      `,
      good: template`
        Resources:
          Policy:
            Type: AWS::NetworkFirewall::FirewallPolicy
            Properties:
              FirewallPolicy:
                StatelessDefaultActions:
                  - aws:forward_to_sfe
                StatelessFragmentDefaultActions: [aws:drop]
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
          Policy:
            Type: AWS::NetworkFirewall::FirewallPolicy
            Properties:
              FirewallPolicy:
                StatelessDefaultActions: [aws:drop]
                StatelessFragmentDefaultActions: [!If [IsProd, aws:drop, aws:pass]]
                                                                       # ^^^^^^^^
      `,
      good: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Policy:
            Type: AWS::NetworkFirewall::FirewallPolicy
            Properties:
              FirewallPolicy:
                StatelessDefaultActions: [aws:drop]
                StatelessFragmentDefaultActions: [!If [IsProd, aws:drop, aws:forward_to_sfe]]
      `,
    },
    {
      name: 'chosen at deployment',
      silent: template`
        Parameters:
          Choice: {Type: String}
        Resources:
          Policy:
            Type: AWS::NetworkFirewall::FirewallPolicy
            Properties:
              FirewallPolicy:
                StatelessDefaultActions: [!Ref Choice]
                StatelessFragmentDefaultActions: [aws:forward_to_sfe]
      `,
    },
  ],
});
