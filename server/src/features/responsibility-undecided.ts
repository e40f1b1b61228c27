import { type AnalysisOptions, pinsOf } from '#analysis';
import { explore, Reads, type Value, viewResource, type World } from '#evaluate';
import { type Domain, entryNamed, intrinsicOf, plainMap, type Resource, type Template } from '#model';
import type { PropertyType, Schema } from '#schema';
import { remember, type SyntaxNode } from '#syntax';
import type { AspectKnowledge } from './responsibility.ts';

/** The properties of a duty whose values the template does not tell, and what was read to say so. */
export interface Undecided {
  readonly paths: readonly string[];
  readonly reads: Reads;
}

/**
 * Which of the properties that carry a duty hold something that the template cannot tell, so that silent rules prove
 * nothing. A parameter counts as its default where it has one. A reference (to a key, a log group) is as good as its target,
 * so text is missed only where it decides: for switches, numbers and fixed choices.
 */
export function undecidedProperties(
  resource: Resource,
  { properties }: AspectKnowledge,
  template: Template,
  options: AnalysisOptions,
  schema: Schema,
): Undecided {
  // Items of a list are looked at by way of the list.
  const own = properties
    .filter(({ type }) => type === resource.type)
    .map(({ path }) => path.split('[]')[0] ?? '')
    .filter((path) => mayBeUndecided(resource.properties, path));
  if (own.length === 0) return { paths: [], reads: NOTHING };
  const { leaves, blurred, reads } = explore(template, pinsOf(options), resource, (world: World) => {
    const view = viewResource(resource, world);
    return own.filter((path) => isUndecided(view.get(path), schema.property(resource.type, path)?.type, 0));
  });
  const worlds = leaves
    .filter(({ facts }) => ![...facts.candidates.values()].some(isPassedOver))
    .map((leaf) => leaf.outcome);
  const outcomes = blurred?.outcome ? [...worlds, blurred.outcome] : worlds;
  return { paths: own.filter((path) => outcomes.some((paths) => paths.includes(path))), reads };
}

const NOTHING = new Reads();

/** Plain text and plain structures are decided, whatever the world: most properties are, and worlds cost time. */
function mayBeUndecided(properties: SyntaxNode | undefined, path: string): boolean {
  if (!properties) return false;
  const map = plainMap(properties);
  if (!map || map.entries.some(({ key }) => isFunction(key.text))) return true;
  const node = entryNamed(map, path.split('.')[0] ?? '')?.value;
  return node !== undefined && holdsFunction(node);
}

const holdsFunction: (node: SyntaxNode) => boolean = remember(
  (node) =>
    node.tag !== undefined ||
    node.kind === 'alias' ||
    (node.kind === 'map' && node.entries.some(({ key, value }) => isFunction(key.text) || holdsFunction(value))) ||
    (node.kind === 'list' && node.items.some(holdsFunction)),
);

function isFunction(key: string): boolean {
  return key === 'Ref' || key === '<<' || key.startsWith('Fn::');
}

/** A parameter with a default that is neither the default nor another value the template names. */
function isPassedOver({ domain, literals, other }: { domain: Domain; literals: readonly string[]; other: boolean }) {
  return other && literals.length === 0 && domain.default !== undefined;
}

const DEEPEST = 6;
const GIVES_TEXT = new Set(['Ref', 'Fn::GetAtt', 'Fn::Sub', 'Fn::Join', 'Fn::Base64', 'Fn::ImportValue', 'Fn::Select']);

function isUndecided(value: Value, type: PropertyType | undefined, depth: number): boolean {
  const { node } = value;
  if (depth > DEEPEST || (node && !holdsFunction(node))) return false;
  // Text that is put together is text, whatever it says: what it says is asked only where it decides.
  if (node && !decidesByText(type) && GIVES_TEXT.has(intrinsicOf(node)?.name ?? '')) return false;
  if (value.isAbsent) return false;
  if (value.isMap) {
    return (
      value.isOpen || value.entries().some(([name, entry]) => isUndecided(entry, typeOfEntry(type, name), depth + 1))
    );
  }
  if (value.isList) return value.isOpen || value.items().some((item) => isUndecided(item, elementOf(type), depth + 1));
  if (!value.isUnknown) return false;
  return !value.isGiven || (value.target() === undefined && decidesByText(type));
}

function decidesByText(type: PropertyType | undefined): boolean {
  if (type?.kind === 'union') return type.members.every(decidesByText);
  return type !== undefined && ['boolean', 'integer', 'number', 'enum', 'object', 'list'].includes(type.kind);
}

function typeOfEntry(type: PropertyType | undefined, name: string): PropertyType | undefined {
  return type?.kind === 'object' ? type.properties.get(name)?.type : elementOf(type);
}

function elementOf(type: PropertyType | undefined): PropertyType | undefined {
  return type?.kind === 'list' || type?.kind === 'map' ? type.element : undefined;
}
