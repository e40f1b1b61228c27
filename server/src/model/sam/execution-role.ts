import type { SyntaxNode } from '#syntax';
import { intrinsicOf } from '../intrinsic.ts';
import { entryNamed, isNull, plainList, plainMap, plainText, valueNamed } from '../read-node.ts';
import type { LiftedMap, Resource, StandIn } from '../template.ts';
import { liftedEntry, liftedList, liftedMap, liftedText, unwritable } from './lifted-map.ts';

/**
 * The role that SAM makes for a function or state machine that names none: the managed policies and policy documents it is given.
 * Policy templates (`S3ReadPolicy: …`) are scoped by SAM and left out, other than those that its author scopes.
 */
export function executionRole(resource: Resource, properties: LiftedMap, service: string): readonly Resource[] {
  const role = entryNamed(properties, 'Role');
  if (role && !isNull(role.value)) return [];
  const key = entryNamed(properties, 'Policies')?.key ?? resource.key;
  const policies = valueNamed(properties, 'Policies');
  const items = policies ? itemsOf(policies) : [];
  const documents = items.filter((item) => hasStatement(item));
  const managed = items.filter((item) => plainText(item) !== undefined || isComputed(item));
  const inline = [
    ...documents.map((document) => ({
      ...liftedMap([liftedEntry('PolicyDocument', document, key)], unwritable, document),
      authoredNode: document,
    })),
    ...items.flatMap((item) => fromTemplate(item) ?? []),
  ];
  const trust = valueNamed(properties, 'AssumeRolePolicyDocument') ?? trustPolicy(resource, service);
  const entries = [
    liftedEntry(
      'AssumeRolePolicyDocument',
      trust,
      entryNamed(properties, 'AssumeRolePolicyDocument')?.key ?? resource.key,
    ),
    liftedEntry('ManagedPolicyArns', liftedList(managed.map(asArn), policies ?? resource.key), key),
    liftedEntry('Policies', liftedList(inline, policies ?? resource.key), key),
    ...['PermissionsBoundary', 'Path'].flatMap((name) => {
      const entry = entryNamed(properties, name === 'Path' ? 'RolePath' : name);
      return entry ? [liftedEntry(name, entry.value, entry.key)] : [];
    }),
  ];
  return [
    {
      ...resource,
      logicalId: `${resource.logicalId}Role`,
      type: 'AWS::IAM::Role',
      properties: liftedMap(entries, unwritable, policies ?? resource.key),
      writable: false,
    },
  ];
}

/** Policy templates that take the ARN of what they allow as it is: an author may write `*` (AWS SAM policy templates). */
const TEMPLATES: { readonly [name: string]: { readonly parameter: string; readonly actions: readonly string[] } } = {
  AWSSecretsManagerGetSecretValuePolicy: { parameter: 'SecretArn', actions: ['secretsmanager:GetSecretValue'] },
};

/** The inline policy that a policy template stands for; undefined for what is none, or is scoped by SAM. */
function fromTemplate(item: SyntaxNode): (SyntaxNode & StandIn) | undefined {
  const [entry] = plainMap(item)?.entries ?? [];
  const template = entry && Object.hasOwn(TEMPLATES, entry.key.text) ? TEMPLATES[entry.key.text] : undefined;
  const parameters = template && plainMap(entry?.value);
  const scope = parameters && entryNamed(parameters, template.parameter);
  if (!entry || !template || !scope) return undefined;
  const { key } = entry;
  const statement = liftedMap(
    [
      liftedEntry('Effect', liftedText('Allow', key), key),
      liftedEntry(
        'Action',
        liftedList(
          template.actions.map((action) => liftedText(action, key)),
          key,
        ),
        key,
      ),
      liftedEntry('Resource', scope.value, scope.key),
    ],
    unwritable,
    key,
  );
  const document = liftedMap([liftedEntry('Statement', liftedList([statement], key), key)], unwritable, key);
  return { ...liftedMap([liftedEntry('PolicyDocument', document, key)], unwritable, key), authoredNode: item };
}

/** `Policies` may be one policy or a list of them. */
function itemsOf(policies: SyntaxNode): readonly SyntaxNode[] {
  return plainList(policies)?.items ?? [policies];
}

function hasStatement(item: SyntaxNode): boolean {
  const map = plainMap(item);
  return map !== undefined && entryNamed(map, 'Statement') !== undefined;
}

function isComputed(item: SyntaxNode): boolean {
  return intrinsicOf(item) !== undefined;
}

/** SAM takes the bare name of a policy of AWS's own: `AmazonS3FullAccess`. */
function asArn(item: SyntaxNode): SyntaxNode & Partial<StandIn> {
  const name = plainText(item);
  if (name === undefined || name.includes(':') || item.kind !== 'scalar') return item;
  const arn = `arn:aws:iam::aws:policy/${name}`;
  return { ...item, value: arn, text: arn, authoredNode: item };
}

function trustPolicy(resource: Resource, service: string): SyntaxNode {
  const { key } = resource;
  const map = (entries: { readonly [name: string]: SyntaxNode }) =>
    liftedMap(
      Object.entries(entries).map(([name, value]) => liftedEntry(name, value, key)),
      unwritable,
      key,
    );
  const statement = map({
    Effect: liftedText('Allow', key),
    Action: liftedText('sts:AssumeRole', key),
    Principal: map({ Service: liftedText(service, key) }),
  });
  return map({ Version: liftedText('2012-10-17', key), Statement: liftedList([statement], key) });
}
