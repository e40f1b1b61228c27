import { type Block, type MapEntry, remember, type ScalarNode, type SyntaxTree } from '#syntax';
import { type Included, includeLocation } from './include.ts';
import { type Collections, entriesInLoops, isLoop, type Variables } from './loops.ts';
import { isNull, plainList, plainMap, plainText } from './read-node.ts';
import type { SectionEntry } from './section-entry.ts';
import type { Place } from './template.ts';

/** The entries of a section, and whether it holds more than can be read: a macro's result, or a file out of reach. */
interface SectionEntries {
  readonly entries: readonly SectionEntry[];
  readonly isOpen: boolean;
}

/** Reads the sections of a template, with what `AWS::Include` brings into them or into the template as a whole. */
export interface Sections {
  of(name: string): SectionEntries;
  /** The same, with each body of a `Fn::ForEach` in place of the loop. */
  inLoops(name: string, collections: Collections): SectionEntries;
}

/** An entry, and where the file is included that it stands in. */
interface Located {
  readonly entry: Pick<MapEntry, 'key' | 'value'>;
  readonly block: Block;
  readonly anchor: Place | undefined;
}

export function readSections(tree: SyntaxTree, included: Included): Sections {
  const top = includedAtTop(tree, included);
  // Loops, because this runs at every keystroke over all entries.
  const of = (name: string): SectionEntries => {
    const entries: SectionEntry[] = [];
    let isOpen = top.isOpen;
    const add = (located: Located) => {
      const expanded = expandInclude(located, included);
      for (const one of expanded.entries) entries.push(toSectionEntry(one, NO_VARIABLES));
      isOpen ||= expanded.isOpen;
    };
    for (const section of tree.sections) {
      if (section.name !== name) continue;
      const { block } = section;
      if (!section.entries)
        for (const entry of plainMap(block.value)?.entries ?? []) add({ entry, block, anchor: undefined });
      for (const block of section.entries ?? []) {
        const entry = entryOfBlock(block);
        if (entry?.key.text === INCLUDE) add({ entry, block, anchor: undefined });
        else if (entry) entries.push(entry);
      }
    }
    for (const located of top.entries) for (const below of entriesBelow(located, name)) add(below);
    return { entries, isOpen };
  };
  return {
    of,
    inLoops(name, collections) {
      const { entries, isOpen } = of(name);
      if (!entries.some((entry) => isLoop(entry.key.text))) return { entries, isOpen };
      const bodies = entries.flatMap((entry) =>
        entriesInLoops(entry, collections).map(({ key, value, variables }) =>
          toSectionEntry({ entry: { key, value }, block: entry.block, anchor: entry.anchor }, variables),
        ),
      );
      return { entries: bodies, isOpen };
    },
  };
}

const NO_VARIABLES: Variables = new Map();
export const INCLUDE = 'Fn::Transform';

/** What an entry's own block holds. */
export const entryOfBlock = remember((block: Block): SectionEntry | undefined => {
  const { key, value } = block;
  return key && value && { block, key, value, variables: NO_VARIABLES, anchor: undefined };
});

/** An entry, or in place of an include the entries of its file. */
function expandInclude(located: Located, included: Included): { entries: readonly Located[]; isOpen: boolean } {
  const { key, value } = located.entry;
  if (key.text !== INCLUDE) return { entries: [located], isOpen: false };
  const location = includeLocation(value);
  const map = location === undefined ? undefined : included(location);
  const anchor = located.anchor ?? { block: key.block, span: key.span };
  if (!map) return { entries: [], isOpen: true };
  return { entries: map.entries.map((entry) => ({ entry, block: located.block, anchor })), isOpen: false };
}

/** The sections that are included into the template as a whole, by `Transform` or by `Fn::Transform` at its top. */
function includedAtTop(tree: SyntaxTree, included: Included): { entries: readonly Located[]; isOpen: boolean } {
  const parts = tree.sections.flatMap(({ name, block, key, value }) => {
    if (!key || !value || (name !== 'Transform' && name !== 'Fn::Transform')) return [];
    return (plainList(value)?.items ?? [value]).flatMap((item) => {
      if (isNull(item) || KNOWN_TRANSFORMS.has(plainText(item) ?? '')) return [];
      const transform = { ...key, value: 'Fn::Transform', text: 'Fn::Transform' };
      return expandInclude({ entry: { key: transform, value: item }, block, anchor: undefined }, included);
    });
  });
  return { entries: parts.flatMap(({ entries }) => entries), isOpen: parts.some(({ isOpen }) => isOpen) };
}

/** AWS's own transforms that add no resource which nobody wrote. */
const KNOWN_TRANSFORMS: ReadonlySet<string> = new Set([
  'AWS::CodeDeployBlueGreen',
  'AWS::LanguageExtensions',
  'AWS::SecretsManager-2020-07-23',
  'AWS::SecretsManager-2024-09-16',
  'AWS::Serverless-2016-10-31',
  'AWS::ServiceCatalog',
]);

function entriesBelow({ entry, block, anchor }: Located, section: string): readonly Located[] {
  const map = entry.key.text === section ? plainMap(entry.value) : undefined;
  return map?.entries.map((inner) => ({ entry: inner, block, anchor })) ?? [];
}

function toSectionEntry({ entry, block, anchor }: Located, variables: Variables): SectionEntry {
  const key: ScalarNode = anchor ? { ...entry.key, ...anchor } : entry.key;
  return { block, key, value: entry.value, variables, anchor };
}
