import { remember, type SyntaxNode } from '#syntax';
import { intrinsicOf } from './intrinsic.ts';
import { plainText } from './read-node.ts';
import { splitSub } from './sub.ts';
import type { Resource } from './template.ts';

/** The names that a resource's properties refer to by Ref, Fn::GetAtt or Fn::Sub: logical ids, parameters, pseudo parameters. */
export interface References {
  readonly all: ReadonlySet<string>;
  /** Those that stand outside every `Fn::If`, so that they are there whatever the conditions say. */
  readonly unconditional: ReadonlySet<string>;
  /** The texts that stand in the properties, as `textKeyOf` names them: what could be the name of another resource. */
  readonly texts: ReadonlySet<string>;
}

const NONE: References = { all: new Set(), unconditional: new Set(), texts: new Set() };

/** What the properties of a resource refer to. */
export function referencesOf({ properties }: Resource): References {
  return properties ? referencesIn(properties) : NONE;
}

const referencesIn = remember((properties: SyntaxNode): References => {
  const all = new Set<string>();
  const unconditional = new Set<string>();
  const texts = new Set<string>();
  collect(properties, true, {
    name(name, always) {
      all.add(name);
      if (always) unconditional.add(name);
    },
    text: (text) => texts.add(text),
  });
  return { all, unconditional, texts };
});

interface Visit {
  name(name: string, always: boolean): void;
  text(text: string): void;
}

function collect(node: SyntaxNode, always: boolean, visit: Visit): void {
  const call = intrinsicOf(node);
  if (call?.name === 'Ref') visit.name(plainText(call.argument) ?? '', always);
  if (call?.name === 'Fn::GetAtt') visit.name(logicalIdOf(call.argument), always);
  if (call?.name === 'Fn::Sub') collectSub(call.argument, always, visit);
  const text = textKeyOf(node);
  if (text !== undefined) visit.text(text);
  const inside = always && call?.name !== 'Fn::If';
  if (node.kind === 'map') for (const entry of node.entries) collect(entry.value, inside, visit);
  if (node.kind === 'list') for (const item of node.items) collect(item, inside, visit);
}

/**
 * What a text is found by among the texts of other resources: a literal of the length of a name, or the text of a `Fn::Sub` as
 * written. Undefined for all else.
 */
export function textKeyOf(node: SyntaxNode): string | undefined {
  const call = intrinsicOf(node);
  if (call && call.name !== 'Fn::Sub') return undefined;
  const text = plainText(call ? call.argument : node);
  return text !== undefined && text.length >= 3 && text.length <= 255 ? `"${text}` : undefined;
}

function logicalIdOf(argument: SyntaxNode): string {
  if (argument.kind === 'list') return plainText(argument.items[0]) ?? '';
  return plainText(argument)?.split('.', 1)[0] ?? '';
}

function collectSub(argument: SyntaxNode, always: boolean, visit: Visit): void {
  const text = plainText(argument.kind === 'list' ? argument.items[0] : argument);
  for (const part of text === undefined ? [] : splitSub(text)) {
    if (typeof part !== 'string') visit.name(part.name.split('.', 1)[0] ?? '', always);
  }
}
