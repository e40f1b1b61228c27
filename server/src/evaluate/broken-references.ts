import {
  type Domain,
  type Intrinsic,
  intrinsicOf,
  plainList,
  plainMap,
  plainText,
  type Resource,
  splitSub,
  type Template,
} from '#model';
import type { SyntaxNode } from '#syntax';
import { type Exploration, explore } from './explore.ts';
import type { World } from './world.ts';

/**
 * In each world in which a resource exists, the names that it refers to and that do not exist there: such a stack cannot be
 * deployed. Names that a macro may bring along count as existing.
 */
export function brokenReferences(
  template: Template,
  pins: ReadonlyMap<string, Domain>,
  resource: Resource,
): Exploration<ReadonlySet<string>> {
  // Not as the subject of the exploration: that takes for granted what is asked here.
  return explore(template, pins, undefined, (world) => {
    world.read(resource.block);
    const broken = new Set<string>();
    const exists = world.exists(resource) !== false;
    if (exists && resource.properties) collect(resource.properties, { world, resource, broken });
    return broken;
  });
}

interface Visit {
  readonly world: World;
  readonly resource: Resource;
  readonly broken: Set<string>;
}

const NONE: ReadonlySet<string> = new Set();

/** One after the other, each once: aliases of aliases may lead back, and be nested deeper than calls can be. */
function collect(root: SyntaxNode, visit: Visit): void {
  const nodes = new Set<SyntaxNode>();
  const add = (written: SyntaxNode) => {
    const node = visit.world.dealias(written);
    if (node) nodes.add(node);
  };
  add(root);
  for (const node of nodes) for (const child of look(node, visit)) add(child);
}

/** Checks a reference; of all else the answer is what stands inside. */
function look(node: SyntaxNode, visit: Visit): readonly SyntaxNode[] {
  const call = intrinsicOf(node);
  switch (call?.name) {
    case 'Ref':
      check(plainText(call.argument), visit);
      return [];
    case 'Fn::GetAtt':
      check(attributed(call.argument), visit);
      return [];
    case 'Fn::Sub':
      return lookIntoSub(call.argument, visit);
    default:
      return childrenOf(node, call, visit);
  }
}

/** What stands inside a node in this world: of `Fn::If` the branch that is taken. */
function childrenOf(node: SyntaxNode, call: Intrinsic | undefined, { world, resource }: Visit): readonly SyntaxNode[] {
  if (call?.name === 'Fn::If') {
    const [condition, yes, no] = plainList(call.argument)?.items ?? [];
    const holds = world.holds(plainText(condition) ?? '', resource.variables);
    return [holds === false ? undefined : yes, holds === true ? undefined : no].flatMap((branch) => branch ?? []);
  }
  if (node.kind === 'map') return node.entries.map((entry) => entry.value);
  return node.kind === 'list' ? node.items : [];
}

function attributed(argument: SyntaxNode): string | undefined {
  const list = plainList(argument);
  return list ? plainText(list.items[0]) : plainText(argument)?.split('.', 1)[0];
}

function lookIntoSub(argument: SyntaxNode, visit: Visit): readonly SyntaxNode[] {
  const items = plainList(argument)?.items;
  const variables = plainMap(items?.[1]);
  const own = new Set(variables?.entries.map((entry) => entry.key.text));
  const text = plainText(items ? items[0] : argument);
  for (const part of text === undefined ? [] : splitSub(text)) {
    if (typeof part !== 'string') check(part.name.split('.', 1)[0], visit, own);
  }
  return variables?.entries.map((entry) => entry.value) ?? [];
}

/** `own`: variables of the `Fn::Sub` around, which hide resources of their names. */
function check(name: string | undefined, { world, resource, broken }: Visit, own: ReadonlySet<string> = NONE): void {
  if (!name || name.startsWith('AWS::') || own.has(name) || resource.variables.has(name)) return;
  if (world.parameter(world.fill(name, resource.variables) ?? name)) return;
  const target = world.named(name, resource.variables);
  if (!target && world.isOpen) return;
  if (!target || world.exists(target) === false) broken.add(name);
}
