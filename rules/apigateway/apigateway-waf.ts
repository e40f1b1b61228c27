import { authoredName, defineRule, template } from '#kit';

export default defineRule({
  id: 'apigateway-waf',
  title: 'API has no web application firewall',
  on: 'AWS::ApiGateway::Stage',
  severity: 'low',
  category: 'network',
  profile: 'strict',
  aspect: 'network-exposure',
  peers: {
    cdk_nag: ['APIGWAssociatedWithWAF', 'AwsSolutions-APIG3'],
    kics: ['fcbf9019'],
    security_hub: ['APIGateway.4'],
  },
  controls: { 'aws-fsbp': ['APIGateway.4'], 'nist-800-53-r5': ['SC-7'], 'pci-dss-4': ['6.4.2'] },
  why: 'A web ACL turns known attacks and floods of one source away before they reach, and cost, the back end. It may be attached outside of this template, and costs by the rule.',
  remedy: 'Attach an AWS::WAFv2::WebACL with an AWS::WAFv2::WebACLAssociation.',
  references: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-aws-waf.html'],
  check(stage, report) {
    const { template } = stage;
    const associations = template.resources('AWS::WAFv2::WebACLAssociation', 'AWS::WAFRegional::WebACLAssociation');
    const isAttached = associations.some((association) => {
      const arn = association.get('ResourceArn');
      return arn.isUnknown || arn.targets().length > 0 || (arn.pattern()?.includes('/restapis/') ?? true);
    });
    if (!isAttached && !template.isOpen) report(stage, `${authoredName(stage)} has no web application firewall`);
  },
  examples: [
    {
      bad: template`
        Resources:
          Live:
        # ^^^^
            Type: AWS::ApiGateway::Stage
            Properties: {StageName: live}
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
          Live:
        # ^^^^
            Type: AWS::ApiGateway::Stage
            Properties: {StageName: live}
          Wall:
            Type: AWS::WAFv2::WebACLAssociation
            Condition: IsProd
            Properties: {ResourceArn: 'arn:aws:apigateway:eu-west-1::/restapis/a1/stages/live', WebACLArn: 'arn:aws:wafv2:eu-west-1:123456789012:regional/webacl/a/b'}
      `,
    },
    {
      name: 'what the wall stands before is a parameter without default',
      silent: template`
        Parameters:
          Given: {Type: String}
        Resources:
          Live:
            Type: AWS::ApiGateway::Stage
            Properties: {StageName: live}
          Wall:
            Type: AWS::WAFv2::WebACLAssociation
            Properties: {ResourceArn: !Ref Given, WebACLArn: 'arn:aws:wafv2:eu-west-1:123456789012:regional/webacl/a/b'}
      `,
    },
  ],
});
