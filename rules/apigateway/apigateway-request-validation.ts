import { addResource, companion, defineRule, fix, template } from '#kit';

export default defineRule({
  id: 'apigateway-request-validation',
  title: 'API does not check what it is sent',
  on: 'AWS::ApiGateway::RestApi',
  severity: 'low',
  category: 'configuration',
  profile: 'strict',
  aspect: 'identity-access',
  peers: { cdk_nag: ['APIGWRequestValidation', 'AwsSolutions-APIG2'] },
  controls: { 'nist-800-53-r5': ['SI-10'] },
  why: 'A validator turns away bodies and parameters that do not fit the model, at no cost; without it the back end has to.',
  remedy: 'Add an AWS::ApiGateway::RequestValidator and name it in the methods.',
  references: [
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-method-request-validation.html',
  ],
  check(api, report) {
    // A definition may hold validators of its own.
    const inDefinition = ['Body', 'BodyS3Location', 'DefinitionUri'].some((name) => !api.get(name).isAbsent);
    if (inDefinition || api.authoredType !== 'AWS::ApiGateway::RestApi' || api.template.isOpen) return;
    const validators = api.template.referrers(api, 'AWS::ApiGateway::RequestValidator');
    const isChecking = validators.some((validator) =>
      ['ValidateRequestBody', 'ValidateRequestParameters'].every((name) => !validator.get(name).isNot(true)),
    );
    if (isChecking) return;
    const logicalId = `${api.logicalId}RequestValidator`;
    const body = { RestApiId: { Ref: api.logicalId }, ValidateRequestBody: true, ValidateRequestParameters: true };
    report(api, `${api.logicalId} does not check what it is sent`, {
      fixes: () => [
        fix(
          'Add a validator (methods have to name it)',
          'behaviour',
          addResource(logicalId, companion(api, 'AWS::ApiGateway::RequestValidator', body), api),
        ),
      ],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Shop:
        # ^^^^
            Type: AWS::ApiGateway::RestApi
            Properties:
              Name: shop
      `,
      good: template`
        Resources:
          Shop:
            Type: AWS::ApiGateway::RestApi
            Properties:
              Name: shop
          ShopRequestValidator:
            Type: AWS::ApiGateway::RequestValidator
            Properties:
              RestApiId: !Ref Shop
              ValidateRequestBody: true
              ValidateRequestParameters: true
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
        # ^^^^
            Type: AWS::ApiGateway::RestApi
            Properties: {Name: shop}
          Check:
            Type: AWS::ApiGateway::RequestValidator
            Properties:
              RestApiId: !Ref Shop
              ValidateRequestBody: true
              ValidateRequestParameters: !If [IsProd, true, false]
      `,
    },
    {
      name: 'the definition is elsewhere',
      silent: template`
        Resources:
          Shop:
            Type: AWS::ApiGateway::RestApi
            Properties: {BodyS3Location: {Bucket: a, Key: b}}
      `,
    },
    {
      name: 'the answer is a parameter without default',
      silent: template`
        Parameters:
          Given: {Type: String}
        Resources:
          Shop:
            Type: AWS::ApiGateway::RestApi
            Properties: {Name: shop}
          Check:
            Type: AWS::ApiGateway::RequestValidator
            Properties: {RestApiId: !Ref Shop, ValidateRequestBody: !Ref Given, ValidateRequestParameters: !Ref Given}
      `,
    },
  ],
});
