import { addResource, authoredName, companion, defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'apigateway-client-certificate',
  title: 'API does not identify itself to its back end',
  on: 'AWS::ApiGateway::Stage',
  severity: 'low',
  category: 'encryption-in-transit',
  profile: 'strict',
  aspect: 'encryption-in-transit',
  peers: { cdk_nag: ['APIGWSSLEnabled'], kics: ['ed4c48b8'], security_hub: ['APIGateway.2'] },
  controls: { 'aws-fsbp': ['APIGateway.2'], 'nist-800-53-r5': ['SC-8'] },
  why: 'A back end on the internet cannot tell calls of the API from others’ without a certificate to check. Back ends on AWS are reached with signatures instead.',
  remedy: 'Make a client certificate, name it in the stage, and check it in the back end.',
  references: [
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/getting-started-client-side-ssl-authentication.html',
  ],
  check(stage, report) {
    const certificate = stage.get('ClientCertificateId');
    // SAM's API has no property for one.
    if (!certificate.isAbsent || stage.authoredType === 'AWS::Serverless::Api') return;
    const logicalId = `${authoredName(stage)}ClientCertificate`;
    report(certificate, `${authoredName(stage)} does not identify itself to its back end`, {
      fixes: () => [
        fix(
          'Send a client certificate of API Gateway',
          'behaviour',
          addResource(
            logicalId,
            companion(stage, 'AWS::ApiGateway::ClientCertificate', {
              Description: `Identifies ${authoredName(stage)} to its back end`,
            }),
            stage,
          ),
          set(certificate, { Ref: logicalId }),
        ),
      ],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Live:
        # ^^^^
            Type: AWS::ApiGateway::Stage
            Properties:
              StageName: live
      `,
      good: template`
        Resources:
          Live:
            Type: AWS::ApiGateway::Stage
            Properties:
              StageName: live
              ClientCertificateId: !Ref LiveClientCertificate
          LiveClientCertificate:
            Type: AWS::ApiGateway::ClientCertificate
            Properties:
              Description: Identifies Live to its back end
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
            Type: AWS::ApiGateway::Stage
            Properties:
              ClientCertificateId: !If [IsProd, a1b2c3, !Ref AWS::NoValue]
            # ^^^^^^^^^^^^^^^^^^^
      `,
    },
    {
      name: 'the certificate is a parameter without default',
      silent: template`
        Parameters:
          Given: {Type: String}
        Resources:
          Live:
            Type: AWS::ApiGateway::Stage
            Properties: {ClientCertificateId: !Ref Given}
      `,
    },
    {
      name: 'SAM has no property for a client certificate',
      silent: template`
        Transform: AWS::Serverless-2016-10-31
        Resources:
          Shop:
            Type: AWS::Serverless::Api
            Properties: {StageName: live}
      `,
    },
  ],
});
