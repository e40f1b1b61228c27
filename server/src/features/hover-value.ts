import type { ScalarNode, SyntaxNode } from '#syntax';
import type { Document } from './document.ts';
import { meaningOf } from './hover-meaning.ts';
import { describeParameter } from './hover-parameter.ts';
import { titleOf } from './hover-resource.ts';
import type { Spot } from './spot.ts';

/** A value: what a dangerous one really means, what a reference can be, how a condition decides. */
export function describeValue(document: Document, spot: Spot): readonly string[] {
  const { node, parents, key } = spot;
  if (!node) return [];
  const parent = parents.at(-1);
  if (key) return describeFunction(document, key.text, node);
  if (node.tag) return describeFunction(document, longName(node.tag.name), node);
  if (parent?.kind === 'map' && parent.entries.length === 1) {
    const [entry] = parent.entries;
    const described = entry && entry.value === node ? describeFunction(document, entry.key.text, node) : [];
    if (described.length > 0) return described;
  }
  if (node.kind !== 'scalar') return [];
  const condition = describeCondition(document, spot, node);
  return condition.length > 0 ? condition : meaningOf(document, spot, node.text);
}

/** The long name of a short-form function: `Fn::If` for `!If`, `Ref` for `!Ref`. */
function longName(tag: string): string {
  const name = tag.replace(/^!/, '');
  return name === 'Ref' || name === 'Condition' ? name : `Fn::${name}`;
}

function describeFunction(document: Document, name: string, node: SyntaxNode): readonly string[] {
  if (name === 'Ref' && node.kind === 'scalar') return describeReference(document, node.text, undefined);
  if (name === 'Fn::GetAtt') {
    const [id, attribute] = getAttArguments(node);
    return id === undefined ? [] : describeReference(document, id, attribute);
  }
  if (name === 'Condition' && node.kind === 'scalar') return conditionText(document, node.text);
  if (name === 'Fn::If' && node.kind === 'list') return describeIf(document, node.items);
  return [];
}

function getAttArguments(node: SyntaxNode): readonly (string | undefined)[] {
  if (node.kind === 'list') return node.items.map((item) => (item.kind === 'scalar' ? item.text : undefined));
  if (node.kind !== 'scalar') return [];
  const at = node.text.indexOf('.');
  return at < 0 ? [node.text] : [node.text.slice(0, at), node.text.slice(at + 1)];
}

function describeReference(document: Document, name: string, attribute: string | undefined): readonly string[] {
  const { template, schema } = document;
  if (template?.parameters.has(name)) return describeParameter(document, name);
  const resource = template?.resources.get(name);
  if (!resource) return Object.hasOwn(pseudoParameters, name) ? [`\`${name}\`: ${pseudoParameters[name]}`] : [];
  const gives = attribute ?? schema.resourceType(resource.authoredType)?.ref.join(', ');
  const text = attribute === undefined ? undefined : schema.documentation(resource.authoredType, attribute);
  return [
    `\`${name}\`${gives ? `, its ${gives}` : ''}`,
    ...(resource.authoredType === '' ? [] : [titleOf(document, resource)]),
    ...(text ? [text] : []),
  ];
}

const pseudoParameters: Readonly<Record<string, string | undefined>> = {
  'AWS::AccountId': 'the id of the account that the stack is deployed to',
  'AWS::NoValue': 'as if the property were not written',
  'AWS::NotificationARNs': 'the topics that hear of the stack’s events',
  'AWS::Partition': '`aws`, `aws-cn` or `aws-us-gov`',
  'AWS::Region': 'the region that the stack is deployed to',
  'AWS::StackId': 'the id of the stack',
  'AWS::StackName': 'the name of the stack',
  'AWS::URLSuffix': '`amazonaws.com`, in China `amazonaws.com.cn`',
};

/** The name of a condition: the first argument of an `Fn::If`, or a `Condition` attribute. */
function describeCondition(document: Document, { parents, path, resource }: Spot, node: ScalarNode): readonly string[] {
  if (resource && path.length === 1 && path[0] === 'Condition') return conditionText(document, node.text);
  const list = parents.at(-1);
  const owner = parents.at(-2);
  if (list?.kind !== 'list' || list.items[0] !== node) return [];
  const isIf =
    list.tag?.name === '!If' || (owner?.kind === 'map' && owner.entries.some(({ key }) => key.text === 'Fn::If'));
  return isIf ? describeIf(document, list.items) : [];
}

function describeIf(document: Document, items: readonly SyntaxNode[]): readonly string[] {
  const [condition, whenTrue, whenFalse] = items;
  if (condition?.kind !== 'scalar' || !whenTrue || !whenFalse) return [];
  return [
    `- when \`${condition.text}\` is true: ${sourceOf(document, whenTrue)}\n- when it is false: ${sourceOf(document, whenFalse)}`,
    ...conditionText(document, condition.text),
  ];
}

function conditionText(document: Document, name: string): readonly string[] {
  const condition = document.template?.conditions.get(name);
  return condition ? [`**Condition \`${name}\`**: ${sourceOf(document, condition.body)}`] : [];
}

/** A node as its author wrote it, on one line. */
function sourceOf({ tree }: Document, node: SyntaxNode): string {
  const from = node.tag?.span.start ?? node.span.start;
  const start = tree.startOf(node.block);
  const text = start === undefined ? '' : tree.text.slice(start + from, start + node.span.end);
  const line = text.replace(/\s+/g, ' ').trim();
  if (line === '') return 'nothing';
  return `\`${line.length > 80 ? `${line.slice(0, 79)}…` : line}\``;
}
