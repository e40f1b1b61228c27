import { expect, it } from 'vitest';
import { Reads, type ResourceView, viewResource, World } from '#evaluate';
import { buildTemplate } from '#model';
import { parseTree } from '#syntax';

/** The resources of a SAM template as rules see them. */
function resources(yaml: string): ReadonlyMap<string, ResourceView> {
  const template = buildTemplate(parseTree(`Transform: AWS::Serverless-2016-10-31\n${yaml}`, 'yaml'));
  if (!template) throw new Error('no template');
  const world = new World({ template, pins: new Map(), reads: new Reads(), script: undefined });
  return new Map([...template.resources].map(([id, resource]) => [id, viewResource(resource, world)]));
}

function types(yaml: string): Record<string, string> {
  return Object.fromEntries([...resources(yaml)].map(([id, { type }]) => [id, type]));
}

it('makes a function, its role and its URL of a function', () => {
  const yaml = `
Resources:
  F:
    Type: AWS::Serverless::Function
    Properties:
      Tracing: Active
      InlineCode: exports.handler = 1
      FunctionUrlConfig: {AuthType: NONE}
      Policies:
        - AmazonS3FullAccess
        - S3ReadPolicy: {BucketName: b}
        - Statement: [{Effect: Allow, Action: '*', Resource: '*'}]
`;
  expect(types(yaml)).toEqual({ F: 'AWS::Lambda::Function', FRole: 'AWS::IAM::Role', FUrl: 'AWS::Lambda::Url' });
  const all = resources(yaml);
  expect(all.get('F')?.get('TracingConfig.Mode').is('Active')).toBe(true);
  expect(all.get('F')?.get('Code.ZipFile').isKnown).toBe(true);
  expect(all.get('FUrl')?.get('AuthType').is('NONE')).toBe(true);
  const role = all.get('FRole');
  expect(
    role
      ?.get('ManagedPolicyArns')
      .items()
      .map((arn) => arn.pattern()),
  ).toEqual(['arn:aws:iam::aws:policy/AmazonS3FullAccess']);
  expect(role?.get('Policies').items()).toHaveLength(1);
  expect(
    role?.get('AssumeRolePolicyDocument.Statement').items()[0]?.get('Principal.Service').is('lambda.amazonaws.com'),
  ).toBe(true);
});

it('makes no role where one is named', () => {
  expect(types('Resources: {F: {Type: AWS::Serverless::Function, Properties: {Role: r, Policies: x}}}')).toEqual({
    F: 'AWS::Lambda::Function',
  });
});

it('merges Globals: maps together, lists one after the other, scalars from the resource', () => {
  const f = resources(`
Globals:
  Function:
    Timeout: 3
    Layers: [a]
    Environment: {Variables: {A: g, B: g}}
    Tracing: Active
Resources:
  F:
    Type: AWS::Serverless::Function
    Properties:
      Timeout: 9
      Layers: [b]
      Environment: {Variables: {B: l, C: l}}
`).get('F');
  expect(f?.get('Timeout').text()).toBe('9');
  expect(
    f
      ?.get('Layers')
      .items()
      .map((layer) => layer.text()),
  ).toEqual(['a', 'b']);
  const variables = f?.get('Environment.Variables').entries() ?? [];
  expect(Object.fromEntries(variables.map(([name, value]) => [name, value.text()]))).toEqual({
    A: 'g',
    B: 'l',
    C: 'l',
  });
  expect(f?.get('TracingConfig.Mode').is('Active')).toBe(true);
});

it('writes a missing property where SAM has it', () => {
  const f = resources('Resources: {F: {Type: AWS::Serverless::Function, Properties: {Handler: h}}}').get('F');
  expect(f?.get('TracingConfig.Mode').writeTarget?.path).toEqual(['Tracing']);
  expect(f?.get('KmsKeyArn').writeTarget?.path).toEqual(['KmsKeyArn']);
  const bare = resources('Resources: {T: {Type: AWS::Serverless::SimpleTable}}').get('T');
  expect(bare?.get('SSESpecification.SSEEnabled').writeTarget?.path).toEqual([
    'Properties',
    'SSESpecification',
    'SSEEnabled',
  ]);
});

