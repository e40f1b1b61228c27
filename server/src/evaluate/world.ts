import {
  type Condition,
  type Domain,
  fillVariables,
  findInstance,
  instancesOf,
  type Mapping,
  type Parameter,
  type Resource,
  type Template,
  type Variables,
} from '#model';
import type { Block, SyntaxNode } from '#syntax';
import { evaluateCondition } from './condition.ts';
import type { Reads } from './reads.ts';
import type { Views } from './value.ts';

/** An answer about a value; undefined for "the template cannot tell". */
export type Answer = boolean | undefined;

/** What a parameter can still be in a world. */
export interface Candidates {
  readonly domain: Domain;
  readonly literals: readonly string[];
  /** Whether it can still be something the template does not name. */
  readonly other: boolean;
}

/** The decisions that make a world. */
export interface Facts {
  readonly candidates: ReadonlyMap<string, Candidates>;
  /** Conditions and comparisons that cannot be read, decided as they come, by their text. */
  readonly opaque: ReadonlyMap<string, boolean>;
}

/** Thrown where a world turns out not to exist: it cannot be deployed. Caught by `explore` alone. */
export const CONTRADICTION = Symbol('contradiction');

export interface WorldSetup {
  readonly template: Template;
  /** Parameters fixed by a chosen parameter file. */
  readonly pins: ReadonlyMap<string, Domain>;
  readonly reads: Reads;
  /** The choices to take, in order; beyond them the first is taken. Undefined: nothing is decided, open questions are unknown. */
  readonly script: readonly number[] | undefined;
  readonly facts?: Facts;
  /** The resource that is looked at. Of the resources of a loop that it stands in, it is one; all others go by their own names. */
  readonly subject?: Resource | undefined;
}

const NO_VARIABLES: Variables = new Map();

/**
 * One way the template can be deployed, made up as it is asked: a question with several answers is decided for this
 * world, and noted so that the other answers get worlds of their own.
 */
export class World {
  readonly template: Template;
  readonly reads: Reads;
  /** Not in a weak map by world: what such maps hold outlives the next collections of young garbage. */
  readonly views: Views = { resources: new Map(), template: undefined };
  readonly #pins: ReadonlyMap<string, Domain>;
  readonly #script: readonly number[] | undefined;
  readonly #candidates: Map<string, Candidates>;
  readonly #opaque: Map<string, boolean>;
  readonly #conditions = new Map<string, Answer>();
  readonly #named = new Set<string>();
  readonly #subject: Variables;
  readonly #taken: Choice[] = [];

  constructor(setup: WorldSetup) {
    this.template = setup.template;
    this.reads = setup.reads;
    this.#pins = setup.pins;
    this.#script = setup.script;
    this.#candidates = new Map(setup.facts?.candidates);
    this.#opaque = new Map(setup.facts?.opaque);
    this.#subject = setup.subject?.variables ?? NO_VARIABLES;
  }

  /** The choices taken so far, in order. */
  get choices(): readonly Choice[] {
    return this.#taken;
  }

