import type { MapNode, Section, SyntaxNode } from '#syntax';

/** The entries that a `Fn::ForEach` makes once for each turn. */
export interface LoopBody {
  readonly map: MapNode;
  /** The names of the variables of this loop and of those around it. */
  readonly variables: readonly string[];
}

const FOR_EACH = 'Fn::ForEach::';
/** CloudFormation nests loops no deeper. */
const MOST_LOOPS = 5;

/** The bodies of the loops of a section, those of loops in loops included. */
export function loopBodies({ entries, value }: Section): readonly LoopBody[] {
  const own = entries ?? (value?.kind === 'map' ? value.entries : []);
  return own.flatMap(({ key, value: loop }) => (key && loop ? bodiesIn(key.text, loop, []) : []));
}

/** The body in which an entry of this name stands. */
export function loopBodyWith(section: Section | undefined, name: string | undefined): LoopBody | undefined {
  return section && loopBodies(section).find(({ map }) => map.entries.some(({ key }) => key.text === name));
}

/** `Fn::ForEach::Name: [variable, values, body]`. */
function bodiesIn(name: string, loop: SyntaxNode, around: readonly string[]): readonly LoopBody[] {
  if (!name.startsWith(FOR_EACH) || loop.kind !== 'list' || around.length >= MOST_LOOPS) return [];
  const [variable, , map] = loop.items;
  if (variable?.kind !== 'scalar' || map?.kind !== 'map') return [];
  const variables = [...around, variable.text];
  return [{ map, variables }, ...map.entries.flatMap(({ key, value }) => bodiesIn(key.text, value, variables))];
}
