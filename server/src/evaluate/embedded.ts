import { intrinsicOf, plainList, plainMap, splitSub } from '#model';
import { type MapNode, parseTree, remember, type ScalarNode, type SyntaxNode } from '#syntax';

/** Beyond this a text is no policy document (IAM takes 10,240 characters at most). */
const MOST_CHARACTERS = 20_000;

/**
 * The map that a text holds as JSON, be it a scalar or a `Fn::Sub`, whose parts then are in the strings of the map as they were in
 * the text; undefined for every other node, and for a `Fn::Sub` with parts that are not within a string.
 */
export const embeddedMap = remember((node: SyntaxNode): SyntaxNode | undefined => {
  const call = intrinsicOf(node);
  if (!call) return node.kind === 'scalar' ? parse(node.text) : undefined;
  if (call.name !== 'Fn::Sub') return undefined;
  const [template, variables] = plainList(call.argument)?.items ?? [call.argument];
  const root = template?.kind === 'scalar' && !template.tag ? parse(template.text) : undefined;
  return root && (hasUnknownKey(root) ? undefined : substituted(root, plainMap(variables)));
});

function parse(text: string): SyntaxNode | undefined {
  if (text.length > MOST_CHARACTERS || !text.trimStart().startsWith('{')) return undefined;
  // Under a key of its own, so that none of its keys is taken for a section of a template.
  const tree = parseTree(`{"embedded": ${text}\n}`, 'json');
  return tree.errors().length > 0 ? undefined : tree.sections[0]?.value;
}

/** Whether a key is nothing but what is filled in: it could be any. Of others, what is written tells them from what is looked for. */
function hasUnknownKey(node: SyntaxNode): boolean {
  if (node.kind === 'list') return node.items.some(hasUnknownKey);
  if (node.kind !== 'map') return false;
  return node.entries.some(
    ({ key, value }) => splitSub(key.text).every((part) => typeof part !== 'string') || hasUnknownKey(value),
  );
}

function substituted(node: SyntaxNode, variables: MapNode | undefined): SyntaxNode {
  switch (node.kind) {
    case 'scalar':
      return node.text.includes('${') ? subOf(node, variables) : node;
    case 'list':
      return { ...node, items: node.items.map((item) => substituted(item, variables)) };
    case 'map':
      return {
        ...node,
        entries: node.entries.map((entry) => ({ ...entry, value: substituted(entry.value, variables) })),
      };
    default:
      return node;
  }
}

function subOf(text: ScalarNode, variables: MapNode | undefined): SyntaxNode {
  const { span, block } = text;
  const tag = { name: '!Sub', span };
  if (!variables) return { ...text, tag };
  return { kind: 'list', style: 'flow', span, block, tag, anchor: undefined, items: [text, variables] };
}
