import type { Value } from '#evaluate';

/** A statement of an IAM policy, its parts as values. */
export interface Statement {
  /** The statement as a whole; its place is its first line. */
  readonly value: Value;
  readonly effect: Value;
  readonly actions: readonly Value[];
  readonly notActions: readonly Value[];
  readonly resources: readonly Value[];
  readonly notResources: readonly Value[];
  readonly principals: readonly Principal[];
  readonly notPrincipals: readonly Principal[];
  /** Absent when the statement is unconditional. */
  readonly condition: Value;
}

/** One principal: its kind (`AWS`, `Service`, `Federated`, `CanonicalUser`, or `*` for a bare `Principal: "*"`) and who it is. */
export interface Principal {
  readonly kind: string;
  readonly value: Value;
}

/** The statements of a policy document; a lone statement counts as a list of itself; none when it cannot be read. */
export function statementsOf(document: Value): readonly Statement[] {
  return document
    .embedded()
    .get('Statement')
    .items()
    .filter((value) => value.isMap)
    .map((value) => new ReadStatement(value));
}

/** A statement as if these were its only actions. */
export function withActions({ value }: Statement, actions: readonly Value[]): Statement {
  return new ReadStatement(value, actions);
}

/** Its parts are read when they are asked for: one that no rule asks for decides no condition. */
class ReadStatement implements Statement {
  readonly value: Value;
  #actions: readonly Value[] | undefined;
  #notActions: readonly Value[] | undefined;
  #resources: readonly Value[] | undefined;
  #notResources: readonly Value[] | undefined;
  #principals: readonly Principal[] | undefined;
  #notPrincipals: readonly Principal[] | undefined;

  constructor(value: Value, actions?: readonly Value[]) {
    this.value = value;
    this.#actions = actions;
  }

  get effect(): Value {
    return this.value.get('Effect');
  }

  get actions(): readonly Value[] {
    this.#actions ??= this.value.get('Action').items();
    return this.#actions;
  }

  get notActions(): readonly Value[] {
    this.#notActions ??= this.value.get('NotAction').items();
    return this.#notActions;
  }

  get resources(): readonly Value[] {
    this.#resources ??= this.value.get('Resource').items();
    return this.#resources;
  }

  get notResources(): readonly Value[] {
    this.#notResources ??= this.value.get('NotResource').items();
    return this.#notResources;
  }

  get principals(): readonly Principal[] {
    this.#principals ??= principalsOf(this.value.get('Principal'));
    return this.#principals;
  }

  get notPrincipals(): readonly Principal[] {
    this.#notPrincipals ??= principalsOf(this.value.get('NotPrincipal'));
    return this.#notPrincipals;
  }

  get condition(): Value {
    return this.value.get('Condition');
  }
}

/** The principals of a `Principal` element, whichever way it is written. */
export function principalsOf(element: Value): readonly Principal[] {
  if (element.isMap) {
    return element.entries().flatMap(([kind, value]) => value.items().map((item) => ({ kind, value: item })));
  }
  return element.items().map((value) => ({ kind: value.is('*') ? '*' : 'AWS', value }));
}

/** Whether a statement certainly allows something. */
export function grants(statement: Statement): boolean {
  return statement.effect.is('Allow');
}

/** Whether an action pattern stands for all actions of all services: `*`, `*:*`, `**`. */
export function everyAction(action: Value): boolean {
  return action.satisfies((text) => /^\*+(?::\*+)?$/.test(text));
}

/** Whether a principal is anyone in the world: `"*"`, `AWS: "*"`. */
export function anyAccount(principal: Principal): boolean {
  return (principal.kind === '*' || principal.kind === 'AWS') && principal.value.is('*');
}

/** Condition keys that pin who is asking, or on whose behalf (IAM user guide, "AWS global condition context keys"). */
const IDENTIFYING_KEYS = new Set([
  'aws:principalarn',
  'aws:principalaccount',
  'aws:principalorgid',
  'aws:principalorgpaths',
  'aws:principalisawsservice',
  'aws:sourcearn',
  'aws:sourceaccount',
  'aws:sourceorgid',
  'aws:sourceorgpaths',
  'aws:sourceowner',
  'aws:sourceip',
  'aws:sourcevpc',
  'aws:sourcevpce',
  'aws:vpcsourceip',
  'aws:userid',
  'aws:username',
  'kms:calleraccount',
  'kms:viaservice',
  'sts:externalid',
  's3:dataaccesspointaccount',
  'elasticfilesystem:accessedviamounttarget',
  'sns:endpoint',
  'lambda:functionurlauthtype',
]);

/**
 * Whether the conditions of a statement may keep strangers out: one of them asks who is asking, and does not take everyone for an
 * answer, or the template does not tell what the conditions are.
 */
export function mayLimitCallers(condition: Value): boolean {
  if (condition.isAbsent) return false;
  if (!condition.isMap || condition.isOpen) return true;
  return condition.entries().some(([operator, keys]) => {
    if (HOLDS_FOR_STRANGERS.test(operator)) return false;
    if (!keys.isMap) return true;
    return keys.entries().some(([key, value]) => isIdentifying(key) && !value.items().some(isEveryone));
  });
}

/**
 * Operators that also hold for a request without the key ("…IfExists", "Null", "ForAllValues:"), or for all callers but those named
 * (IAM user guide, "IAM JSON policy elements: Condition operators").
 */
const HOLDS_FOR_STRANGERS = /IfExists$|^Null$|^ForAllValues:|Not(?:Equals|Like|IpAddress)|^NotIpAddress/;

function isIdentifying(key: string): boolean {
  // The subject, audience or method of a federated login: `token.actions.githubusercontent.com:sub`.
  return IDENTIFYING_KEYS.has(key.toLowerCase()) || /^[\w./-]+:(?:sub|aud|amr)$/.test(key);
}

function isEveryone(value: Value): boolean {
  return value.is('*', '**', 'arn:aws:*', '0.0.0.0/0', '::/0');
}
