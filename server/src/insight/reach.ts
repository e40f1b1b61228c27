import type { Value } from '#evaluate';
import { coversAction, mayWrite, wholeService } from './action-pattern.ts';
import {
  CREDENTIAL_ACTIONS,
  DATA_READ_ACTIONS,
  DECRYPT_ACTIONS,
  PERMISSION_ACTIONS,
  RESOURCELESS_ACTIONS,
  SECRET_READ_ACTIONS,
} from './permission-table.ts';
import { everyAction, grants, type Statement } from './policy.ts';

/** What can be done to every resource at once, gravest first. */
export type ReachKind = 'permissions' | 'credentials' | 'secrets' | 'decrypt' | 'data' | 'service' | 'write' | 'read';

const TABLES: readonly (readonly [kind: ReachKind, actions: readonly string[]])[] = [
  ['permissions', PERMISSION_ACTIONS],
  ['credentials', CREDENTIAL_ACTIONS],
  ['secrets', SECRET_READ_ACTIONS],
  ['decrypt', DECRYPT_ACTIONS],
  ['data', DATA_READ_ACTIONS],
];

/** Actions that give nobody more rights: a network interface, a key switched on or off. No finding of their own. */
const MILD = new Set([
  'cloudformation:SetStackPolicy',
  'ec2:CreateNetworkInterfacePermission',
  'greengrass:AssociateServiceRoleToAccount',
  'iam:UpdateAccessKey',
  'logs:PutResourcePolicy',
]);

/** Whole services that are about identities: allowing all of them allows to change permissions. */
const IDENTITY_SERVICES = new Set(['iam', 'organizations', 'sso', 'sts', 'identitystore']);

export interface Reach {
  /** The gravest kind; a statement is reported for it alone, since narrowing its resources ends all of them. */
  readonly worst: ReachKind;
  /** For each kind the first action pattern that has it, and an action of that kind that it stands for. */
  readonly kinds: ReadonlyMap<ReachKind, { readonly pattern: Value; readonly action: string }>;
  /** The patterns of actions that are allowed. */
  readonly actions: readonly Value[];
  /** The `*` among the resources. */
  readonly resource: Value;
}

/**
 * What a statement allows on every resource; undefined when it denies, is limited by resources or conditions, allows all
 * actions of all services (a finding of its own), or only what cannot be limited. The statements are all of the document: what
 * one of them denies is not counted.
 */
export function reachOf(statement: Statement, statements: readonly Statement[]): Reach | undefined {
  const resource = anyResource(statement);
  if (!resource || !grants(statement) || !statement.condition.isAbsent) return undefined;
  if (statement.actions.some(everyAction)) return undefined;
  const denials = statements.filter(deniesEverywhere);
  const kinds = new Map<ReachKind, { pattern: Value; action: string }>();
  // What is named tells more than what a whole service holds among others.
  const patterns = [...statement.actions].sort((a, b) => Number(isWhole(a)) - Number(isWhole(b)));
  for (const pattern of patterns) {
    for (const [kind, action] of kindsOf(pattern)) {
      const isKnown = kinds.has(kind) && !MILD.has(kinds.get(kind)?.action ?? '');
      if (!isKnown && !isDenied(action, denials)) kinds.set(kind, { pattern, action });
    }
  }
  const worst = worstOf(kinds, statement);
  return worst && { worst, kinds, actions: statement.actions, resource };
}

/** The resource of a statement that stands for every resource of every service. */
export function anyResource(statement: Statement): Value | undefined {
  return statement.resources.find((resource) => resource.is('*', '**', 'arn:*', 'arn:aws:*', 'arn:*:*'));
}

/** Whether a pattern of actions certainly covers an action. A text that no parameter is part of is not asked about anew each time. */
export function coversCertainly(pattern: Value, action: string): boolean {
  const text = pattern.pattern();
  return text === undefined || text.includes('${')
    ? pattern.satisfies((each) => coversAction(each, action))
    : coversAction(text, action);
}

