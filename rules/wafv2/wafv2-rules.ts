import { defineRule, fix, isEmptyList, managedRuleGroup, set, template, type Value } from '#kit';

export default defineRule({
  id: 'wafv2-rules',
  title: 'Web ACL or rule group stops nothing',
  on: ['AWS::WAFv2::WebACL', 'AWS::WAFv2::RuleGroup'],
  severity: 'medium',
  category: 'network',
  profile: 'recommended',
  aspect: 'network-exposure',
  peers: { checkov: ['CKV_AWS_192'], security_hub: ['WAF.10'] },
  controls: { 'aws-fsbp': ['WAF.10'], 'nist-800-53-r5': ['AC-4(21)', 'SC-7'], 'pci-dss-4': ['6.4.2'] },
  why: 'A web ACL without rules looks like a fence in every inventory, and lets everything through.',
  remedy: 'Add rules: groups that AWS manages against common attacks and known bad inputs are a good start.',
  references: ['https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-list.html'],
  check(resource, report) {
    const rules = resource.get('Rules');
    if (!isEmpty(rules)) return;
    if (resource.type === 'AWS::WAFv2::RuleGroup') {
      report(resource, `${resource.logicalId} has no rules, so it stops nothing`, { severity: 'low', peers: {} });
    } else if (resource.get('DefaultAction.Block').isAbsent) {
      const groups = ['AWSManagedRulesCommonRuleSet', 'AWSManagedRulesKnownBadInputsRuleSet'].map(managedRuleGroup);
      report(resource, `${resource.logicalId} has no rules, so it stops nothing`, {
        fixes: [fix('Stop common attacks and known bad inputs', 'behaviour', set(rules, groups))],
      });
    }
  },
  examples: [
    {
      bad: template`
        Resources:
          Wall:
        # ^^^^
            Type: AWS::WAFv2::WebACL
            Properties:
              Scope: REGIONAL
              DefaultAction:
                Allow: {}
      `,
      good: template`
        Resources:
          Wall:
            Type: AWS::WAFv2::WebACL
            Properties:
              Scope: REGIONAL
              DefaultAction:
                Allow: {}
              Rules:
                - Name: AWSManagedRulesCommonRuleSet
                  Priority: 0
                  OverrideAction:
                    None: {}
                  Statement:
                    ManagedRuleGroupStatement:
                      VendorName: AWS
                      Name: AWSManagedRulesCommonRuleSet
                  VisibilityConfig:
                    SampledRequestsEnabled: true
                    CloudWatchMetricsEnabled: true
                    MetricName: AWSManagedRulesCommonRuleSet
                - Name: AWSManagedRulesKnownBadInputsRuleSet
                  Priority: 1
                  OverrideAction:
                    None: {}
                  Statement:
                    ManagedRuleGroupStatement:
                      VendorName: AWS
                      Name: AWSManagedRulesKnownBadInputsRuleSet
                  VisibilityConfig:
                    SampledRequestsEnabled: true
                    CloudWatchMetricsEnabled: true
                    MetricName: AWSManagedRulesKnownBadInputsRuleSet
      `,
    },
    {
      name: 'a rule group, in development',
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Robots:
        # ^^^^^^
            Type: AWS::WAFv2::RuleGroup
            Properties:
              Capacity: 10
              Rules: !If [IsProd, !ImportValue Rules, []]
      `,
    },
    {
      name: 'an ACL that blocks all, and rules of another stack',
      silent: template`
        Resources:
          Closed:
            Type: AWS::WAFv2::WebACL
            Properties: {DefaultAction: {Block: {}}}
          Wall:
            Type: AWS::WAFv2::WebACL
            Properties: {DefaultAction: {Allow: {}}, Rules: !ImportValue Rules}
      `,
    },
  ],
});

function isEmpty(list: Value): boolean {
  return list.isAbsent || isEmptyList(list);
}
