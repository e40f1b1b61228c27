import { detectLanguage, type MapNode, parseTree, type SyntaxNode } from '#syntax';
import { plainMap, plainText, valueNamed } from './read-node.ts';

/** Gives the text of an included file, by its location as written; undefined where the host cannot read it. */
export type ReadIncluded = (location: string) => string | undefined;

/** The map that a file holds, by location; undefined for one that cannot be read or holds no map. Each is read once. */
export type Included = (location: string) => MapNode | undefined;

/** Parses included files as they are asked for. */
export function createIncluded(read: ReadIncluded | undefined): Included {
  const maps = new Map<string, MapNode | undefined>();
  return (location) => {
    if (!maps.has(location)) {
      const text = read?.(location);
      maps.set(location, text === undefined ? undefined : parseMap(location, text));
    }
    return maps.get(location);
  };
}

/** The location of an `AWS::Include` transform, from the argument of `Fn::Transform`; undefined for every other macro. */
export function includeLocation(argument: SyntaxNode): string | undefined {
  const map = plainMap(argument);
  if (!map || plainText(valueNamed(map, 'Name')) !== 'AWS::Include') return undefined;
  const parameters = plainMap(valueNamed(map, 'Parameters'));
  return parameters && plainText(valueNamed(parameters, 'Location'));
}

/** A file that is included is a map by itself, so its top-level keys are plain entries. */
function parseMap(location: string, text: string): MapNode | undefined {
  const tree = parseTree(text, detectLanguage(location, text));
  const entries = tree.sections.flatMap(({ key, value, entries: blocks }) => {
    if (!key) return [];
    const { span } = key;
    if (value) return [{ key, value, span }];
    const inner = (blocks ?? []).flatMap((block) =>
      block.key && block.value ? [{ key: block.key, value: block.value, span: block.key.span }] : [],
    );
    return [{ key, value: mapAt(key, inner), span }];
  });
  const [first] = entries;
  return first && mapAt(first.key, entries);
}

function mapAt({ block, span }: SyntaxNode, entries: MapNode['entries']): MapNode {
  return { kind: 'map', style: 'block', block, span, tag: undefined, anchor: undefined, entries };
}
