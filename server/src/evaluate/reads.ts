import { instancesOf, type Resource, type Template } from '#model';
import { type Block, changedStretch } from '#syntax';

/** Something an evaluation looked at: a block, or the answer to a look-up by kind and name, found or not. */
export type Token = Block | string;

export type LookupKind =
  | 'resource'
  | 'exists'
  | 'type'
  | 'referrers'
  | 'parameter'
  | 'condition'
  | 'mapping'
  | 'domain'
  | 'parameters'
  | 'outputs'
  | 'rules'
  | 'open';

/** What an evaluation looked at. Its result stands as long as none of it changes. */
export class Reads {
  readonly #tokens = new Set<Token>();

  /** What several evaluations looked at, together. */
  static union(all: readonly Reads[]): Reads {
    const [first, ...others] = all;
    if (first && others.length === 0) return first;
    const union = new Reads();
    for (const reads of all) for (const token of reads.#tokens) union.#tokens.add(token);
    return union;
  }

  /** Notes that a block's content was read. */
  block(block: Block): void {
    this.#tokens.add(block);
  }

  /** Notes that something was looked up. */
  lookup(kind: LookupKind, name = ''): void {
    this.#tokens.add(tokenOf(kind, name));
  }

  /** Notes that an alias was followed: which anchor it finds may depend on any text above it. */
  alias(): void {
    this.#tokens.add(ALIAS);
  }

  get tokens(): Iterable<Token> {
    return this.#tokens;
  }

  /** Whether any of this was read. */
  includesAny(tokens: readonly Token[]): boolean {
    return tokens.some((token) => this.#tokens.has(token));
  }
}

const ALIAS = 'alias';

function tokenOf(kind: LookupKind, name: string): Token {
  return `${kind} ${name}`;
}

/** All that would be read differently in `next` than in `before`. Cheap where little changed: it compares identities. */
export function changedTokens(before: Template, next: Template): readonly Token[] {
  const tokens: Token[] = goneBlocks(before, next);
  for (const name of changed(before.resources, next.resources)) {
    const [was, is] = [before.resources.get(name), next.resources.get(name)];
    const isSame = sameExistence(was, is);
    for (const each of namesOf(name, was, is)) {
      tokens.push(tokenOf('resource', each));
      if (!isSame) tokens.push(tokenOf('exists', each));
    }
  }
  tokens.push(...changedTypes(before, next).map((type) => tokenOf('type', type)));
  tokens.push(...changed(before.mappings, next.mappings).map((name) => tokenOf('mapping', name)));
  const parameters = changed(before.parameters, next.parameters);
  const conditions = changed(before.conditions, next.conditions);
  const rules = changed(before.rules, next.rules);
  tokens.push(...parameters.map((name) => tokenOf('parameter', name)));
  tokens.push(...conditions.map((name) => tokenOf('condition', name)));
  if (parameters.length > 0) tokens.push(tokenOf('parameters', ''));
  if (rules.length > 0) tokens.push(tokenOf('rules', ''));
  if (changed(before.outputs, next.outputs).length > 0) tokens.push(tokenOf('outputs', ''));
  tokens.push(...next.referrers.changedSince(before.referrers).map((name) => tokenOf('referrers', name)));
  if (before.isOpen !== next.isOpen) tokens.push(tokenOf('open', ''));
  if (parameters.length + conditions.length + rules.length > 0) {
    tokens.push(...changedDomains(before, next).map((name) => tokenOf('domain', name)));
  }
  if (tokens.length > 0 && before.tree !== next.tree) tokens.push(ALIAS);
  return tokens;
}

function goneBlocks({ tree: { blocks: before } }: Template, { tree: { blocks: next } }: Template): Block[] {
  const stretch = changedStretch(before, next);
  const present = new Set(next.slice(stretch.from, stretch.after));
  return before.slice(stretch.from, stretch.before).filter((block) => !present.has(block));
}

function changed(before: ReadonlyMap<string, unknown>, next: ReadonlyMap<string, unknown>): string[] {
  if (before === next) return [];
  const names: string[] = [];
  for (const [name, entity] of before) if (next.get(name) !== entity) names.push(name);
  for (const name of next.keys()) if (!before.has(name)) names.push(name);
  return names;
}

function changedTypes(before: Template, next: Template): readonly string[] {
  const types = new Set([...before.byType.keys(), ...next.byType.keys()]);
  return [...types].filter((type) => !sameMembers(before.resourcesOfType(type), next.resourcesOfType(type)));
}

/** A search by type tells which resources there are, and when; what it goes on to read of each is noted by itself. */
function sameMembers(before: readonly Resource[], next: readonly Resource[]): boolean {
  if (before === next) return true;
  return (
    before.length === next.length &&
    before.every((resource, at) => {
      const other = next[at];
      if (resource.logicalId !== other?.logicalId || resource.condition !== other.condition) return false;
      return sameVariables(resource, other);
    })
  );
}

/** The names under which a resource is looked up: those of the resources that a loop makes of it, too. */
function namesOf(name: string, ...versions: readonly (Resource | undefined)[]): readonly string[] {
  const looped = versions.filter((resource) => resource && resource.variables.size > 0);
  if (looped.length === 0) return [name];
  const instances = looped.flatMap((resource) => (resource ? instancesOf(resource) : []));
  return [...new Set([name, ...instances.map(({ logicalId }) => logicalId)])];
}

function sameVariables({ variables: before }: Resource, { variables: next }: Resource): boolean {
  if (before === next) return true;
  return (
    before.size === next.size &&
    [...before].every(([name, { literals, open }]) => {
      const other = next.get(name);
      return other?.open === open && other.literals.join('\n') === literals.join('\n');
    })
  );
}

function sameExistence(before: Resource | undefined, next: Resource | undefined): boolean {
  if (!before || !next) return false;
  return before.condition === next.condition && before.type === next.type && sameVariables(before, next);
}

function changedDomains(before: Template, next: Template): readonly string[] {
  return [...before.domains].filter(([name, domain]) => domain !== next.domainOf(name)).map(([name]) => name);
}
