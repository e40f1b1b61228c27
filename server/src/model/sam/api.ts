import { entryNamed, isNull, plainMap, plainText, valueNamed } from '../read-node.ts';
import type { LiftedMap, Resource } from '../template.ts';
import {
  liftedEntry,
  liftedList,
  liftedMap,
  picked,
  renamed,
  unwritable,
  withEntry,
  writableAt,
} from './lifted-map.ts';

/** A REST API, its stage and its domain name. */
export function liftApi(resource: Resource, properties: LiftedMap): readonly Resource[] {
  const rest = renamed(properties, { DefinitionBody: 'Body', EndpointConfiguration: undefined, Domain: undefined });
  const api: Resource = {
    ...resource,
    type: 'AWS::ApiGateway::RestApi',
    properties: withEntry(withEntry(writableAt(rest, API_PROPERTIES), endpointOf(properties)), policyOf(properties)),
  };
  return [
    api,
    stageOf(resource, properties, 'AWS::ApiGateway::Stage', ''),
    ...domainOf(resource, properties, 'AWS::ApiGateway::DomainName'),
  ];
}

/** An HTTP API, its stage and its domain name. */
export function liftHttpApi(resource: Resource, properties: LiftedMap): readonly Resource[] {
  const api = renamed(properties, { DefinitionBody: 'Body', Domain: undefined });
  return [
    { ...resource, type: 'AWS::ApiGatewayV2::Api', properties: api },
    stageOf(resource, properties, 'AWS::ApiGatewayV2::Stage', DEFAULT_STAGE),
    ...domainOf(resource, properties, 'AWS::ApiGatewayV2::DomainName'),
  ];
}

/** What `AWS::Serverless::Api` takes in the form that CloudFormation has for it (AWS SAM specification). */
const API_PROPERTIES = [
  'ApiKeySourceType',
  'BinaryMediaTypes',
  'Body',
  'Description',
  'DisableExecuteApiEndpoint',
  'FailOnWarnings',
  'MinimumCompressionSize',
  'Name',
];

const STAGE_PROPERTIES = [
  'StageName',
  'AccessLogSetting',
  'AccessLogSettings',
  'CacheClusterEnabled',
  'CacheClusterSize',
  'CanarySetting',
  'DefaultRouteSettings',
  'MethodSettings',
  'RouteSettings',
  'StageVariables',
  'TracingEnabled',
  'Variables',
];

/** How SAM calls the stage of an HTTP API that has no name, or the name `$default`. */
const DEFAULT_STAGE = 'ApiGatewayDefault';

function stageOf(resource: Resource, properties: LiftedMap, type: string, unnamed: string): Resource {
  const name = valueNamed(properties, 'StageName');
  const stage = plainText(name);
  const infix = stage === '$default' ? DEFAULT_STAGE : (stage ?? (name ? '' : unnamed));
  return {
    ...resource,
    logicalId: `${resource.logicalId}${infix}Stage`,
    type,
    properties: picked(properties, STAGE_PROPERTIES),
  };
}

/** SAM writes one `Type`, or the type alone, where CloudFormation has `Types`. */
function endpointOf(properties: LiftedMap) {
  const entry = entryNamed(properties, 'EndpointConfiguration');
  if (!entry || isNull(entry.value)) return undefined;
  const map = plainMap(entry.value);
  const type = map ? valueNamed(map, 'Type') : entry.value;
  const types = type ? [liftedEntry('Types', liftedList([type], type), entry.key)] : [];
  const others = map?.entries.filter((other) => other.key.text !== 'Type') ?? [];
  return liftedEntry('EndpointConfiguration', liftedMap([...types, ...others], unwritable, entry.value), entry.key);
}

/** A resource policy that is written out; SAM's own short forms (`IpRangeWhitelist`) are narrow by nature. */
function policyOf(properties: LiftedMap) {
  const auth = plainMap(valueNamed(properties, 'Auth'));
  const policy = auth && plainMap(valueNamed(auth, 'ResourcePolicy'));
  const statements = policy && entryNamed(policy, 'CustomStatements');
  if (!statements || isNull(statements.value)) return undefined;
  const document = liftedMap(
    [liftedEntry('Statement', statements.value, statements.key)],
    unwritable,
    statements.value,
  );
  return liftedEntry('Policy', document, statements.key);
}

function domainOf(resource: Resource, properties: LiftedMap, type: string): readonly Resource[] {
  const domain = plainMap(valueNamed(properties, 'Domain'));
  if (!domain) return [];
  const map = liftedMap(domain.entries, (key) => ({ at: domain, path: [key] }), domain);
  return [{ ...resource, logicalId: `${resource.logicalId}DomainName`, type, properties: endpointed(map, type) }];
}

/** For an HTTP API the certificate and policy stand in a list of configurations. */
function endpointed(map: LiftedMap, type: string): LiftedMap {
  if (type === 'AWS::ApiGateway::DomainName') return map;
  const names = ['CertificateArn', 'EndpointConfiguration', 'SecurityPolicy'];
  const configuration = renamed(picked(map, names), { EndpointConfiguration: 'EndpointType' });
  const rest = { ...map, entries: map.entries.filter((entry) => !names.includes(entry.key.text)) };
  return withEntry(rest, liftedEntry('DomainNameConfigurations', liftedList([configuration], map), map));
}
