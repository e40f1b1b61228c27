import { type Domain, plainText } from '#model';
import type { SyntaxNode } from '#syntax';
import { ofText } from './pieces.ts';
import type { Question, Resolved } from './resolved.ts';
import type { World } from './world.ts';

/** The question of what a parameter is. `standing`: its Default, where its value stands when it is that. */
export function parameterQuestion(domain: Domain, world: World, standing: SyntaxNode | undefined): Question {
  const settled = () => settledLiteral(domain, world);
  return {
    domain,
    isPlain: true,
    ask: (predicate) =>
      domain.opaque
        ? undefined
        : world.ask(domain, (literal) => (literal === undefined ? undefined : predicate(literal))),
    concrete: () => (domain.opaque ? undefined : world.concrete(domain)),
    settled: () => (domain.opaque ? undefined : settled()),
    stands: () => (settled() !== undefined && settled() === domain.default && domain.open ? standing : undefined),
  };
}

/** The question of what a mapping holds under the key that a parameter is. */
export function mappedQuestion(
  domain: Domain,
  world: World,
  nodeFor: (literal: string) => SyntaxNode | undefined,
): Question {
  const textFor = (literal: string | undefined) => (literal === undefined ? undefined : plainText(nodeFor(literal)));
  return {
    domain,
    isPlain: false,
    ask: (predicate) =>
      world.ask(domain, (literal) => {
        const text = textFor(literal);
        return text === undefined ? undefined : predicate(text);
      }),
    concrete: () => textFor(world.concrete(domain)),
    settled: () => textFor(settledLiteral(domain, world)),
    stands: () => {
      const literal = settledLiteral(domain, world);
      return literal === undefined ? undefined : nodeFor(literal);
    },
  };
}

function settledLiteral(domain: Domain, world: World): string | undefined {
  const { literals, other } = world.candidatesOf(domain);
  return literals.length === 1 && !other ? literals[0] : undefined;
}

/** A question without alternatives is a plain text or plainly unknown. */
export function settle(question: Question, node: SyntaxNode, name: string): Resolved {
  const text = question.settled();
  if (text !== undefined) return { ...ofText(text, node), stands: question.stands() };
  return question.domain.opaque ? unknown(node, name) : { kind: 'question', question, written: node };
}

/** What cannot be told, by the name of what stands in the way. */
export function unknown(node: SyntaxNode, name: string): Resolved {
  return { kind: 'unknown', given: true, name, written: node };
}
