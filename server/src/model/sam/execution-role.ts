import type { SyntaxNode } from '#syntax';
import { intrinsicOf } from '../intrinsic.ts';
import { entryNamed, isNull, plainList, plainMap, plainText, valueNamed } from '../read-node.ts';
import type { LiftedMap, Resource, StandIn } from '../template.ts';
import { liftedEntry, liftedList, liftedMap, liftedNull, liftedText, unwritable } from './lifted-map.ts';
import { mapBranches } from './map-branches.ts';

/**
 * The role that SAM makes for a function or state machine that names none: the managed policies and policy documents it is given.
 * Policy templates (`S3ReadPolicy: …`) are scoped by SAM and left out, other than those that its author scopes.
 */
export function executionRole(resource: Resource, properties: LiftedMap, service: string): readonly Resource[] {
  const role = entryNamed(properties, 'Role');
  if (role && !isNull(role.value)) return [];
  const key = entryNamed(properties, 'Policies')?.key ?? resource.key;
  const policies = valueNamed(properties, 'Policies');
  const managed = policies ? listOf(policies, asArn) : liftedList([], resource.key);
  const inline = policies ? listOf(policies, (item) => asInline(item, key)) : liftedList([], resource.key);
  const trust = valueNamed(properties, 'AssumeRolePolicyDocument') ?? trustPolicy(resource, service);
  const entries = [
    liftedEntry(
      'AssumeRolePolicyDocument',
      trust,
      entryNamed(properties, 'AssumeRolePolicyDocument')?.key ?? resource.key,
    ),
    liftedEntry('ManagedPolicyArns', managed, key),
    liftedEntry('Policies', inline, key),
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

/** What an item of `Policies` is in one of the role's lists; undefined for what belongs elsewhere. */
type Pick = (item: SyntaxNode) => SyntaxNode | undefined;

/** `Policies` may be one policy or a list of them, either of which a `Fn::If` may choose. */
function listOf(policies: SyntaxNode, pick: Pick): SyntaxNode {
  const inBranches = mapBranches(policies, (branch) => listOf(branch, pick));
  if (inBranches) return inBranches;
  const items = plainList(policies)?.items ?? [policies];
  return liftedList(
    items.flatMap((item) => pickInBranches(item, pick) ?? []),
    policies,
  );
}

/** What a policy becomes in each branch of a `Fn::If` around it; undefined when that is nothing in any. */
function pickInBranches(item: SyntaxNode, pick: Pick): SyntaxNode | undefined {
  let isAny = false;
  const inBranches = mapBranches(item, (branch) => {
    const picked = pickInBranches(branch, pick);
    isAny ||= picked !== undefined;
    return picked ?? liftedNull(branch);
  });
  if (!inBranches) return pick(item);
  return isAny ? inBranches : undefined;
}

/** The inline policy that a policy document or policy template stands for. */
function asInline(item: SyntaxNode, key: SyntaxNode): (SyntaxNode & StandIn) | undefined {
  if (!hasStatement(item)) return fromTemplate(item);
  return { ...liftedMap([liftedEntry('PolicyDocument', item, key)], unwritable, item), authoredNode: item };
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

function hasStatement(item: SyntaxNode): boolean {
  const map = plainMap(item);
  return map !== undefined && entryNamed(map, 'Statement') !== undefined;
}

/** The managed policy that an item names. SAM takes the bare name of a policy of AWS's own: `AmazonS3FullAccess`. */
function asArn(item: SyntaxNode): (SyntaxNode & Partial<StandIn>) | undefined {
  const name = plainText(item);
  if (name === undefined) return intrinsicOf(item) && item;
  if (name.includes(':') || item.kind !== 'scalar') return item;
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
