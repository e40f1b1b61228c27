import { associateWebAcl, defineRule, hasWebAcl, template } from '#kit';

export default defineRule({
  id: 'appsync-waf',
  title: 'GraphQL API has no web application firewall',
  on: 'AWS::AppSync::GraphQLApi',
  severity: 'low',
  category: 'network',
  profile: 'strict',
  aspect: 'network-exposure',
  peers: { checkov: ['CKV2_AWS_33'] },
  controls: { 'nist-800-53-r5': ['AC-4(21)', 'SC-7'] },
  why: 'A web ACL turns away floods of requests and known attacks before they reach, and cost, the resolvers. It may be attached outside of this template, and costs by the rule.',
  remedy: 'Attach an AWS::WAFv2::WebACL with an AWS::WAFv2::WebACLAssociation.',
  references: ['https://docs.aws.amazon.com/appsync/latest/devguide/WAF-Integration.html'],
  check(api, report) {
    // A private API is out of reach from the internet.
    if (!api.get('Visibility').isNot('PRIVATE') || hasWebAcl(api) || api.template.isOpen) return;
    report(api, `${api.logicalId} has no web application firewall`, {
      fixes: () => [associateWebAcl(api, { 'Fn::GetAtt': [api.logicalId, 'Arn'] })],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Orders:
        # ^^^^^^
            Type: AWS::AppSync::GraphQLApi
            Properties:
              Name: orders
          Wall:
            Type: AWS::WAFv2::WebACL
            Properties:
              Scope: REGIONAL
      `,
      good: template`
        Resources:
          Orders:
            Type: AWS::AppSync::GraphQLApi
            Properties:
              Name: orders
          WebAclAssociation:
            Type: AWS::WAFv2::WebACLAssociation
            Properties:
              ResourceArn: !GetAtt Orders.Arn
              WebACLArn: !GetAtt Wall.Arn
          Wall:
            Type: AWS::WAFv2::WebACL
            Properties:
              Scope: REGIONAL
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
          Orders:
        # ^^^^^^
            Type: AWS::AppSync::GraphQLApi
            Properties: {Name: orders}
          Before:
            Type: AWS::WAFv2::WebACLAssociation
            Condition: IsProd
            Properties: {ResourceArn: !GetAtt Orders.Arn, WebACLArn: !ImportValue Wall}
      `,
    },
    {
      name: 'a private API, and an include that may hold the association',
      silent: template`
        Resources:
          Fn::Transform: {Name: AWS::Include, Parameters: {Location: s3://bucket/waf.yaml}}
          Inside:
            Type: AWS::AppSync::GraphQLApi
            Properties: {Name: inside, Visibility: PRIVATE}
          Orders:
            Type: AWS::AppSync::GraphQLApi
            Properties: {Name: orders}
      `,
    },
  ],
});
