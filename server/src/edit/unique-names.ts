import type { SyntaxNode, SyntaxTree } from '#syntax';
import { isList, isMap, sameFragment, saysSame } from './data.ts';
import type { Fragment, Intent } from './intent.ts';
import { loopBodies, loopBodyWith } from './loop-bodies.ts';

type Creation = Extract<Intent, { kind: 'addResource' | 'addParameter' }>;

/**
 * The intents with names that are free: a new resource or parameter whose name is taken gets a number, and what the intents write
 * refers to it by that. Logical names are shared by resources and parameters. What is there already in the very same words is
 * used, not added again. Undefined when two creations want one name for different things.
 */
export function resolveNames(tree: SyntaxTree, intents: readonly Intent[]): readonly Intent[] | undefined {
  const taken = takenNames(tree);
  const names = new Map<string, string>();
  const wishes = new Map<string, Creation>();
  const existing = new Set<Creation>();
  for (const intent of intents) {
    if (intent.kind !== 'addResource' && intent.kind !== 'addParameter') continue;
    const wish = wishOf(intent);
    const earlier = wishes.get(wish);
    if (earlier && !(earlier.kind === intent.kind && sameFragment(earlier.body, intent.body))) return undefined;
    if (earlier) {
      existing.add(intent);
      continue;
    }
    wishes.set(wish, intent);
    const { name, isThere } = chooseName(taken, intent, names, variablesFor(tree, intent));
    if (isThere) existing.add(intent);
    else taken.set(name, { section: sectionOf(intent), node: undefined });
    // References to names that hold a loop's variable are not told apart from other text.
    if (name !== wish && wish.includes('{')) return undefined;
    if (name !== wish) names.set(wish, name);
  }
  return intents.filter((intent) => !existing.has(intent as Creation)).map((intent) => renameIn(intent, names));
}

function wishOf(intent: Creation): string {
  return intent.kind === 'addResource' ? intent.logicalId : intent.name;
}

function sectionOf(intent: Creation): 'Resources' | 'Parameters' {
  return intent.kind === 'addResource' ? 'Resources' : 'Parameters';
}

interface Taken {
  readonly section: string;
  readonly node: SyntaxNode | undefined;
}

function takenNames(tree: SyntaxTree): Map<string, Taken> {
  const taken = new Map<string, Taken>();
  for (const whole of tree.sections) {
    const { name: section, value, entries } = whole;
    if (section !== 'Resources' && section !== 'Parameters') continue;
    for (const { map } of loopBodies(whole)) {
      for (const entry of map.entries) taken.set(entry.key.text, { section, node: entry.value });
    }
    for (const entry of entries ?? []) if (entry.key) taken.set(entry.key.text, { section, node: entry.value });
    if (entries || value?.kind !== 'map') continue;
    for (const entry of value.entries) taken.set(entry.key.text, { section, node: entry.value });
  }
  return taken;
}

/** In a loop each turn makes a resource of its own, so its variables have to be in the name: those that are not yet, as text. */
function variablesFor(tree: SyntaxTree, intent: Creation): string {
  if (intent.kind === 'addParameter') return '';
  const section = tree.sections.find(({ name }) => name === 'Resources');
  const { variables = [] } = loopBodyWith(section, intent.after) ?? {};
  return variables
    .filter((name) => !intent.logicalId.includes(`\${${name}}`) && !intent.logicalId.includes(`&{${name}}`))
    .map((name) => `\${${name}}`)
    .join('');
}

function chooseName(
  taken: ReadonlyMap<string, Taken>,
  intent: Creation,
  names: ReadonlyMap<string, string>,
  variables: string,
) {
  const wish = wishOf(intent);
  for (let number = 1; ; number++) {
    const name = (number === 1 ? wish : `${wish}${number}`) + variables;
    const other = taken.get(name);
    if (!other) return { name, isThere: false };
    const body = rename(intent.body, new Map([...names, [wish, name]]));
    if (other.section === sectionOf(intent) && other.node && saysSame(other.node, body)) return { name, isThere: true };
  }
}

function renameIn(intent: Intent, names: ReadonlyMap<string, string>): Intent {
  if (names.size === 0 || intent.kind === 'remove') return intent;
  if (intent.kind === 'set' || intent.kind === 'append') {
    const key = intent.target.path.at(-1);
    const isDependency = key === 'DependsOn' || (key === '-' && intent.target.path.at(-2) === 'DependsOn');
    const value = isDependency ? renameDependency(intent.value, names) : rename(intent.value, names);
    return { ...intent, value };
  }
  const body = rename(intent.body, names);
  if (intent.kind === 'addParameter') return { ...intent, name: names.get(intent.name) ?? intent.name, body };
  return { ...intent, logicalId: names.get(intent.logicalId) ?? intent.logicalId, body };
}

/** A fragment whose references to the old names say the new ones. */
function rename(fragment: Fragment, names: ReadonlyMap<string, string>): Fragment {
  if (isList(fragment)) return fragment.map((item) => rename(item, names));
  if (!isMap(fragment)) return fragment;
  return Object.fromEntries(Object.entries(fragment).map(([key, value]) => [key, renameArgument(key, value, names)]));
}

function renameArgument(key: string, value: Fragment, names: ReadonlyMap<string, string>): Fragment {
  if (key === 'Ref') return renameName(value, names);
  if (key === 'DependsOn') return renameDependency(value, names);
  if (key === 'Fn::GetAtt') return renameAttribute(value, names);
  if (key === 'Fn::Sub') return renameTemplate(value, names);
  return rename(value, names);
}

function renameName(value: Fragment, names: ReadonlyMap<string, string>): Fragment {
  return typeof value === 'string' ? (names.get(value) ?? value) : value;
}

function renameDependency(value: Fragment, names: ReadonlyMap<string, string>): Fragment {
  return isList(value) ? value.map((item) => renameName(item, names)) : renameName(value, names);
}

function renameAttribute(value: Fragment, names: ReadonlyMap<string, string>): Fragment {
  if (isList(value)) return value.map((part, index) => (index === 0 ? renameName(part, names) : rename(part, names)));
  if (typeof value !== 'string') return value;
  const [name = '', ...attribute] = value.split('.');
  return [names.get(name) ?? name, ...attribute].join('.');
}

function renameTemplate(value: Fragment, names: ReadonlyMap<string, string>): Fragment {
  if (typeof value === 'string') return renameVariables(value, names);
  if (!isList(value)) return value;
  const [template, variables, ...rest] = value;
  if (template === undefined || variables === undefined) return value;
  // A variable of its own hides the resource of that name.
  const own = isMap(variables) ? Object.keys(variables) : [];
  const visible = new Map([...names].filter(([name]) => !own.includes(name)));
  const text = typeof template === 'string' ? renameVariables(template, visible) : template;
  return [text, rename(variables, names), ...rest];
}

/** `${Name}` and `${Name.Attribute}`; `${!Name}` is literal text. */
function renameVariables(template: string, names: ReadonlyMap<string, string>): string {
  return template.replace(/\$\{\s*([A-Za-z0-9]+)(\s*\}|\.)/g, (whole: string, name: string, behind: string) => {
    const renamed = names.get(name);
    return renamed === undefined ? whole : `\${${renamed}${behind}`;
  });
}