it('makes an API and its stage of an API', () => {
  const yaml = `
Resources:
  A:
    Type: AWS::Serverless::Api
    Properties: {StageName: v1, EndpointConfiguration: PRIVATE, AccessLogSetting: {DestinationArn: x}}
  H:
    Type: AWS::Serverless::HttpApi
    Properties: {Domain: {DomainName: d, SecurityPolicy: TLS_1_2}}
`;
  expect(types(yaml)).toEqual({
    A: 'AWS::ApiGateway::RestApi',
    Av1Stage: 'AWS::ApiGateway::Stage',
    H: 'AWS::ApiGatewayV2::Api',
    HApiGatewayDefaultStage: 'AWS::ApiGatewayV2::Stage',
    HDomainName: 'AWS::ApiGatewayV2::DomainName',
  });
  const all = resources(yaml);
  expect(all.get('A')?.get('EndpointConfiguration.Types').items()[0]?.is('PRIVATE')).toBe(true);
  expect(all.get('Av1Stage')?.get('AccessLogSetting.DestinationArn').is('x')).toBe(true);
  const [configuration] = all.get('HDomainName')?.get('DomainNameConfigurations').items() ?? [];
  expect(configuration?.get('SecurityPolicy').is('TLS_1_2')).toBe(true);
});

it('makes the API that events imply, at the event', () => {
  const all = resources(`
Globals: {Api: {TracingEnabled: true}}
Resources:
  F:
    Type: AWS::Serverless::Function
    Properties:
      Events:
        Get: {Type: Api, Properties: {Path: /, Method: get}}
`);
  expect(all.get('ServerlessRestApiProdStage')?.get('TracingEnabled').is(true)).toBe(true);
  expect(all.get('ServerlessRestApiProdStage')?.get('StageName').is('Prod')).toBe(true);
  expect(all.get('ServerlessRestApi')?.resource.key.text).toBe('Get');
});

it('writes what an implied API lacks into Globals, as far as they take it', () => {
  const events = `
Resources:
  F:
    Type: AWS::Serverless::Function
    Properties:
      Events:
        Get: {Type: Api, Properties: {Path: /, Method: get}}
        Any: {Type: HttpApi}
`;
  const target = (globals: string, id: string, property: string) =>
    resources(globals + events)
      .get(id)
      ?.get(property).writeTarget?.path;
  const [rest, http] = ['ServerlessRestApiProdStage', 'ServerlessHttpApiApiGatewayDefaultStage'];
  expect(target('Globals: {Api: {Name: a}}', rest, 'TracingEnabled')).toEqual(['TracingEnabled']);
  expect(target('Globals: {Function: {Timeout: 3}}', rest, 'TracingEnabled')).toEqual(['Api', 'TracingEnabled']);
  expect(target('Globals: {Function: {Timeout: 3}}', http, 'AccessLogSettings')).toEqual([
    'HttpApi',
    'AccessLogSettings',
  ]);
  expect(target('Globals: {Api: {Name: a}}', rest, 'ClientCertificateId')).toBeUndefined();
  expect(target('Globals: {Api: {Name: a}}', 'ServerlessRestApi', 'Policy')).toBeUndefined();
  expect(target('', rest, 'TracingEnabled')).toBeUndefined();
});

it('makes no API for events that name one', () => {
  const yaml = `
Resources:
  F:
    Type: AWS::Serverless::Function
    Properties: {Events: {Get: {Type: Api, Properties: {RestApiId: !Ref A}}}}
`;
  expect(types(yaml)).toEqual({ F: 'AWS::Lambda::Function', FRole: 'AWS::IAM::Role' });
});

it.each([
  ['SimpleTable', 'AWS::DynamoDB::Table'],
  ['LayerVersion', 'AWS::Lambda::LayerVersion'],
  ['Application', 'AWS::CloudFormation::Stack'],
  ['GraphQLApi', 'AWS::AppSync::GraphQLApi'],
  ['Connector', 'AWS::Serverless::Connector'],
])('sees AWS::Serverless::%s as %s', (kind, type) => {
  expect(types(`Resources: {R: {Type: AWS::Serverless::${kind}}}`)).toEqual({ R: type });
});

