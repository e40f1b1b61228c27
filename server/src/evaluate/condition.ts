import { intrinsicOf, plainList, plainText } from '#model';
import type { SyntaxNode } from '#syntax';
import { comparableOf, type Scope } from './resolve.ts';
import type { Answer } from './world.ts';

/** Whether a condition function holds in a world; undefined for what cannot be read, or where a blurred world cannot tell. */
export function evaluateCondition(node: SyntaxNode, scope: Scope): Answer {
  const { world, variables } = scope;
  world.read(node.block);
  const call = intrinsicOf(node);
  if (!call) return literalTruth(node);
  const operands = plainList(call.argument)?.items ?? [call.argument];
  switch (call.name) {
    case 'Condition': {
      const name = plainText(call.argument);
      return name === undefined ? undefined : world.holds(name, variables);
    }
    case 'Fn::Not':
      return operands[0] && negate(evaluateCondition(operands[0], scope));
    case 'Fn::And':
      return every(operands, scope);
    case 'Fn::Or':
      return negate(every(operands, scope, negate));
    case 'Fn::Equals':
      return operands[0] && operands[1] && equals(operands[0], operands[1], scope);
    default:
      return undefined;
  }
}

function negate(answer: Answer): Answer {
  return answer === undefined ? undefined : !answer;
}

function literalTruth(node: SyntaxNode): Answer {
  const text = plainText(node)?.toLowerCase();
  if (text === 'true') return true;
  return text === 'false' ? false : undefined;
}

function every(
  operands: readonly SyntaxNode[],
  scope: Scope,
  turn: (answer: Answer) => Answer = (answer) => answer,
): Answer {
  let all: Answer = true;
  for (const operand of operands) {
    const answer = turn(evaluateCondition(operand, scope));
    if (answer === false) return false;
    if (answer === undefined) all = undefined;
  }
  return all;
}

function equals(left: SyntaxNode, right: SyntaxNode, scope: Scope): Answer {
  const { world } = scope;
  const [a, b] = [comparableOf(left, scope), comparableOf(right, scope)];
  if (a === undefined || b === undefined) return world.opaque(`${sourceOf(left)} equals ${sourceOf(right)}`);
  if (typeof a === 'string') return typeof b === 'string' ? a === b : b.ask((text) => text === a);
  if (typeof b === 'string') return a.ask((text) => text === b);
  if (a.domain === b.domain && a.isPlain && b.isPlain) return true;
  const text = a.concrete();
  if (text === undefined) return world.opaque(`${sourceOf(left)} equals ${sourceOf(right)}`);
  return b.ask((other) => other === text);
}

function sourceOf(node: SyntaxNode): string {
  const start = node.tag?.span.start ?? node.span.start;
  return node.block.text.slice(start, node.span.end);
}
