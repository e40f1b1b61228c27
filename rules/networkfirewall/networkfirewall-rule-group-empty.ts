import { defineRule, isEmptyList, template } from '#kit';

export default defineRule({
  id: 'networkfirewall-rule-group-empty',
  title: 'Stateless rule group has no rules',
  on: 'AWS::NetworkFirewall::RuleGroup',
  severity: 'medium',
  category: 'network',
  profile: 'recommended',
  aspect: 'network-exposure',
  peers: { security_hub: ['NetworkFirewall.6'] },
  controls: { 'aws-fsbp': ['NetworkFirewall.6'] },
  why: 'A group without rules matches nothing, while whoever sees it in a policy believes that something is filtered.',
  remedy: 'Add rules, or remove the group.',
  references: ['https://docs.aws.amazon.com/network-firewall/latest/developerguide/rule-groups.html'],
  check(resource, report) {
    const rules = resource.get('RuleGroup.RulesSource.StatelessRulesAndCustomActions.StatelessRules');
    if (!resource.get('Type').is('STATELESS')) return;
    if (!rules.isAbsent && !isEmptyList(rules)) return;
    report(rules, `${resource.logicalId} has no rules`);
  },
  examples: [
    {
      bad: template`
        Resources:
          Group:
            Type: AWS::NetworkFirewall::RuleGroup
            Properties:
              Type: STATELESS
              RuleGroup:
                RulesSource:
                  StatelessRulesAndCustomActions:
                    StatelessRules: []
                  # ^^^^^^^^^^^^^^
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
          Group:
            Type: AWS::NetworkFirewall::RuleGroup
            Properties:
              Type: STATELESS
              RuleGroup: !If [IsProd, {RulesSource: {StatelessRulesAndCustomActions: {StatelessRules: [{Priority: 1}]}}}, !Ref AWS::NoValue]
            # ^^^^^^^^^
      `,
    },
    {
      name: 'chosen at deployment, and a stateful group',
      silent: template`
        Parameters:
          Choice: {Type: String}
        Resources:
          Group:
            Type: AWS::NetworkFirewall::RuleGroup
            Properties:
              Type: STATELESS
              RuleGroup: {RulesSource: {StatelessRulesAndCustomActions: {StatelessRules: !Ref Choice}}}
          Stateful:
            Type: AWS::NetworkFirewall::RuleGroup
            Properties:
              Type: STATEFUL
      `,
    },
  ],
});
