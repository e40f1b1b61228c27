import type { MapEntry, MapNode, SyntaxNode } from '#syntax';
import { entryNamed, isNull, plainList, plainMap, plainText, valueNamed } from './read-node.ts';
import type { LiftedMap, Resource, WriteTarget } from './template.ts';

/**
 * The CloudFormation resources that SAM makes of a resource, with Globals merged in; the resource itself when it is no SAM
 * resource or one that is not lifted. Values stay the authored nodes, so findings and fixes land on authored lines.
 */
export function liftSam(resource: Resource, globals: MapNode | undefined): readonly Resource[] {
  const lift = LIFTS[resource.authoredType];
  return lift ? lift(resource, globals) : [resource];
}

type Lift = (resource: Resource, globals: MapNode | undefined) => readonly Resource[];

const LIFTS: { readonly [type: string]: Lift } = {
  'AWS::Serverless::Function': (resource, globals) => {
    const properties = merged(resource, globals, 'Function');
    const lambda = renamed(properties, {
      Tracing: undefined,
      DeadLetterQueue: undefined,
      Policies: undefined,
      Events: undefined,
    });
    return [{ ...resource, type: 'AWS::Lambda::Function', properties: lambda }, ...executionRole(resource, properties)];
  },
  'AWS::Serverless::StateMachine': (resource, globals) => {
    const properties = merged(resource, globals, 'StateMachine');
    const machine = renamed(properties, {
      Logging: 'LoggingConfiguration',
      Tracing: 'TracingConfiguration',
      Policies: undefined,
    });
    return [
      { ...resource, type: 'AWS::StepFunctions::StateMachine', properties: machine },
      ...executionRole(resource, properties),
    ];
  },
  'AWS::Serverless::SimpleTable': (resource, globals) => {
    const properties = merged(resource, globals, 'SimpleTable');
    return [{ ...resource, type: 'AWS::DynamoDB::Table', properties: renamed(properties, { PrimaryKey: undefined }) }];
  },
};

/** A resource's properties over the Globals for its kind: maps merge, lists join with the global items first, else the local one wins. */
function merged(resource: Resource, globals: MapNode | undefined, kind: string): LiftedMap {
  const local = plainMap(resource.properties);
  const shared = globals && plainMap(valueNamed(globals, kind));
  return liftedMap(resource, mergeEntries(shared, local, resource), (key) => localTarget(resource, key));
}

function mergeEntries(shared: MapNode | undefined, local: MapNode | undefined, resource: Resource): MapEntry[] {
  const entries = [...(local?.entries ?? [])];
  for (const entry of shared?.entries ?? []) {
    const at = entries.findIndex((own) => own.key.text === entry.key.text);
    const own = entries[at];
    if (!own) entries.push(entry);
    else if (!isNull(own.value)) entries[at] = { ...own, value: mergeNodes(entry.value, own.value, resource) };
  }
  return entries;
}

function mergeNodes(shared: SyntaxNode, local: SyntaxNode, resource: Resource): SyntaxNode {
  const maps = [plainMap(shared), plainMap(local)] as const;
  if (maps[0] && maps[1]) {
    const own = maps[1];
    return liftedMap(resource, mergeEntries(maps[0], own, resource), (key) => ({ at: own, path: [key] }), own);
  }
  const lists = [plainList(shared), plainList(local)] as const;
  if (lists[0] && lists[1]) return { ...lists[1], items: [...lists[0].items, ...lists[1].items] };
  return local;
}

function localTarget(resource: Resource, key: string): WriteTarget {
  const properties = entryNamed(resource.body, 'Properties')?.value;
  return properties?.kind === 'map' && !properties.tag
    ? { at: properties, path: [key] }
    : { at: resource.body, path: ['Properties', key] };
}

/** The same map with some keys under the names CloudFormation has for them, and others (undefined) left out. */
function renamed(map: LiftedMap, names: { readonly [key: string]: string | undefined }): LiftedMap {
  const authoredName = (name: string) => Object.keys(names).find((key) => names[key] === name) ?? name;
  const entries = map.entries.flatMap((entry): MapEntry[] => {
    if (!(entry.key.text in names)) return [entry];
    const name = names[entry.key.text];
    return name === undefined ? [] : [{ ...entry, key: { ...entry.key, value: name, text: name } }];
  });
  return { ...map, entries, authored: (key) => map.authored(authoredName(key)) };
}

/** The role SAM makes for a function or state machine that names none, with the policies it is given. */
function executionRole(resource: Resource, properties: LiftedMap): Resource[] {
  if (entryNamed(properties, 'Role')) return [];
  const policies = valueNamed(properties, 'Policies');
  if (!policies) return [];
  const key = entryNamed(properties, 'Policies')?.key ?? resource.key;
  const items = plainList(policies)?.items ?? [policies];
  const managed = items.filter((item) => plainText(item) !== undefined || item.tag);
  const documents = items.filter((item) => plainMap(item) && entryNamed(plainMap(item) as MapNode, 'Statement'));
  const list = (nodes: readonly SyntaxNode[]): SyntaxNode => ({
    ...base(resource, policies),
    kind: 'list',
    style: 'block',
    items: nodes,
  });
  const inline = documents.map((document) =>
    liftedMap(
      resource,
      [{ key: { ...key, value: 'PolicyDocument', text: 'PolicyDocument' }, value: document, span: document.span }],
      () => undefined,
      document,
    ),
  );
  const entry = (name: string, value: SyntaxNode): MapEntry => ({
    key: { ...key, value: name, text: name },
    value,
    span: key.span,
  });
  const role = liftedMap(
    resource,
    [entry('ManagedPolicyArns', list(managed)), entry('Policies', list(inline))],
    () => undefined,
    policies,
  );
  return [
    { ...resource, logicalId: `${resource.logicalId}Role`, type: 'AWS::IAM::Role', properties: role, writable: false },
  ];
}

function liftedMap(
  resource: Resource,
  entries: readonly MapEntry[],
  authored: LiftedMap['authored'],
  at: SyntaxNode = resource.properties ?? resource.key,
): LiftedMap {
  return { ...base(resource, at), kind: 'map', style: 'block', entries, lifted: true, authored };
}

function base(resource: Resource, at: SyntaxNode) {
  return { span: at.span, block: at.block ?? resource.block, tag: undefined, anchor: undefined };
}
