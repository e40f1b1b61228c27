import { defineRule, isEmptyList, template, type Value } from '#kit';

export default defineRule({
  id: 'networkfirewall-policy-rule-groups',
  title: 'Network firewall policy has no rules',
  on: 'AWS::NetworkFirewall::FirewallPolicy',
  severity: 'medium',
  category: 'network',
  profile: 'recommended',
  aspect: 'network-exposure',
  peers: { security_hub: ['NetworkFirewall.3'] },
  controls: { 'aws-fsbp': ['NetworkFirewall.3'] },
  why: 'Without rule groups only the default actions decide: the firewall lets everything pass, or nothing.',
  remedy: 'Refer to rule groups, stateful or stateless.',
  references: ['https://docs.aws.amazon.com/network-firewall/latest/developerguide/firewall-policies.html'],
  check(resource, report) {
    const policy = resource.get('FirewallPolicy');
    const groups = [policy.get('StatefulRuleGroupReferences'), policy.get('StatelessRuleGroupReferences')];
    const isEmpty = (list: Value) => list.isAbsent || isEmptyList(list);
    if (groups.every(isEmpty)) report(policy, `${resource.logicalId} has no rules`);
  },
  examples: [
    {
      bad: template`
        Resources:
          Policy:
            Type: AWS::NetworkFirewall::FirewallPolicy
            Properties:
              FirewallPolicy:
            # ^^^^^^^^^^^^^^
                StatelessDefaultActions: [aws:forward_to_sfe]
                StatelessFragmentDefaultActions: [aws:forward_to_sfe]
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
            # ^^^^^^^^^^^^^^
                StatefulRuleGroupReferences: !If [IsProd, [{ResourceArn: !Ref Group}], !Ref AWS::NoValue]
          Group:
            Type: AWS::NetworkFirewall::RuleGroup
            Properties:
              Type: STATEFUL
      `,
    },
    {
      name: 'a group that is chosen at deployment',
      silent: template`
        Parameters:
          Choice: {Type: String}
        Resources:
          Policy:
            Type: AWS::NetworkFirewall::FirewallPolicy
            Properties:
              FirewallPolicy:
                StatefulRuleGroupReferences: [{ResourceArn: !Ref Choice}]
      `,
    },
  ],
});
