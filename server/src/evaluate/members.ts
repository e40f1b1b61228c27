import { type Domain, entryNamed, includeLocation, plainList, plainMap, plainText } from '#model';
import type { MapEntry, MapNode, SyntaxNode } from '#syntax';
import { textOf } from './pieces.ts';
import { resolve, type Scope } from './resolve.ts';

/** An entry of a map as CloudFormation reads it. */
interface Member {
  /** The key, with loop variables filled in. */
  readonly name: string;
  readonly entry: MapEntry;
  /** The scope in which its value is read: inside a loop, one with the loop's variable. */
  readonly scope: Scope;
}

interface Members {
  /** In order of precedence: of several with one name the last counts. */
  readonly members: readonly Member[];
  /** Whether there may be more than these: a macro, or a loop over values that nothing tells. */
  readonly isOpen: boolean;
}

const FOR_EACH = 'Fn::ForEach::';
/** Deeper nesting of merges and loops than any template has. */
const MAX_DEPTH = 10;

/** The entries of a map: its own, those that `<<` merges in, and those that `Fn::ForEach` makes. */
export function membersOf(map: MapNode, scope: Scope, depth = 0): Members {
  if (!map.entries.some((entry) => isSpecial(entry.key.text))) {
    return { members: map.entries.map((entry) => ({ name: entry.key.text, entry, scope })), isOpen: false };
  }
  if (depth > MAX_DEPTH) return { members: [], isOpen: true };
  const merged = mergedMembers(entryNamed(map, '<<')?.value, scope, depth);
  const own = map.entries.map((entry) => ownMembers(entry, scope, depth));
  const parts = [merged, ...own];
  return { members: parts.flatMap((part) => part.members), isOpen: parts.some((part) => part.isOpen) };
}

function isSpecial(key: string): boolean {
  return key === '<<' || key === 'Fn::Transform' || key.startsWith(FOR_EACH);
}

function ownMembers(entry: MapEntry, scope: Scope, depth: number): Members {
  const { text } = entry.key;
  if (text === '<<') return { members: [], isOpen: false };
  if (text === 'Fn::Transform') return includedMembers(entry, scope, depth);
  if (text.startsWith(FOR_EACH)) return loopMembers(entry.value, scope, depth);
  return { members: [{ name: text, entry, scope }], isOpen: false };
}

/** The entries of a file that `AWS::Include` names; open for every other macro, and where the file cannot be read. */
function includedMembers({ key, value }: MapEntry, scope: Scope, depth: number): Members {
  const location = includeLocation(value);
  const map = location === undefined ? undefined : scope.world.template.included(location);
  if (!map) return { members: [], isOpen: true };
  return membersOf(map, { ...scope, anchor: { block: key.block, span: key.span } }, depth + 1);
}

/** What `<<` merges in, the first source winning over later ones. */
function mergedMembers(merge: SyntaxNode | undefined, scope: Scope, depth: number): Members {
  if (!merge) return { members: [], isOpen: false };
  const sources = plainList(merge)?.items ?? [merge];
  const parts = sources.toReversed().map((source): Members => {
    const node = scope.world.dealias(source);
    if (node) scope.world.read(node.block);
    return node?.kind === 'map' ? membersOf(node, scope, depth + 1) : { members: [], isOpen: true };
  });
  return { members: parts.flatMap((part) => part.members), isOpen: parts.some((part) => part.isOpen) };
}

/** `Fn::ForEach::Name: [variable, values, { key: value }]`: the entries once for each value. */
function loopMembers(loop: SyntaxNode, scope: Scope, depth: number): Members {
  const [variable, collection, body] = plainList(loop)?.items ?? [];
  const name = plainText(variable);
  const map = plainMap(body);
  const values = collection && resolve(collection, scope);
  if (name === undefined || !map || values?.kind !== 'list') return { members: [], isOpen: true };
  const texts = values.elements.map((element) =>
    typeof element === 'string' ? element : textOf(resolve(element, scope)),
  );
  const known = texts.flatMap((text) => text ?? []);
  const members = known.flatMap((text) => {
    const domain: Domain = { name, literals: [text], open: false, default: undefined, opaque: false };
    const inner = { ...scope, variables: new Map(scope.variables).set(name, domain) };
    return membersOf(map, inner, depth + 1).members.map((member) => ({
      ...member,
      name: fill(member.name, name, text),
    }));
  });
  return { members, isOpen: values.open || known.length < texts.length };
}

/** `${Name}` as it is, and `&{Name}` without what may not stand in a key. */
function fill(key: string, name: string, text: string): string {
  return key.replaceAll(`\${${name}}`, text).replaceAll(`&{${name}}`, text.replace(/[^A-Za-z0-9]/g, ''));
}