  /** The decisions that make this world, as they stand. */
  get facts(): Facts {
    return { candidates: this.#candidates, opaque: this.#opaque };
  }

  /** The names of the conditions that were asked for, first as they are written where that holds the place of a variable. */
  get conditionsRead(): readonly string[] {
    return [...this.#named, ...this.#conditions.keys()];
  }

  read(block: Block): void {
    this.reads.block(block);
  }

  /** The node an alias stands for, else the node itself. */
  dealias(node: SyntaxNode): SyntaxNode | undefined {
    if (node.kind === 'alias') this.reads.alias();
    return this.template.dealias(node);
  }

  /** What a parameter or pseudo parameter can be; undefined for other names. */
  domain(name: string): Domain | undefined {
    this.reads.lookup('domain', name);
    const declared = this.template.domainOf(name);
    return declared && (this.#pins.get(name) ?? declared);
  }

  parameter(name: string): Parameter | undefined {
    this.reads.lookup('parameter', name);
    return this.template.parameters.get(name);
  }

  mapping(name: string): Mapping | undefined {
    this.reads.lookup('mapping', name);
    return this.template.mappings.get(name);
  }

  /** A resource by its id. Only that it is there, its type and its condition count as read: its view notes the rest. */
  resource(logicalId: string): Resource | undefined {
    this.reads.lookup('exists', logicalId);
    const { resources, looped } = this.template;
    return resources.get(logicalId) ?? (looped.length > 0 ? findInstance(looped, logicalId) : undefined);
  }

  /** The resource that a name means to one that stands in loops: there `Bucket${Env}` is the one of the same turn. */
  named(name: string, variables: Variables): Resource | undefined {
    const written = this.resource(name);
    if (this.template.looped.length === 0 || (written && isWithin(written.variables, variables))) return written;
    const filled = this.fill(name, variables);
    const found = filled === undefined ? undefined : this.resource(filled);
    // Outside of its loop nothing goes by the name as it is written there.
    const loop = found && this.#loopOf(found);
    if (!found || found === loop) return undefined;
    return loop && this.#isTurnOfSubject(found) ? loop : found;
  }

  /** The resources of a type, those of a loop one by one, other than those of the same loop as the subject's. */
  resourcesOfType(type: string): readonly Resource[] {
    this.reads.lookup('type', type);
    const found = this.template.resourcesOfType(type);
    return this.template.looped.length === 0 ? found : found.flatMap((resource) => this.#turnsOf(resource));
  }

  /** The resources whose properties refer to a name. */
  referrersOf(name: string): readonly Resource[] {
    const resource = this.template.looped.length > 0 ? this.template.resources.get(name) : undefined;
    const names = new Set([name, ...(resource ? instancesOf(resource).map(({ logicalId }) => logicalId) : [])]);
    return [...names].flatMap((each) => {
      this.reads.lookup('referrers', each);
      return this.template.referrers.of(each).flatMap((id) => {
        const referrer = this.resource(id);
        return referrer ? this.#turnsOf(referrer) : [];
      });
    });
  }

  #turnsOf(resource: Resource): readonly Resource[] {
    return isWithin(resource.variables, this.#subject) ? [resource] : instancesOf(resource);
  }

  /** The resource as its loop has it, of which this is one turn. */
  #loopOf({ key, type }: Resource): Resource | undefined {
    return this.template.looped.find((written) => written.key === key && written.type === type);
  }

  /** Whether one turn of a loop is that of the subject, where the subject stands in the same loop. */
  #isTurnOfSubject({ variables }: Resource): boolean {
    return [...variables].every(([name, { literals }]) => {
      const domain = this.#subject.get(name);
      return domain !== undefined && this.ask(domain, (literal) => literal === literals[0]) === true;
    });
  }

  /** A text with the variables of loops filled in, a world for each value; undefined where a value is not known. */
  fill(text: string, variables: Variables): string | undefined {
    return variables.size === 0 ? text : fillVariables(text, variables, (domain) => this.concrete(domain));
  }

  /** Whether there may be more resources than are written. */
  get isOpen(): boolean {
    this.reads.lookup('open');
    return this.template.isOpen;
  }

  /** What a domain can still be here. */
  candidatesOf(domain: Domain): Candidates {
    return this.#candidates.get(keyOf(domain)) ?? { domain, literals: domain.literals, other: domain.open };
  }

  /**
   * Whether a predicate holds of a parameter. `classify` answers for each literal, and for undefined: any other value.
   * Makes at most three worlds, however many values there are.
   */
  ask(domain: Domain, classify: (literal: string | undefined) => Answer): Answer {
    const { literals, other } = this.candidatesOf(domain);
    const groups = new Map<Answer, { literals: string[]; other: boolean }>();
    const groupOf = (answer: Answer) => {
      const group = groups.get(answer) ?? { literals: [], other: false };
      groups.set(answer, group);
      return group;
    };
    for (const literal of literals) groupOf(classify(literal)).literals.push(literal);
    if (other) groupOf(classify(undefined)).other = true;
    if (groups.size <= 1) return [...groups.keys()][0];
    const answer = this.#choose([...groups.keys()]);
    const group = answer && groups.get(answer.chosen);
    if (!group) return undefined;
    this.#candidates.set(keyOf(domain), { domain, ...group });
    return answer.chosen;
  }

  /** The literal a parameter is in this world, a world for each; undefined when it is something the template does not name. */
  concrete(domain: Domain): string | undefined {
    const { literals, other } = this.candidatesOf(domain);
    const options: (string | undefined)[] = other ? [...literals, undefined] : [...literals];
    if (options.length === 0) return undefined;
    if (options.length === 1) return options[0];
    const answer = this.#choose(options);
    if (!answer) return undefined;
    const { chosen } = answer;
    const rest = chosen === undefined ? { literals: [], other: true } : { literals: [chosen], other: false };
    this.#candidates.set(keyOf(domain), { domain, ...rest });
    return chosen;
  }

  /** Narrows a parameter to the keys of a map it is looked up in: with any other value the stack cannot be deployed. */
  confine(domain: Domain, keys: readonly string[]): void {
    const { literals, other } = this.candidatesOf(domain);
    const known = new Set(domain.literals);
    const named = other ? keys.filter((key) => !known.has(key)) : [];
    const kept = [...literals.filter((literal) => keys.includes(literal)), ...named];
    if (kept.length > 0) this.#candidates.set(keyOf(domain), { domain, literals: kept, other: false });
  }

  /** Something that cannot be read but is either so or not, decided once for this world. */
  opaque(text: string): Answer {
    const known = this.#opaque.get(text);
    if (known !== undefined) return known;
    const answer = this.#choose([true, false]);
    if (answer) this.#opaque.set(text, answer.chosen);
    return answer?.chosen;
  }

  /** Whether a named condition holds in this world; undefined only where nothing is decided. */
  holds(written: string, variables: Variables = NO_VARIABLES): Answer {
    const name = this.fill(written, variables);
    if (name !== written) this.#named.add(written);
    if (name === undefined) return this.opaque(written);
    if (this.#conditions.has(name)) return this.#conditions.get(name);
    this.#conditions.set(name, undefined);
    const condition = this.#condition(name);
    const answer =
      (condition && evaluateCondition(condition.body, { world: this, variables: condition.variables })) ??
      this.opaque(name);
    this.#conditions.set(name, answer);
    return answer;
  }

  /** Whether a resource of the template exists in this world; undefined only where nothing is decided. */
  exists({ condition, variables }: Resource): Answer {
    return condition === undefined ? true : this.holds(condition, variables);
  }

  /** This world is one in which the resource exists; elsewhere it cannot be deployed. */
  require(resource: Resource): void {
    if (this.exists(resource) === false) throw CONTRADICTION;
  }

  #condition(name: string): Condition | undefined {
    this.reads.lookup('condition', name);
    return this.template.conditions.get(name);
  }

  #choose<T>(options: readonly T[]): { readonly chosen: T } | undefined {
    if (!this.#script) return undefined;
    const at = this.#script[this.#taken.length] ?? 0;
    this.#taken.push({ at, count: options.length });
    return { chosen: options[at] as T };
  }
}

/** Loops may have variables of one name that go over different values. */
function keyOf({ name, isVariable, literals }: Domain): string {
  return isVariable ? JSON.stringify([name, ...literals]) : name;
}

/** Whether a resource stands in no other loops than these. */
function isWithin(inner: Variables, outer: Variables): boolean {
  return [...inner].every(([name, domain]) => {
    const other = outer.get(name);
    return other !== undefined && keyOf(other) === keyOf(domain) && other.open === domain.open;
  });
}

/** A decision between `count` answers, of which number `at` was taken. */
export interface Choice {
  readonly at: number;
  readonly count: number;
}
