import type { AccessLevel, IamAction } from './iam-action.ts';
import type { TableText } from './table-text.ts';
import { compileWildcard } from './wildcard.ts';

/**
 * A service's line of `iam-actions.json`: action names separated by spaces, by the first letter of their access level; in
 * lower case for actions that cannot be narrowed to a resource.
 */
export type IamRecord = Readonly<Partial<Record<LevelLetter, string>>>;
type LevelLetter = 'R' | 'L' | 'W' | 'P' | 'T' | 'r' | 'l' | 'w' | 'p' | 't';

/** The letter each access level is written with. */
export const LEVEL_LETTER = {
  Read: 'R',
  List: 'L',
  Write: 'W',
  'Permissions management': 'P',
  Tagging: 'T',
} as const satisfies Record<AccessLevel, LevelLetter>;

/** Expands action patterns over the table; services are decoded when a pattern first reaches them. */
export function createIamExpander(table: TableText): (pattern: string) => readonly IamAction[] {
  const services = new Map<string, readonly IamAction[]>();
  const answers = new Map<string, readonly IamAction[]>();
  const actionsOf = (service: string): readonly IamAction[] => {
    const known = services.get(service);
    if (known) return known;
    const actions = decodeService(service, (table.read(service) ?? {}) as IamRecord);
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
  const matchesAction = compileWildcard(pattern === '*' ? '*' : pattern.slice(colon + 1));
  return services
    .filter(matchesService)
    .flatMap((service) =>
      actionsOf(service).filter((action) => matchesAction(action.name.slice(service.length + 1).toLowerCase())),
    );
}

function decodeService(service: string, record: IamRecord): readonly IamAction[] {
  const actions: IamAction[] = [];
  for (const [accessLevel, letter] of Object.entries(LEVEL_LETTER) as [AccessLevel, 'R' | 'L' | 'W' | 'P' | 'T'][]) {
    for (const resourceLevel of [true, false]) {
      const names = record[resourceLevel ? letter : (letter.toLowerCase() as LevelLetter)];
      for (const name of names?.split(' ') ?? []) {
        actions.push({ name: `${service}:${name}`, service, accessLevel, resourceLevel });
      }
    }
  }
  return actions.sort((a, b) => (a.name < b.name ? -1 : 1));
}