it('writes over the short name of a managed policy', () => {
  const role = resources(
    'Resources: {F: {Type: AWS::Serverless::Function, Properties: {Policies: [AmazonS3FullAccess]}}}',
  ).get('FRole');
  const target = role?.get('ManagedPolicyArns').items()[0]?.writeTarget;
  expect(target?.at.kind === 'scalar' && target.at.text).toBe('AmazonS3FullAccess');
});

it('writes nothing that SAM does not take', () => {
  const all = resources('Resources: {T: {Type: AWS::Serverless::SimpleTable}, A: {Type: AWS::Serverless::Api}}');
  expect(all.get('T')?.get('DeletionProtectionEnabled').writeTarget).toBeUndefined();
  expect(all.get('AStage')?.get('ClientCertificateId').writeTarget).toBeUndefined();
  expect(all.get('AStage')?.get('TracingEnabled').writeTarget?.path).toEqual(['Properties', 'TracingEnabled']);
});

it('reads a policy template that its author scopes as the statement it stands for', () => {
  const role = resources(`
Resources:
  F:
    Type: AWS::Serverless::Function
    Properties:
      Policies:
        - AWSSecretsManagerGetSecretValuePolicy: {SecretArn: '*'}
        - S3ReadPolicy: {BucketName: b}
`).get('FRole');
  const policies = role?.get('Policies').items() ?? [];
  expect(policies).toHaveLength(1);
  const [statement] = policies[0]?.get('PolicyDocument.Statement').items() ?? [];
  expect(statement?.get('Action').items()[0]?.text()).toBe('secretsmanager:GetSecretValue');
  expect(statement?.get('Resource').is('*')).toBe(true);
});

it('has the tags of a function as a list, those of Globals included', () => {
  const tags = resources(`
Globals: {Function: {Tags: {team: x}}}
Resources:
  F: {Type: AWS::Serverless::Function, Properties: {Tags: {stage: dev}}}
  G: {Type: AWS::Serverless::Function}
`);
  const read = (id: string) =>
    tags
      .get(id)
      ?.get('Tags')
      .items()
      .map((tag) => `${tag.get('Key').text()}=${tag.get('Value').text()}`);
  expect(read('F')).toEqual(['stage=dev', 'team=x']);
  expect(read('G')).toEqual(['team=x']);
});

it('has the ways into a GraphQL API by the names of CloudFormation', () => {
  const api = resources(`
Resources:
  A:
    Type: AWS::Serverless::GraphQLApi
    Properties:
      Auth:
        Type: AWS_LAMBDA
        LambdaAuthorizer: {AuthorizerUri: x}
        Additional:
          - Type: API_KEY
          - {Type: OPENID_CONNECT, OpenIDConnect: {Issuer: y}}
`).get('A');
  expect(api?.get('AuthenticationType').text()).toBe('AWS_LAMBDA');
  expect(api?.get('LambdaAuthorizerConfig.AuthorizerUri').text()).toBe('x');
  const ways = api?.get('AdditionalAuthenticationProviders').items() ?? [];
  expect(ways.map((way) => way.get('AuthenticationType').text())).toEqual(['API_KEY', 'OPENID_CONNECT']);
  expect(ways[1]?.get('OpenIDConnectConfig.Issuer').text()).toBe('y');
  expect(ways[1]?.get('UserPoolConfig').writeTarget?.path).toEqual(['UserPool']);
});

it.each([
  ['', 'ALL', true],
  ['{Logging: true}', 'ALL', true],
  ['{Logging: {FieldLogLevel: ERROR}}', 'ERROR', true],
  ['{Logging: {CloudWatchLogsRoleArn: r}}', 'ALL', true],
  ['{Logging: false}', undefined, false],
])('a GraphQL API with the properties %s logs fields: %s, with a role: %s', (properties, level, hasRole) => {
  const api = resources(`Resources: {A: {Type: AWS::Serverless::GraphQLApi, Properties: ${properties}}}`).get('A');
  expect(api?.get('LogConfig.FieldLogLevel').text()).toBe(level);
  expect(api?.get('LogConfig.CloudWatchLogsRoleArn').isGiven).toBe(hasRole);
});
