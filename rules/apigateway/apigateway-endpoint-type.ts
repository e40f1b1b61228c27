import { authoredName, defineRule, describe, isEmptyList, template } from '#kit';

export default defineRule({
  id: 'apigateway-endpoint-type',
  title: 'API does not say where it answers',
  on: ['AWS::ApiGateway::DomainName', 'AWS::ApiGateway::RestApi'],
  severity: 'low',
  category: 'network',
  profile: 'strict',
  aspect: 'network-exposure',
  peers: { guard: ['API_GW_ENDPOINT_TYPE_CHECK'], kics: ['4a8daf95', '6b5b0313'] },
  controls: { 'nist-800-53-r5': ['SC-7'] },
  why: 'Without a type the endpoint is edge-optimised: it answers the whole internet from everywhere. An API for internal callers can be private, which only the author knows.',
  remedy: 'Name REGIONAL, EDGE or PRIVATE in EndpointConfiguration.Types.',
  references: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-endpoint-types.html'],
  check(api, report) {
    const types = api.get('EndpointConfiguration.Types');
    const isNone = types.isAbsent || isEmptyList(types);
    if (isNone) report(types, `${authoredName(api)} does not say where it answers`);
    const other = types.items().find((type) => type.isNot('REGIONAL', 'EDGE', 'PRIVATE'));
    if (other)
      report(other, `${authoredName(api)} does not say where it answers: ${describe(other)} is no endpoint type`);
  },
  examples: [
    {
      bad: template`
        Resources:
          Shop:
        # ^^^^
            Type: AWS::ApiGateway::RestApi
            Properties: {Name: shop}
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
          Shop:
            Type: AWS::ApiGateway::DomainName
            Properties:
              EndpointConfiguration: !If [IsProd, {Types: [REGIONAL]}, !Ref AWS::NoValue]
            # ^^^^^^^^^^^^^^^^^^^^^
      `,
    },
    {
      name: 'the type is a parameter without default',
      silent: template`
        Parameters:
          Given: {Type: String}
        Resources:
          Shop:
            Type: AWS::ApiGateway::RestApi
            Properties: {EndpointConfiguration: {Types: [!Ref Given]}}
      `,
    },
    {
      name: 'there is no such type',
      bad: template`
        Resources:
          Shop:
            Type: AWS::ApiGateway::RestApi
            Properties:
              EndpointConfiguration: {Types: [INTERNAL]}
                                            # ^^^^^^^^
      `,
    },
  ],
});
