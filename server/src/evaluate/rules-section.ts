import { intrinsicOf, plainList, plainMap, type RuleSection, valueNamed } from '#model';
import type { SyntaxNode } from '#syntax';
import { evaluateCondition } from './condition.ts';
import { comparableOf, resolve, type Scope } from './resolve.ts';
import type { Question } from './resolved.ts';
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

/** Functions that only rules have, beside those of conditions. */
function evaluateRuleFunction(node: SyntaxNode, world: World): Answer {
  const call = intrinsicOf(node);
  const [first, second] = (call && plainList(call.argument)?.items) ?? [];
  if (first && second) {
    if (call?.name === 'Fn::Contains') return isIn(comparableOf(second, scopeIn(world)), membersOf(first, world));
    if (call?.name === 'Fn::EachMemberIn') return eachIsIn(membersOf(first, world), membersOf(second, world));
    if (call?.name === 'Fn::EachMemberEquals') {
      return eachIsIn(membersOf(first, world), [comparableOf(second, scopeIn(world))]);
    }
  }
  if (!call || !['Fn::And', 'Fn::Or', 'Fn::Not'].includes(call.name)) return evaluateCondition(node, scopeIn(world));
  const operands = plainList(call.argument)?.items ?? [call.argument];
  const answers = operands.map((operand) => evaluateRuleFunction(operand, world));
  if (call.name === 'Fn::Not') return answers[0] === undefined ? undefined : !answers[0];
  const decisive = call.name === 'Fn::Or';
  if (answers.includes(decisive)) return decisive;
  return answers.includes(undefined) ? undefined : !decisive;
}

/** Undefined for a text that nothing tells, such as `Fn::ValueOf`. */
type Member = string | Question | undefined;

/** The members of a list; undefined when nothing tells them, as of `Fn::RefAll`. A lone value is a list of itself. */
function membersOf(node: SyntaxNode, world: World): readonly Member[] | undefined {
  const scope = scopeIn(world);
  const written = plainList(node)?.items;
  if (written) return written.map((item) => comparableOf(item, scope));
  const resolved = resolve(node, scope);
  if (resolved.kind === 'list' && !resolved.open) {
    return resolved.elements.map((element) => (typeof element === 'string' ? element : comparableOf(element, scope)));
  }
  return resolved.kind === 'scalar' ? [resolved.text] : undefined;
}

function eachIsIn(members: readonly Member[] | undefined, list: readonly Member[] | undefined): Answer {
  if (!members) return undefined;
  const answers = members.map((member) => isIn(member, list));
  if (answers.includes(false)) return false;
  return answers.includes(undefined) ? undefined : true;
}

function isIn(sought: Member, list: readonly Member[] | undefined): Answer {
  if (!list || sought === undefined) return undefined;
  const texts = list.filter((item) => typeof item === 'string');
  if (typeof sought === 'string') return texts.includes(sought) || (texts.length < list.length ? undefined : false);
  return texts.length === list.length ? sought.ask((text) => texts.includes(text)) : undefined;
}

/** No loop stands around a rule. */
function scopeIn(world: World): Scope {
  return { world, variables: new Map() };
}
