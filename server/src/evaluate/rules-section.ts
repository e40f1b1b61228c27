import { intrinsicOf, plainList, plainMap, type RuleSection, valueNamed } from '#model';
import type { SyntaxNode } from '#syntax';
import { evaluateCondition } from './condition.ts';
import { comparableOf, type Scope } from './resolve.ts';
import type { Answer, World } from './world.ts';

/** Whether a world may be deployed under an entry of Rules: false only when its assertions certainly fail. */
export function holdsUnlessRefuted(rule: RuleSection, world: World): boolean {
  const when = valueNamed(rule.body, 'RuleCondition');
  if (when && evaluateRuleFunction(when, world) !== true) return true;
  const assertions = plainList(valueNamed(rule.body, 'Assertions'))?.items ?? [];
  return assertions.every((assertion) => {
    const map = plainMap(assertion);
    const assert = map && valueNamed(map, 'Assert');
    return !assert || evaluateRuleFunction(assert, world) !== false;
  });
}

/** Rule-specific functions (`Fn::Contains`, …) beside those of conditions. */
function evaluateRuleFunction(node: SyntaxNode, world: World): Answer {
  const call = intrinsicOf(node);
  const operands = call && (plainList(call.argument)?.items ?? [call.argument]);
  if (call?.name === 'Fn::Contains' && operands?.[0] && operands[1]) return contains(operands[0], operands[1], world);
  if (!call || !operands || !['Fn::And', 'Fn::Or', 'Fn::Not'].includes(call.name))
    return evaluateCondition(node, scopeIn(world));
  const answers = operands.map((operand) => evaluateRuleFunction(operand, world));
  if (call.name === 'Fn::Not') return answers[0] === undefined ? undefined : !answers[0];
  const decisive = call.name === 'Fn::Or';
  if (answers.includes(decisive)) return decisive;
  return answers.includes(undefined) ? undefined : !decisive;
}

function contains(list: SyntaxNode, value: SyntaxNode, world: World): Answer {
  const items = plainList(list)?.items.map((item) => comparableOf(item, scopeIn(world)));
  const sought = comparableOf(value, scopeIn(world));
  if (!items || sought === undefined) return undefined;
  const texts = items.filter((item) => typeof item === 'string');
  if (typeof sought === 'string') return texts.includes(sought) || (texts.length < items.length ? undefined : false);
  return texts.length === items.length ? sought.ask((text) => texts.includes(text)) : undefined;
}

/** No loop stands around a rule. */
function scopeIn(world: World): Scope {
  return { world, variables: new Map() };
}
