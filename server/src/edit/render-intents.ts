import type { SyntaxTree } from '#syntax';
import type { TextEdit } from '#text';
import type { Intent } from './intent.ts';
import { planIntents } from './plan-intents.ts';
import { renderPlan } from './render-plan.ts';

/**
 * The edits that carry out the intents of one fix on the tree's text: the fewest, ordered and apart, in the file's own style. None
 * where everything is there already. Undefined when it cannot be done properly: an alias, anchor, merge key, intrinsic
 * function or explicit key is in the way, the place is no part of the tree, or two intents disagree.
 */
export function renderIntents(tree: SyntaxTree, intents: readonly Intent[]): readonly TextEdit[] | undefined {
  const plan = planIntents(tree, intents);
  return plan && renderPlan(tree, plan);
}
