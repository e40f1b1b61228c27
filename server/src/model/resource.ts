import type { MapNode, SyntaxNode } from '#syntax';
import { plainList, plainMap, plainText, valueNamed } from './read-node.ts';
import { liftSam } from './sam/index.ts';
import type { SectionEntry } from './section-entry.ts';
import type { Domain, Resource, TemplateKind } from './template.ts';

const FOR_EACH = 'Fn::ForEach::';
const NO_VARIABLES: ReadonlyMap<string, Domain> = new Map();

interface Reading {
  readonly globals: MapNode | undefined;
  readonly kind: TemplateKind;
  readonly resources: readonly Resource[];
}
const readings = new WeakMap<SyntaxNode, Reading>();

/**
 * The resources an entry of Resources stands for: itself, what SAM makes of it, or those of a `Fn::ForEach`. None for an
 * entry that is no map. Unchanged entries give the same resources.
 */
export function readResources(
  entry: SectionEntry,
  kind: TemplateKind,
  globals: MapNode | undefined,
): readonly Resource[] {
  const known = readings.get(entry.value);
  if (known && known.globals === globals && known.kind === kind) return known.resources;
  const resources = read(entry, NO_VARIABLES, 0).flatMap((resource) =>
    kind === 'sam' ? liftSam(resource, globals) : [resource],
  );
  readings.set(entry.value, { globals, kind, resources });
  return resources;
}

function read(entry: SectionEntry, variables: ReadonlyMap<string, Domain>, depth: number): Resource[] {
  if (entry.key.text.startsWith(FOR_EACH)) return depth < 5 ? readLoop(entry, variables, depth) : [];
  const body = plainMap(entry.value);
  if (!body) return [];
  const type = plainText(valueNamed(body, 'Type')) ?? '';
  return [
    {
      logicalId: entry.key.text,
      authoredId: entry.key.text,
      type,
      authoredType: type,
      block: entry.block,
      key: entry.key,
      body,
      properties: valueNamed(body, 'Properties'),
      condition: plainText(valueNamed(body, 'Condition')),
      variables,
      writable: true,
    },
  ];
}

/** `Fn::ForEach::Name: [variable, [values], { 'Id${variable}': body }]`: each body once, its variable a domain of the values. */
function readLoop(entry: SectionEntry, variables: ReadonlyMap<string, Domain>, depth: number): Resource[] {
  const [variable, collection, bodies] = plainList(entry.value)?.items ?? [];
  const name = plainText(variable);
  const map = plainMap(bodies);
  if (name === undefined || !map) return [];
  const inner = new Map(variables).set(name, loopDomain(name, collection));
  return map.entries.flatMap(({ key, value }) => read({ block: entry.block, key, value }, inner, depth + 1));
}

function loopDomain(name: string, collection: SyntaxNode | undefined): Domain {
  const items = plainList(collection)?.items;
  const literals = items?.flatMap((item) => plainText(item) ?? []) ?? [];
  const open = !items || literals.length < items.length;
  return { name, literals: [...new Set(literals)], open, default: undefined, opaque: false };
}
