import type { Value } from '#evaluate'

/** A statement of an IAM policy, its parts as values. */
export interface Statement {
  /** The statement as a whole; its place is its first line. */
  readonly value: Value
  readonly effect: Value
  readonly actions: readonly Value[]
  readonly notActions: readonly Value[]
  readonly resources: readonly Value[]
  readonly notResources: readonly Value[]
  readonly principals: readonly Principal[]
  readonly notPrincipals: readonly Principal[]
  /** Absent when the statement is unconditional. */
  readonly condition: Value
}

/** One principal: its kind (`AWS`, `Service`, `Federated`, `CanonicalUser`, or `*` for a bare `Principal: "*"`) and who it is. */
export interface Principal {
  readonly kind: string
  readonly value: Value
}

/** The statements of a policy document; a lone statement counts as a list of itself; none when it cannot be read. */
export function statementsOf(document: Value): readonly Statement[] {
  return document
    .get('Statement')
    .items()
    .filter((value) => value.isMap)
    .map((value) => ({
      value,
      effect: value.get('Effect'),
      actions: value.get('Action').items(),
      notActions: value.get('NotAction').items(),
      resources: value.get('Resource').items(),
      notResources: value.get('NotResource').items(),
      principals: principalsOf(value.get('Principal')),
      notPrincipals: principalsOf(value.get('NotPrincipal')),
      condition: value.get('Condition'),
    }))
}

/** The principals of a `Principal` element, whichever way it is written. */
export function principalsOf(element: Value): readonly Principal[] {
  if (element.isMap) {
    return element.entries().flatMap(([kind, value]) => value.items().map((item) => ({ kind, value: item })))
  }
  return element.items().map((value) => ({ kind: value.is('*') ? '*' : 'AWS', value }))
}

/** Whether a statement certainly allows something. */
export function grants(statement: Statement): boolean {
  return statement.effect.is('Allow')
}

/** Whether an action pattern stands for all actions of all services: `*`, `*:*`, `**`. */
export function everyAction(action: Value): boolean {
  return action.satisfies((text) => /^\*+(?::\*+)?$/.test(text))
}

/** Whether a principal is anyone in the world: `"*"`, `AWS: "*"`. */
export function anyAccount(principal: Principal): boolean {
  return (principal.kind === '*' || principal.kind === 'AWS') && principal.value.is('*')
}
