import type { MapNode, SyntaxNode } from '#syntax';
import { plainMap, plainText, valueNamed } from '../read-node.ts';
import type { LiftedMap, Resource } from '../template.ts';
import { liftApi, liftHttpApi } from './api.ts';
import { mergeGlobals } from './globals.ts';
import { unwritable } from './lifted-map.ts';

const IMPLICIT = [
  { event: 'Api', reference: 'RestApiId', logicalId: 'ServerlessRestApi', kind: 'Api', lift: liftApi },
  { event: 'HttpApi', reference: 'ApiId', logicalId: 'ServerlessHttpApi', kind: 'HttpApi', lift: liftHttpApi },
] as const;

interface Implied {
  readonly globals: MapNode | undefined;
  readonly resources: readonly Resource[];
}
const cache = new WeakMap<SyntaxNode, Map<string, Implied>>();

/**
 * The APIs that SAM makes for functions with an `Api` or `HttpApi` event that names none. They have the properties of Globals, and
 * stand at the first such event.
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
  const byName = cache.get(host.body) ?? new Map<string, Implied>();
  cache.set(host.body, byName);
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
  // What is missing would have to be written in Globals, which then holds for every API: not ours to decide.
  const properties: LiftedMap = { ...mergeGlobals(resource, globals, implicit.kind), authored: unwritable };
  return implicit.lift(resource, properties).map((lifted) => ({ ...lifted, writable: false }));
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
