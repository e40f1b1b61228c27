import type { MapEntry, MapNode, SyntaxNode } from '#syntax';
import { entryNamed, isNull, plainList, plainMap, plainText, valueNamed } from '../read-node.ts';
import type { LiftedMap, Resource, StandIn } from '../template.ts';
import { liftedEntry, liftedList, liftedMap, liftedText, renamed, unwritable, withEntry } from './lifted-map.ts';

/** A GraphQL API, with the ways in that `Auth` gives it. */
export function liftGraphQlApi(resource: Resource, properties: LiftedMap): readonly Resource[] {
  const plain = renamed(properties, { Logging: undefined, Auth: undefined });
  const auth = plainMap(valueNamed(properties, 'Auth'));
  const ways = auth ? renamed(asLifted(auth), { ...WAY_IN, Additional: undefined }).entries : [];
  const api = [logConfig(resource, properties), ...ways, auth && additional(auth)].reduce(withEntry, plain);
  return [{ ...resource, type: 'AWS::AppSync::GraphQLApi', properties: api }];
}

/** What one way in is called in SAM and in CloudFormation. */
const WAY_IN = {
  Type: 'AuthenticationType',
  LambdaAuthorizer: 'LambdaAuthorizerConfig',
  OpenIDConnect: 'OpenIDConnectConfig',
  UserPool: 'UserPoolConfig',
};

function additional(auth: MapNode): MapEntry | undefined {
  const entry = entryNamed(auth, 'Additional');
  const list = plainList(entry?.value);
  if (!entry || !list) return undefined;
  const items = list.items.map((item): SyntaxNode & Partial<StandIn> => {
    const map = plainMap(item);
    return map ? { ...renamed(asLifted(map), WAY_IN), authoredNode: item } : item;
  });
  return liftedEntry('AdditionalAuthenticationProviders', liftedList(items, list), entry.key);
}

/**
 * SAM logs all of every field, with a role that it makes, as far as it is not told otherwise; `Logging: false` turns it off (AWS SAM
 * specification).
 */
function logConfig(resource: Resource, properties: LiftedMap): MapEntry | undefined {
  const entry = entryNamed(properties, 'Logging');
  const key = entry?.key ?? resource.key;
  const written = entry && !isNull(entry.value) ? entry.value : undefined;
  const word = plainText(written)?.toLowerCase();
  if (word === 'false') return undefined;
  const map = plainMap(written);
  if (written && !map && word !== 'true') return liftedEntry('LogConfig', written, key);
  const role = {
    ...liftedText(`${resource.logicalId}CloudWatchRole.Arn`, key),
    tag: { name: '!GetAtt', span: key.span },
  };
  const made = { CloudWatchLogsRoleArn: role, FieldLogLevel: liftedText('ALL', key) };
  const missing = Object.entries(made).filter(([name]) => !map || !valueNamed(map, name));
  const config = map ? asLifted(map) : liftedMap([], unwritable, key);
  const entries = missing.map(([name, value]) => liftedEntry(name, value, key));
  return liftedEntry('LogConfig', entries.reduce(withEntry, config), key);
}

function asLifted(map: MapNode): LiftedMap {
  return liftedMap(map.entries, (key) => ({ at: map, path: [key] }), map);
}