/** Whether an action is denied on every resource, whatever the circumstances, by one of these statements. */
export function isDenied(action: string, statements: readonly Statement[]): boolean {
  return statements.some(
    (statement) => deniesEverywhere(statement) && statement.actions.some((pattern) => coversCertainly(pattern, action)),
  );
}

function deniesEverywhere(statement: Statement): boolean {
  return statement.effect.is('Deny') && statement.condition.isAbsent && anyResource(statement) !== undefined;
}

/** The kinds of a pattern of actions, each with an action of that kind that the pattern stands for. */
function kindsOf(pattern: Value): readonly Kind[] {
  const text = pattern.pattern();
  if (text === undefined || text.includes('${')) return kindsBy((holds) => pattern.satisfies(holds), text ?? '');
  // The same few hundred actions are all that templates hold.
  const known = KNOWN.get(text);
  if (known) return known;
  const kinds = kindsBy((holds) => holds(text), text);
  if (KNOWN.size < 5000) KNOWN.set(text, kinds);
  return kinds;
}

/** Whether a pattern of actions certainly holds some that could be limited to resources, and are worth it. */
export function canBeNarrowed(pattern: Value): boolean {
  return kindsOf(pattern).length > 0;
}

/** What is certainly left of the grave kinds of actions where a statement allows everything but these. */
export function kindsBeside(notActions: readonly Value[]): readonly ReachKind[] {
  const isListed = (action: string) =>
    notActions.some((pattern) => !pattern.satisfies((text) => !coversAction(text, action)));
  return TABLES.flatMap(([kind, actions]) => (actions.every(isListed) ? [] : [kind]));
}

type Kind = readonly [kind: ReachKind, action: string];
const KNOWN = new Map<string, readonly Kind[]>();

function kindsBy(ask: (holds: (text: string) => boolean) => boolean, text: string): readonly Kind[] {
  const listed = TABLES.flatMap(([kind, actions]): Kind[] => {
    const action = actions.find((name) => ask((pattern) => coversAction(pattern, name)));
    return action === undefined ? [] : [[kind, action]];
  });
  // Passing any role is a finding of its own.
  if (ask((name) => /^iam:pass/i.test(name))) return listed;
  if (!ask((name) => !RESOURCELESS_ACTIONS.some((free) => coversAction(free, name)))) return listed;
  const others: Kind[] = ask((name) => wholeService(name) !== undefined) ? [['service', text]] : [];
  if (ask(mayWrite)) others.push(['write', text]);
  else if (ask(readsOne)) others.push(['read', text]);
  return [...listed, ...others];
}

function isWhole(pattern: Value): boolean {
  return pattern.satisfies((name) => wholeService(name) !== undefined);
}

/** Lists and descriptions are seldom of one resource, and most of them know none. */
function readsOne(text: string): boolean {
  // Names of objects tell much, and of which bucket can be said.
  if (/^s3:listbucket(?:versions)?$/i.test(text)) return true;
  return !/:(?:list|describe|search|lookup|view|batchdescribe|simulate|validate|preview|estimate|poll|discover|\*)/i.test(
    text,
  );
}

function worstOf(kinds: Reach['kinds'], statement: Statement): ReachKind | undefined {
  const order: readonly ReachKind[] = [
    'permissions',
    'credentials',
    'secrets',
    'decrypt',
    'data',
    'service',
    'write',
    'read',
  ];
  // All of a service is one cause, also where the service has actions that manage permissions.
  const whole = statement.actions.flatMap((action) => {
    const service = isWhole(action) ? wholeService(action.pattern() ?? '') : undefined;
    return service && !IDENTITY_SERVICES.has(service) ? [service] : [];
  });
  const worst = order.find((kind) => {
    const found = kinds.get(kind);
    return found !== undefined && !MILD.has(found.action) && !whole.includes(found.action.split(':')[0] ?? '');
  });
  const isGrave = worst === 'permissions' || worst === 'credentials' || worst === 'secrets';
  return !isGrave && kinds.has('service') ? 'service' : (worst ?? (kinds.has('service') ? 'service' : undefined));
}
