import { defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'waf-default-action',
  title: 'Web ACL lets in what no rule names',
  on: ['AWS::WAF::WebACL', 'AWS::WAFRegional::WebACL'],
  severity: 'low',
  category: 'network',
  profile: 'strict',
  aspect: 'network-exposure',
  peers: { cfn_nag: ['F665'], guard: ['WAF_WEB_ACL_DEFAULT_ACTION_RULE'], kics: ['6d64f311'] },
  controls: { 'nist-800-53-r5': ['AC-4(21)', 'SC-7(5)'] },
  why: 'Before a public web site that is as it has to be: rules name what is bad. Before anything with known callers, an address range or a header, it is safer to name what is good. This first version of WAF has ended: say it in an AWS::WAFv2::WebACL.',
  remedy: 'Set the default action to BLOCK, with rules that allow what is wanted, in an AWS::WAFv2::WebACL.',
  references: ['https://docs.aws.amazon.com/waf/latest/developerguide/classic-web-acl-default-action.html'],
  check(acl, report) {
    const action = acl.get('DefaultAction.Type');
    if (!action.is('ALLOW')) return;
    report(action, `${acl.logicalId} lets in what no rule names`, {
      fixes: [
        fix('Block what no rule allows (rules must then allow what is wanted)', 'behaviour', set(action, 'BLOCK')),
      ],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Wall:
            Type: AWS::WAFRegional::WebACL
            Properties:
              DefaultAction:
                Type: ALLOW
                    # ^^^^^
      `,
      good: template`
        Resources:
          Wall:
            Type: AWS::WAFRegional::WebACL
            Properties:
              DefaultAction:
                Type: BLOCK
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
            Type: AWS::WAF::WebACL
            Properties:
              DefaultAction: {Type: !If [IsProd, BLOCK, ALLOW]}
                                                      # ^^^^^
      `,
      good: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Wall:
            Type: AWS::WAF::WebACL
            Properties:
              DefaultAction: {Type: !If [IsProd, BLOCK, BLOCK]}
      `,
    },
    {
      name: 'a parameter without default decides',
      silent: template`
        Parameters:
          Action: {Type: String}
        Resources:
          Wall:
            Type: AWS::WAF::WebACL
            Properties: {DefaultAction: {Type: !Ref Action}}
      `,
    },
  ],
});
