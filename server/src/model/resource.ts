import { type MapNode, remember, type SyntaxNode } from '#syntax';
import { intrinsicOf } from './intrinsic.ts';
import { describeVariables } from './loops.ts';
import { plainMap, plainText, valueNamed } from './read-node.ts';
import { liftSam } from './sam/index.ts';
import type { SectionEntry } from './section-entry.ts';
import type { Resource, TemplateKind } from './template.ts';

interface Reading {
  readonly globals: MapNode | undefined;
  readonly kind: TemplateKind;
  readonly place: SyntaxNode['block'];
  readonly variables: string;
  readonly resources: readonly Resource[];
}
const lastReading = remember((_: SyntaxNode): { reading?: Reading } => ({}));

/**
 * The resources an entry of Resources stands for: itself, or what SAM makes of it. None for an entry that is no map. Unchanged
 * entries give the same resources.
 */
export function readResources(
  entry: SectionEntry,
  kind: TemplateKind,
  globals: MapNode | undefined,
): readonly Resource[] {
  const { block: place } = entry;
  const variables = describeVariables(entry.variables);
  const last = lastReading(entry.value);
  const known = last.reading;
  if (known && known.globals === globals && known.kind === kind && known.place === place) {
    if (known.variables === variables) return known.resources;
  }
  const resource = read(entry);
  const lifted = resource && kind === 'sam' ? liftSam(resource, globals) : [resource].flatMap((one) => one ?? []);
  const resources = entry.anchor ? lifted.map((one) => ({ ...one, writable: false })) : lifted;
  last.reading = { globals, kind, place, variables, resources };
  return resources;
}

function read(entry: SectionEntry): Resource | undefined {
  const body = plainMap(entry.value);
  if (!body) return undefined;
  const type = plainText(valueNamed(body, 'Type')) ?? '';
  return {
    logicalId: entry.key.text,
    authoredId: entry.key.text,
    type,
    authoredType: type,
    block: entry.block,
    key: entry.key,
    body,
    properties: valueNamed(body, 'Properties'),
    condition: conditionName(valueNamed(body, 'Condition')),
    variables: entry.variables,
    writable: !entry.anchor,
    anchor: entry.anchor,
  };
}

/** In a loop the name may be a `Fn::Sub`, of which the variables are filled in as they are in a plain text. */
function conditionName(node: SyntaxNode | undefined): string | undefined {
  const call = node && intrinsicOf(node);
  return plainText(call?.name === 'Fn::Sub' ? call.argument : node);
}
