import { authoredName, defineRule, template } from '#kit';

export default defineRule({
  id: 'apigateway-default-endpoint-tls',
  title: 'The execute-api endpoint of an API admits TLS below 1.2',
  on: 'AWS::ApiGateway::RestApi',
  severity: 'low',
  category: 'encryption-in-transit',
  profile: 'strict',
  aspect: 'encryption-in-transit',
  peers: { trivy: ['AWS-0112'] },
  controls: { 'nist-800-53-r5': ['SC-8', 'SC-23'], 'pci-dss-4': ['4.2.1'] },
  why: 'Unless told otherwise, the execute-api endpoint of a regional or edge-optimised REST API talks TLS 1.0 to whoever asks for it. APIs that have a domain name are judged by that one’s policy.',
  remedy:
    'Give the API a security policy, or a domain name that demands TLS 1.2 and switch the execute-api endpoint off.',
  references: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-security-policies.html'],
  check(api, report) {
    const policy = api.get('SecurityPolicy');
    if (!policy.isAbsent && !policy.is('TLS_1_0')) return;
    // It may be said in the definition, too, which need not be in the template.
    if (!DEFINITIONS.every((name) => api.get(name).isAbsent) && api.authoredType !== 'AWS::Serverless::Api') return;
    if (!api.get('DisableExecuteApiEndpoint').isNot(true) || !api.get('Domain').isAbsent) return;
    const types = api.get('EndpointConfiguration.Types');
    if (types.isUnknown || types.isOpen || types.items().some((type) => !type.isNot('PRIVATE'))) return;
    if (api.template.isOpen || api.template.resources(...DOMAINS).length > 0) return;
    report(policy, `The execute-api endpoint of ${authoredName(api)} admits TLS below 1.2`);
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
            Type: AWS::ApiGateway::RestApi
            Properties:
              SecurityPolicy: !If [IsProd, SecurityPolicy_TLS13_1_3_2025_09, TLS_1_0]
                                                                           # ^^^^^^^
      `,
    },
    {
      name: 'private APIs demand TLS 1.2, and an endpoint that is off answers nobody',
      silent: template`
        Resources:
          Inside:
            Type: AWS::ApiGateway::RestApi
            Properties:
              EndpointConfiguration: {Types: [PRIVATE]}
          Hidden:
            Type: AWS::ApiGateway::RestApi
            Properties:
              DisableExecuteApiEndpoint: true
      `,
    },
    {
      name: 'the API has a domain name',
      silent: template`
        Resources:
          Shop:
            Type: AWS::Serverless::Api
            Properties:
              StageName: live
              Domain:
                DomainName: shop.example.com
                CertificateArn: !ImportValue Certificate
                SecurityPolicy: TLS_1_2
      `,
    },
    {
      name: 'the policy is a parameter without default',
      silent: template`
        Parameters:
          Policy: {Type: String}
        Resources:
          Shop:
            Type: AWS::ApiGateway::RestApi
            Properties:
              SecurityPolicy: !Ref Policy
      `,
    },
  ],
});

const DEFINITIONS = ['Body', 'BodyS3Location'];
const DOMAINS = ['AWS::ApiGateway::DomainName', 'AWS::ApiGateway::DomainNameV2'];
