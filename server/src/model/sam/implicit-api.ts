import { type MapNode, remember, type SyntaxNode } from '#syntax';
import { plainMap, plainText, valueNamed } from '../read-node.ts';
import type { LiftedMap, Resource, WriteTarget } from '../template.ts';
import { liftApi, liftHttpApi } from './api.ts';
import { mergeGlobals } from './globals.ts';
import { liftedEntry, liftedText, withEntry } from './lifted-map.ts';

/** `stage` is the name that SAM gives the stage, `global` what its Globals take for the kind. */
const IMPLICIT = [
  {
    event: 'Api',
    reference: 'RestApiId',
    logicalId: 'ServerlessRestApi',
    kind: 'Api',
    lift: liftApi,
    stage: 'Prod',
    global: [
      'AccessLogSetting',
      'Auth',
      'BinaryMediaTypes',
      'CacheClusterEnabled',
      'CacheClusterSize',
      'CanarySetting',
      'EndpointConfiguration',
      'MethodSettings',
      'MinimumCompressionSize',
      'Name',
      'TracingEnabled',
      'Variables',
    ],
  },
  {
    event: 'HttpApi',
    reference: 'ApiId',
    logicalId: 'ServerlessHttpApi',
    kind: 'HttpApi',
    lift: liftHttpApi,
    stage: '$default',
    global: [
      'AccessLogSettings',
      'Auth',
      'CorsConfiguration',
      'DefaultRouteSettings',
      'RouteSettings',
      'StageVariables',
    ],
  },
] as const;

interface Implied {
  readonly globals: MapNode | undefined;
  readonly resources: readonly Resource[];
}
const impliedBy = remember((_: SyntaxNode) => new Map<string, Implied>());

/**
 * The APIs that SAM makes for functions with an `Api` or `HttpApi` event that names none. They have the properties of Globals, where
 * such a section exists missing ones are written there too, and stand at the first such event.
 */
export function implicitApis(functions: Iterable<Resource>, globals: MapNode | undefined): readonly Resource[] {
  const all = [...functions].filter((resource) => resource.authoredType === 'AWS::Serverless::Function');
  return IMPLICIT.flatMap((implicit) => {
    const first = all.find((resource) => eventFor(resource, implicit.event, implicit.reference));
    return first ? implied(first, globals, implicit) : [];
  });
}

function implied(
  host: Resource,
  globals: MapNode | undefined,
  implicit: (typeof IMPLICIT)[number],
): readonly Resource[] {
  const byName = impliedBy(host.body);
  const known = byName.get(implicit.logicalId);
  if (known && known.globals === globals) return known.resources;
  const resources = make(host, globals, implicit);
  byName.set(implicit.logicalId, { globals, resources });
  return resources;
}

function make(host: Resource, globals: MapNode | undefined, implicit: (typeof IMPLICIT)[number]): readonly Resource[] {
  const key = eventFor(host, implicit.event, implicit.reference) ?? host.key;
  const resource: Resource = {
    ...host,
    logicalId: implicit.logicalId,
    authoredType: `AWS::Serverless::${implicit.kind}`,
    key,
    properties: undefined,
    condition: undefined,
    writable: false,
  };
  const merged = mergeGlobals(resource, globals, implicit.kind);
  const properties: LiftedMap = {
    ...withEntry(merged, liftedEntry('StageName', liftedText(implicit.stage, key), key)),
    authored: (name) => (includes(implicit.global, name) ? globalTarget(globals, implicit.kind, name) : undefined),
  };
  return implicit.lift(resource, properties).map((lifted) => ({ ...lifted, writable: false }));
}

/** Where Globals have a property of a kind: the only place in which the author can give it to an API that stands nowhere. */
function globalTarget(globals: MapNode | undefined, kind: string, name: string): WriteTarget | undefined {
  if (!globals) return undefined;
  const shared = plainMap(valueNamed(globals, kind));
  return shared ? { at: shared, path: [name] } : { at: globals, path: [kind, name] };
}

function includes(names: readonly string[], name: string): boolean {
  return names.includes(name);
}

/** The key of the first event of a type that names no API. */
function eventFor(resource: Resource, type: string, reference: string) {
  const properties = plainMap(valueNamed(resource.body, 'Properties'));
  const events = properties && plainMap(valueNamed(properties, 'Events'));
  return events?.entries.find(({ value }) => {
    const event = plainMap(value);
    if (!event || plainText(valueNamed(event, 'Type')) !== type) return false;
    const details = plainMap(valueNamed(event, 'Properties'));
    return !details || !valueNamed(details, reference);
  })?.key;
}
