import type { SyntaxNode, SyntaxTree } from '#syntax';
import type { Intent } from './intent.ts';
import { loopBodyWith } from './loop-bodies.ts';
import { type Addition, createPlan, type Plan, planValue } from './plan.ts';
import { planRemoval, settleRemovals } from './plan-removals.ts';
import { locate } from './site.ts';
import { resolveNames } from './unique-names.ts';

/** What the intents of one fix do to each node; undefined when they cannot be carried out. */
export function planIntents(tree: SyntaxTree, intents: readonly Intent[]): Plan | undefined {
  const named = resolveNames(tree, intents);
  if (!named) return undefined;
  const plan = createPlan();
  for (const intent of named) if (!planIntent(tree, plan, intent)) return undefined;
  if (!settleRemovals(tree, plan) || !isConsistent(tree, plan)) return undefined;
  return plan;
}

function planIntent(tree: SyntaxTree, plan: Plan, intent: Intent): boolean {
  switch (intent.kind) {
    case 'set':
      return planValue(tree, plan, intent.target.at, intent.target.path, intent.value);
    case 'append':
      return planValue(tree, plan, intent.target.at, [...intent.target.path, '-'], intent.value);
    case 'remove':
      return planRemoval(tree, plan, intent.target);
    case 'addResource':
      return planAddition(tree, plan, {
        section: 'Resources',
        key: intent.logicalId,
        body: intent.body,
        after: intent.after,
      });
    case 'addParameter':
      return planAddition(tree, plan, { section: 'Parameters', key: intent.name, body: intent.body, after: undefined });
  }
}

function planAddition(tree: SyntaxTree, plan: Plan, addition: Addition): boolean {
  const section = tree.sections.find((other) => other.name === addition.section);
  // What accompanies a resource of a loop belongs there, once for each turn.
  const loop = loopBodyWith(section, addition.after);
  if (loop) return planValue(tree, plan, loop.map, [addition.key], addition.body);
  if (section && !section.entries) {
    const { value } = section;
    return value !== undefined && planValue(tree, plan, value, [addition.key], addition.body);
  }
  const root = tree.sections[0]?.block;
  if (!section && root?.kind === 'junk') {
    return (
      root.value !== undefined && planValue(tree, plan, root.value, [addition.section, addition.key], addition.body)
    );
  }
  // An include may bring a resource of the same name.
  if (section?.entries?.some((entry) => entry.key?.text === 'Fn::Transform')) return false;
  plan.additions.push(addition);
  return true;
}

/** Whether nothing is to be done to a part of what goes or is replaced as a whole. */
function isConsistent(tree: SyntaxTree, plan: Plan): boolean {
  const whole = new Set<SyntaxNode>([...plan.replaced.keys(), ...plan.removed, ...plan.wrapped.keys()]);
  const touched = [...whole, ...plan.inserted.keys(), ...plan.appended.keys()];
  return touched.every((node) => {
    const site = locate(tree, node);
    for (let above = site?.parent; above; above = above.parent) if (whole.has(above.node)) return false;
    const uses = [plan.replaced.has(node), plan.removed.has(node), plan.wrapped.has(node)].filter(Boolean).length;
    return uses < 2 && site !== undefined;
  });
}
