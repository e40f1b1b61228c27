import { remember, type SyntaxNode } from '#syntax';
import { intrinsicOf } from './intrinsic.ts';
import { boundValue, fillVariables, type Variables } from './loops.ts';
import { plainList, plainText } from './read-node.ts';
import type { Domain, Parameter, Template } from './template.ts';

/** The domains of a template's parameters and pseudo parameters, worked out as they are asked for. */
export interface Domains {
  of(name: string): Domain | undefined;
  /** Those asked for so far, of this template or of those it was made from, as they were when they were asked for last. */
  readonly known: ReadonlyMap<string, Domain | undefined>;
}

/** What tells the domains of a template. Not the template itself, which would live on as long as what was made from it. */
type Declarations = Pick<Template, 'parameters' | 'conditions' | 'rules'>;

/** The domains that an earlier template had worked out. Not the template itself: it would live on as long as this one. */
export type EarlierDomains = ReadonlyMap<string, Domain | undefined> | undefined;

/**
 * What each parameter can be. A parameter with AllowedValues is one of them. Any other is its default, a literal that some
 * condition compares it with, or something else.
 */
export function createDomains(template: Declarations, earlier: EarlierDomains): Domains {
  let compared: ReadonlyMap<string, ReadonlySet<string>> | undefined;
  // What was asked of an earlier template is not forgotten: findings that rest on it may have been taken over since.
  const known = new Map(earlier);
  const current = new Set<string>();
  return {
    of(name) {
      if (!current.has(name)) known.set(name, shared(domainOf(name), earlier));
      current.add(name);
      return known.get(name);
    },
    known,
  };

  function domainOf(name: string): Domain | undefined {
    compared ??= comparedLiterals(template);
    const literals = compared.get(name) ?? NO_LITERALS;
    if (name.startsWith('AWS::'))
      return { name, literals: [...literals], open: true, default: undefined, opaque: false };
    const parameter = template.parameters.get(name);
    return parameter && parameterDomain(parameter, literals);
  }
}

const NO_LITERALS: ReadonlySet<string> = new Set();

function parameterDomain(parameter: Parameter, compared: ReadonlySet<string>): Domain {
  const { name, allowedValues } = parameter;
  const opaque = isStoredElsewhere(parameter.type);
  const given = opaque ? undefined : defaultText(parameter);
  if (allowedValues && allowedValues.length > 0 && !opaque) {
    return { name, literals: [...new Set(allowedValues)], open: false, default: given, opaque };
  }
  const literals = given === undefined ? [...compared] : [...new Set([given, ...compared])];
  return { name, literals, open: true, default: given, opaque };
}

/** The value of such a parameter is the name of a parameter store entry, not the text that the template gets. */
function isStoredElsewhere(type: string): boolean {
  return type.startsWith('AWS::SSM::Parameter::');
}

function defaultText(parameter: Parameter): string | undefined {
  const node = parameter.default;
  if (node?.kind === 'scalar' && node.value === null && !node.tag) return undefined;
  const list = plainList(node);
  return list ? list.items.map((item) => plainText(item) ?? '').join(',') : plainText(node);
}

/** Per parameter the literals it is compared with, collected once per condition or rule body. */
function comparedLiterals(template: Declarations): ReadonlyMap<string, ReadonlySet<string>> {
  const all = new Map<string, Set<string>>();
  const add = (name: string, literal: string) => {
    const literals = all.get(name);
    if (literals) literals.add(literal);
    else all.set(name, new Set([literal]));
  };
  const entities = [
    ...[...template.rules.values()].map(({ body }) => ({ body, variables: NO_VARIABLES })),
    ...template.conditions.values(),
  ];
  for (const { body, variables } of entities) {
    const fill = (text: string) => fillVariables(text, variables, boundValue) ?? text;
    for (const [name, other] of comparisonsIn(body)) {
      const variable = other.refersTo === undefined ? undefined : variables.get(other.refersTo);
      const literal = other.literal === undefined ? variable && boundValue(variable) : fill(other.literal);
      if (literal !== undefined) add(fill(name), literal);
    }
  }
  return all;
}

/** A reference compared with a literal, or with another name: in a loop that may be the loop's variable. */
type Comparison = readonly [parameter: string, other: { readonly literal?: string; readonly refersTo?: string }];
const NO_VARIABLES: Variables = new Map();

const comparisonsIn = remember((body: SyntaxNode): readonly Comparison[] => {
  const found: Comparison[] = [];
  collect(body, found);
  return found;
});

function collect(node: SyntaxNode, into: Comparison[]): void {
  const call = intrinsicOf(node);
  if (call?.name === 'Fn::Equals') into.push(...comparisonOf(call.argument));
  if (call?.name === 'Fn::Contains') into.push(...containments(call.argument));
  if (call?.name === 'Fn::EachMemberIn' || call?.name === 'Fn::EachMemberEquals')
    into.push(...memberships(call.argument));
  if (node.kind === 'map') for (const entry of node.entries) collect(entry.value, into);
  if (node.kind === 'list') for (const item of node.items) collect(item, into);
}

function comparisonOf(argument: SyntaxNode): Comparison[] {
  const [left, right] = plainList(argument)?.items ?? [];
  if (!left || !right) return [];
  return [...pair(left, right), ...pair(right, left)];
}

function containments(argument: SyntaxNode): Comparison[] {
  const [list, value] = plainList(argument)?.items ?? [];
  if (!list || !value) return [];
  return plainList(list)?.items.flatMap((item) => pair(value, item)) ?? [];
}

/** Of `Fn::EachMemberIn` and `Fn::EachMemberEquals`: each of the first against each of the second, or the second itself. */
function memberships(argument: SyntaxNode): Comparison[] {
  const [members, list] = plainList(argument)?.items ?? [];
  if (!members || !list) return [];
  const others = plainList(list)?.items ?? [list];
  return plainList(members)?.items.flatMap((member) => others.flatMap((other) => pair(member, other))) ?? [];
}

function pair(reference: SyntaxNode, other: SyntaxNode): Comparison[] {
  const name = referenceIn(reference);
  const literal = plainText(other);
  const refersTo = referenceIn(other);
  if (name === undefined) return [];
  if (literal !== undefined) return [[name, { literal }]];
  return refersTo === undefined ? [] : [[name, { refersTo }]];
}

function referenceIn(node: SyntaxNode): string | undefined {
  const call = intrinsicOf(node);
  return call?.name === 'Ref' ? plainText(call.argument) : undefined;
}

function shared(domain: Domain | undefined, earlier: EarlierDomains): Domain | undefined {
  const before = domain && earlier?.get(domain.name);
  return before && sameDomain(before, domain) ? before : domain;
}

function sameDomain(a: Domain, b: Domain): boolean {
  return (
    a.open === b.open &&
    a.default === b.default &&
    a.opaque === b.opaque &&
    a.literals.length === b.literals.length &&
    a.literals.every((literal, at) => literal === b.literals[at])
  );
}
