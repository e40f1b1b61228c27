import type { MapEntry, SyntaxNode } from '#syntax';
import { intrinsicOf } from './intrinsic.ts';
import { entryNamed, plainList, plainMap, plainText } from './read-node.ts';
import type { Domain, Mapping, Parameter } from './template.ts';

/** Loop variables with the values each takes, by name. */
export type Variables = ReadonlyMap<string, Domain>;

/** Where a loop's values may stand other than in the loop. */
export interface Collections {
  parameter(name: string): Parameter | undefined;
  mapping(name: string): Mapping | undefined;
}

/** Deeper nesting of loops than CloudFormation takes (5). */
const MAX_DEPTH = 5;
const FOR_EACH = 'Fn::ForEach::';

/** Whether the key of an entry makes it a `Fn::ForEach`. */
export function isLoop(key: string): boolean {
  return key.startsWith(FOR_EACH);
}

/**
 * The entries that an entry of a section stands for: itself, or the bodies of a `Fn::ForEach`, however deep, each once with the
 * variables around it. `Fn::ForEach::Name: [variable, [values], { 'Id${variable}': body }]`.
 */
export function entriesInLoops(
  entry: Pick<MapEntry, 'key' | 'value'>,
  collections: Collections,
  variables: Variables = new Map(),
  depth = 0,
): readonly (Pick<MapEntry, 'key' | 'value'> & { readonly variables: Variables })[] {
  if (!isLoop(entry.key.text)) return [{ ...entry, variables }];
  const [variable, collection, bodies] = plainList(entry.value)?.items ?? [];
  const name = plainText(variable);
  const map = plainMap(bodies);
  if (name === undefined || !map || depth >= MAX_DEPTH) return [];
  const inner = new Map(variables).set(name, loopDomain(name, collection, collections));
  return map.entries.flatMap((body) => entriesInLoops(body, collections, inner, depth + 1));
}

function loopDomain(name: string, collection: SyntaxNode | undefined, collections: Collections): Domain {
  const values = collection && valuesOf(collection, collections);
  return {
    name,
    literals: [...new Set(values?.literals)],
    open: values?.open ?? true,
    default: undefined,
    opaque: false,
    isVariable: true,
  };
}

interface Values {
  readonly literals: readonly string[];
  /** Whether there may be others. */
  readonly open: boolean;
}

/** What a collection holds: a list as written, one that a mapping holds, or the default of a parameter, which may be given another. */
function valuesOf(collection: SyntaxNode, { parameter, mapping }: Collections): Values | undefined {
  const list = plainList(collection)?.items;
  if (list) return literalsOf(list);
  const call = intrinsicOf(collection);
  if (call?.name === 'Ref') {
    const given = parameter(plainText(call.argument) ?? '')?.default;
    const items = plainList(given)?.items;
    if (items) return { ...literalsOf(items), open: true };
    const text = plainText(given);
    return text === undefined ? undefined : { literals: text.split(',').map((item) => item.trim()), open: true };
  }
  if (call?.name !== 'Fn::FindInMap') return undefined;
  const [name = '', row = '', column = ''] = plainList(call.argument)?.items.map((item) => plainText(item)) ?? [];
  const body = mapping(name)?.body;
  const cells = body && plainMap(entryNamed(body, row)?.value);
  const items = cells && plainList(entryNamed(cells, column)?.value)?.items;
  return items && literalsOf(items);
}

function literalsOf(items: readonly SyntaxNode[]): Values {
  const literals = items.flatMap((item) => plainText(item) ?? []);
  return { literals, open: literals.length < items.length };
}

/** The ways in which variables can be bound to one value each; undefined when nothing tells all of them, or they are too many. */
export function bindingsOf(variables: Variables): readonly Variables[] | undefined {
  let bindings: readonly Variables[] = [new Map()];
  for (const [name, domain] of variables) {
    if (domain.open || bindings.length * domain.literals.length > MOST_BINDINGS) return undefined;
    bindings = bindings.flatMap((bound) =>
      domain.literals.map((literal) => new Map(bound).set(name, { ...domain, literals: [literal] })),
    );
  }
  return bindings;
}

/** Beyond this a loop is looked at as a whole. CloudFormation takes 500 resources. */
const MOST_BINDINGS = 100;

const PLACEHOLDER = /([$&])\{([\w]+)\}/g;

/** Whether a text holds the place of a variable. */
export function holdsVariable(text: string, variables: Variables): boolean {
  if (variables.size === 0) return false;
  return [...text.matchAll(PLACEHOLDER)].some(([, , name]) => variables.has(name ?? ''));
}

/**
 * A text with its variables filled in: `${Name}` as it is, and `&{Name}` without what may not stand in a logical id. Undefined
 * when `value` does not know one.
 */
export function fillVariables(
  template: string,
  variables: Variables,
  value: (domain: Domain) => string | undefined,
): string | undefined {
  let isKnown = true;
  const filled = template.replace(PLACEHOLDER, (whole, sign: string, name: string) => {
    const domain = variables.get(name);
    if (!domain) return whole;
    const text = value(domain);
    if (text === undefined) isKnown = false;
    return sign === '&' ? (text ?? '').replace(/[^A-Za-z0-9]/g, '') : (text ?? '');
  });
  return isKnown ? filled : undefined;
}

/** The one value of a variable that is bound. */
export function boundValue({ literals, open }: Domain): string | undefined {
  return literals.length === 1 && !open ? literals[0] : undefined;
}

/** Says of variables which they are and what values they take. */
export function describeVariables(variables: Variables): string {
  if (variables.size === 0) return '';
  return JSON.stringify([...variables.values()].map(({ name, literals, open }) => [name, literals, open]));
}
