import { append, defineRule, type Fix, fix, managedRuleGroup, remove, set, template, type Value } from '#kit';

const GROUP = 'AWSManagedRulesKnownBadInputsRuleSet';

export default defineRule({
  id: 'wafv2-known-bad-inputs',
  title: 'Web ACL lets Log4j attacks and other known bad inputs through',
  on: 'AWS::WAFv2::WebACL',
  severity: 'medium',
  category: 'network',
  profile: 'strict',
  aspect: 'network-exposure',
  peers: { checkov: ['CKV_AWS_192'] },
  controls: { 'nist-800-53-r5': ['SI-2', 'SC-7'], 'pci-dss-4': ['6.4.2'] },
  why: 'One header can make a server with an old Log4j run code of a stranger, and scanners send it to every address. The group of known bad inputs stops that, and comes without extra charge.',
  remedy: `Add the managed rule group ${GROUP}, and let it block.`,
  references: ['https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-baseline.html'],
  check(acl, report) {
    const rules = acl.get('Rules');
    const items = rules.items();
    // An ACL without rules is told so by wafv2-rules.
    if (rules.isOpen || items.length === 0) return;
    const names = items.map((rule) => rule.get('Statement.ManagedRuleGroupStatement.Name'));
    if (names.some((name) => name.isUnknown)) return;
    const at = names.findIndex((name) => name.is(GROUP));
    const rule = items[at];
    if (!rule) {
      report(rules, `${acl.logicalId} lets known bad inputs through`, { fixes: () => [addGroup(rules)] });
      return;
    }
    const [weak] = weakenings(rule);
    if (!weak) return;
    report(weak.at, `${acl.logicalId} only counts Log4j attacks`, { fixes: () => [weak.fix] });
  },
  examples: [
    {
      bad: template`
        Resources:
          Wall:
            Type: AWS::WAFv2::WebACL
            Properties:
              Rules:
            # ^^^^^
                - Name: Addresses
                  Priority: 3
                  Statement:
                    ManagedRuleGroupStatement:
                      VendorName: AWS
                      Name: AWSManagedRulesAmazonIpReputationList
      `,
      good: template`
        Resources:
          Wall:
            Type: AWS::WAFv2::WebACL
            Properties:
              Rules:
                - Name: Addresses
                  Priority: 3
                  Statement:
                    ManagedRuleGroupStatement:
                      VendorName: AWS
                      Name: AWSManagedRulesAmazonIpReputationList
                - Name: AWSManagedRulesKnownBadInputsRuleSet
                  Priority: 4
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
      name: 'counted in development',
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Wall:
            Type: AWS::WAFv2::WebACL
            Properties:
              Rules:
                - Name: Inputs
                  Priority: 0
                  OverrideAction: !If [IsProd, {None: {}}, {Count: {}}]
                # ^^^^^^^^^^^^^^
                  Statement:
                    ManagedRuleGroupStatement: {VendorName: AWS, Name: AWSManagedRulesKnownBadInputsRuleSet}
      `,
      good: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Wall:
            Type: AWS::WAFv2::WebACL
            Properties:
              Rules:
                - Name: Inputs
                  Priority: 0
                  OverrideAction: !If [IsProd, {None: {}}, {None: {}}]
                  Statement:
                    ManagedRuleGroupStatement: {VendorName: AWS, Name: AWSManagedRulesKnownBadInputsRuleSet}
      `,
    },
    {
      name: 'the rule on Log4j left out',
      bad: template`
        Resources:
          Wall:
            Type: AWS::WAFv2::WebACL
            Properties:
              Rules:
                - Name: Inputs
                  Priority: 0
                  OverrideAction: {None: {}}
                  Statement:
                    ManagedRuleGroupStatement:
                      VendorName: AWS
                      Name: AWSManagedRulesKnownBadInputsRuleSet
                      RuleActionOverrides:
                        - Name: Host_localhost_HEADER
                          ActionToUse: {Count: {}}
                        - Name: Log4JRCE_HEADER
                              # ^^^^^^^^^^^^^^^
                          ActionToUse: {Count: {}}
      `,
      good: template`
        Resources:
          Wall:
            Type: AWS::WAFv2::WebACL
            Properties:
              Rules:
                - Name: Inputs
                  Priority: 0
                  OverrideAction: {None: {}}
                  Statement:
                    ManagedRuleGroupStatement:
                      VendorName: AWS
                      Name: AWSManagedRulesKnownBadInputsRuleSet
                      RuleActionOverrides:
                        - Name: Host_localhost_HEADER
                          ActionToUse: {Count: {}}
      `,
    },
    {
      name: 'rules of another stack, and a group that is chosen at deployment',
      silent: template`
        Parameters:
          Group: {Type: String}
        Resources:
          Wall:
            Type: AWS::WAFv2::WebACL
            Properties: {Rules: !ImportValue Rules}
          Chosen:
            Type: AWS::WAFv2::WebACL
            Properties:
              Rules: [{Name: Chosen, Statement: {ManagedRuleGroupStatement: {VendorName: AWS, Name: !Ref Group}}}]
      `,
    },
  ],
});

/** Behind all other rules, so that what they allow or block stays as it is. */
function addGroup(rules: Value): Fix | undefined {
  const priorities = rules.items().map((rule) => rule.get('Priority').number());
  if (priorities.includes(undefined)) return undefined;
  const last = Math.max(...priorities.map((priority) => priority ?? 0));
  return fix('Stop known bad inputs', 'behaviour', append(rules, managedRuleGroup(GROUP, last + 1)));
}

/** What makes the group count attacks on Log4j instead of stopping them. */
function weakenings(rule: Value): readonly { readonly at: Value; readonly fix: Fix | undefined }[] {
  const group = rule.get('Statement.ManagedRuleGroupStatement');
  const override = rule.get('OverrideAction');
  const stop = 'Stop what the rule finds';
  const counted = override.get('Count').isGiven ? [override] : [];
  const excluded = group.get('ExcludedRules').items();
  const lowered = group
    .get('RuleActionOverrides')
    .items()
    .filter((each) => each.get('ActionToUse.Block').isAbsent);
  return [
    ...counted.map((at) => ({ at, fix: fix(stop, 'behaviour', set(at, { None: {} })) })),
    ...[...excluded, ...lowered]
      .filter((each) => each.get('Name').satisfies((name) => name.startsWith('Log4JRCE')))
      .map((each) => ({ at: each.get('Name'), fix: fix(stop, 'behaviour', remove(each)) })),
  ];
}
