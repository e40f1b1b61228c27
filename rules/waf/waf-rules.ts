import { defineRule, template, type Value } from '#kit';

export default defineRule({
  id: 'waf-rules',
  title: 'Web ACL or rule of WAF Classic stops nothing',
  on: ['AWS::WAF::WebACL', 'AWS::WAFRegional::WebACL', 'AWS::WAF::Rule', 'AWS::WAFRegional::Rule'],
  severity: 'medium',
  category: 'network',
  profile: 'recommended',
  aspect: 'network-exposure',
  peers: { security_hub: ['WAF.2', 'WAF.4', 'WAF.6', 'WAF.8'] },
  controls: { 'nist-800-53-r5': ['AC-4(21)', 'SC-7'] },
  why: 'A web ACL without rules looks like a fence in every inventory and lets everything through; so does a rule without conditions.',
  remedy: 'Add rules to the web ACL and conditions to its rules, better in an AWS::WAFv2::WebACL.',
  references: ['https://docs.aws.amazon.com/waf/latest/developerguide/classic-waf-chapter.html'],
  check(resource, report) {
    const isRule = resource.type.endsWith('::Rule');
    if (isRule && isEmpty(resource.get('Predicates'))) {
      report(resource, `${resource.logicalId} has no conditions, so it matches nothing`, {
        peers: { security_hub: resource.type === 'AWS::WAF::Rule' ? ['WAF.6'] : ['WAF.2'] },
      });
    }
    if (!isRule && isEmpty(resource.get('Rules')) && resource.get('DefaultAction.Type').isNot('BLOCK')) {
      report(resource, `${resource.logicalId} has no rules, so it stops nothing`, {
        peers: { security_hub: resource.type === 'AWS::WAF::WebACL' ? ['WAF.8'] : ['WAF.4'] },
      });
    }
  },
  examples: [
    {
      bad: template`
        Resources:
          Wall:
        # ^^^^
            Type: AWS::WAFRegional::WebACL
            Properties:
              DefaultAction: {Type: ALLOW}
          Robots:
        # ^^^^^^
            Type: AWS::WAF::Rule
            Properties:
              Predicates: []
      `,
    },
    {
      name: 'in development',
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Wall:
        # ^^^^
            Type: AWS::WAF::WebACL
            Properties:
              DefaultAction: {Type: ALLOW}
              Rules: !If [IsProd, !ImportValue Rules, !Ref AWS::NoValue]
      `,
    },
    {
      name: 'an ACL that blocks all, and rules of another stack',
      silent: template`
        Resources:
          Closed:
            Type: AWS::WAF::WebACL
            Properties: {DefaultAction: {Type: BLOCK}}
          Wall:
            Type: AWS::WAF::WebACL
            Properties: {DefaultAction: {Type: ALLOW}, Rules: !ImportValue Rules}
      `,
    },
  ],
});

function isEmpty(list: Value): boolean {
  return list.isAbsent || (list.isList && !list.isOpen && list.items().length === 0);
}
