import { type Domain, type Resource, referencesOf, type Template } from '#model';
import { Reads } from './reads.ts';
import { holdsUnlessRefuted } from './rules-section.ts';
import { CONTRADICTION, type Facts, World, type WorldSetup } from './world.ts';

/** Beyond this many worlds of one rule on one resource the rest is unknown. */
export const WORLD_BOUND = 64;

/** What a visit gave in one world. */
export interface Leaf<T> {
  readonly outcome: T;
  readonly facts: Facts;
}

export interface Exploration<T> {
  readonly leaves: readonly Leaf<T>[];
  /** What the visit gave with every open question left unknown; only when there were more worlds than the bound, so that `leaves` are not all. */
  readonly blurred: { readonly outcome: T | undefined } | undefined;
  readonly reads: Reads;
  /** The conditions that were asked for, in any world. */
  readonly conditions: ReadonlySet<string>;
}

/** Runs a visit once in every world it can tell apart in which the subject exists and the stack can be deployed. */
export function explore<T>(
  template: Template,
  pins: ReadonlyMap<string, Domain>,
  subject: Resource | undefined,
  visit: (world: World) => T,
): Exploration<T> {
  const reads = new Reads();
  const conditions = new Set<string>();
  const leaves: Leaf<T>[] = [];
  const scripts: (readonly number[])[] = [[]];
  let visited = 0;
  for (let script = scripts.pop(); script && visited < WORLD_BOUND; script = scripts.pop(), visited++) {
    const world = new World({ template, pins, reads, script, subject });
    const outcome = visitWorld(world, subject, visit);
    for (const name of world.conditionsRead) conditions.add(name);
    scripts.push(...alternatives(world, script.length));
    if (outcome && isDeployable(world, { template, pins, reads }))
      leaves.push({ outcome: outcome.value, facts: world.facts });
    if (visited === WORLD_BOUND - 1 && scripts.length > 0) {
      const blurred = visitWorld(new World({ template, pins, reads, script: undefined, subject }), subject, visit);
      return { leaves, blurred: { outcome: blurred?.value }, reads, conditions };
    }
  }
  return { leaves, blurred: undefined, reads, conditions };
}

/** Whether there is a way to decide what is still open in a world so that no entry of the template's Rules certainly forbids it. */
function isDeployable({ facts }: World, setup: Pick<WorldSetup, 'template' | 'pins' | 'reads'>): boolean {
  setup.reads.lookup('rules');
  const rules = [...setup.template.rules.values()];
  if (rules.length === 0) return true;
  const scripts: (readonly number[])[] = [[]];
  let visited = 0;
  for (let script = scripts.pop(); script; script = scripts.pop(), visited++) {
    if (visited === WORLD_BOUND) return true;
    const world = new World({ ...setup, facts, script });
    if (rules.every((rule) => holdsUnlessRefuted(rule, world))) return true;
    scripts.push(...alternatives(world, script.length));
  }
  return false;
}

function visitWorld<T>(
  world: World,
  subject: Resource | undefined,
  visit: (world: World) => T,
): { readonly value: T } | undefined {
  try {
    if (subject) requireExistence(subject, world);
    return { value: visit(world) };
  } catch (error) {
    if (error === CONTRADICTION) return undefined;
    throw error;
  }
}

/** Scripts for the answers not taken at each decision that this world was first to make. */
function alternatives(world: World, from: number): (readonly number[])[] {
  const taken = world.choices.map((choice) => choice.at);
  return world.choices.slice(from).flatMap((choice, offset) => {
    const prefix = taken.slice(0, from + offset);
    return Array.from({ length: choice.count - 1 }, (_, at) => [...prefix, at + 1]);
  });
}

/** The subject exists, and with it everything that it refers to whatever the conditions say. */
function requireExistence(subject: Resource, world: World): void {
  world.read(subject.block);
  world.require(subject);
  for (const name of referencesOf(subject).unconditional) {
    const resource = world.named(name, subject.variables);
    if (resource) world.require(resource);
  }
}
