import type { AccessLevel, IamAction } from './iam-action.ts';
import type { TableText } from './table-text.ts';
import { compileWildcard } from './wildcard.ts';

/**
 * The letter before each action in a service's line of `iam-actions.json`, where the actions stand in alphabetical order
 * with a space between: its access level, in lower case when it cannot be narrowed to a resource.
 */
export const LEVEL_LETTER = {
  Read: 'R',
  List: 'L',
  Write: 'W',
  'Permissions management': 'P',
  Tagging: 'T',
} as const satisfies Record<AccessLevel, string>;

/** Expands action patterns over the table; services are decoded when a pattern first reaches them. */
export function createIamExpander(table: TableText): (pattern: string) => readonly IamAction[] {
  const services = new Map<string, readonly IamAction[]>();
  const answers = new Map<string, readonly IamAction[]>();
  const actionsOf = (service: string): readonly IamAction[] => {
    const known = services.get(service);
    if (known) return known;
    const actions = decodeService(service, table.read(service));
    services.set(service, actions);
    return actions;
  };
  return (pattern) => {
    const key = pattern.toLowerCase();
    const known = answers.get(key);
    if (known) return known;
    const actions = expand(key, table.keys, actionsOf);
    if (answers.size >= ANSWERS_KEPT) answers.clear();
    answers.set(key, actions);
    return actions;
  };
}

const ANSWERS_KEPT = 256;

function expand(
  pattern: string,
  services: readonly string[],
  actionsOf: (service: string) => readonly IamAction[],
): readonly IamAction[] {
  // "*" alone is every action; any other pattern without a colon is not one IAM accepts.
  const colon = pattern === '*' ? 0 : pattern.indexOf(':');
  if (colon < 0) return [];
  const matchesService = compileWildcard(pattern === '*' ? '*' : pattern.slice(0, colon));
  const actionPattern = pattern === '*' ? '*' : pattern.slice(colon + 1);
  const reached = services.filter(matchesService);
  if (actionPattern === '*') return reached.flatMap(actionsOf);
  const matchesAction = compileWildcard(actionPattern);
  return reached.flatMap((service) =>
    actionsOf(service).filter((action) => matchesAction(action.name.slice(service.length + 1).toLowerCase())),
  );
}

function decodeService(service: string, record: unknown): readonly IamAction[] {
  if (typeof record !== 'string') return [];
  const actions: IamAction[] = [];
  for (const entry of record.split(' ')) {
    const letter = entry.charAt(0);
    const accessLevel = LEVEL.get(letter);
    if (accessLevel === undefined) continue;
    actions.push({ name: `${service}:${entry.slice(1)}`, service, accessLevel, resourceLevel: letter < 'a' });
  }
  return actions;
}

const LEVEL: ReadonlyMap<string, AccessLevel> = new Map(
  (Object.entries(LEVEL_LETTER) as [AccessLevel, string][]).flatMap(([level, letter]) => [
    [letter, level],
    [letter.toLowerCase(), level],
  ]),
);
