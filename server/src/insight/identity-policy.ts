import type { ResourceView, Value } from '#evaluate';
import { readText } from './read-text.ts';

/** The resource types that carry identity policies. */
export const IDENTITY_POLICY_TYPES: readonly string[] = [
  'AWS::IAM::Policy',
  'AWS::IAM::ManagedPolicy',
  'AWS::IAM::Role',
  'AWS::IAM::User',
  'AWS::IAM::Group',
  'AWS::IAM::RolePolicy',
  'AWS::IAM::UserPolicy',
  'AWS::IAM::GroupPolicy',
];

/** An identity policy. */
export interface IdentityPolicy {
  readonly document: Value;
  /** The item of `Policies` that holds it; undefined where the resource itself is the policy. */
  readonly item: Value | undefined;
}

/** The identity policies that a resource is or holds inline; the trust policy of a role is none of them. */
export function identityPoliciesOf(resource: ResourceView): readonly IdentityPolicy[] {
  const own = resource.get('PolicyDocument');
  const inline = resource.get('Policies').items();
  return [
    ...(own.isMap ? [{ document: own, item: undefined }] : []),
    ...inline.map((item) => ({ document: item.get('PolicyDocument'), item })),
  ];
}

/** The documents of the identity policies that a resource is or holds inline. */
export function identityPolicyDocuments(resource: ResourceView): readonly Value[] {
  return identityPoliciesOf(resource).map(({ document }) => document);
}

/** The attached managed policies that certainly are AWS's own policy of this name, in whatever partition. */
export function attachedAwsPolicies(resource: ResourceView, name: string): readonly Value[] {
  return resource
    .get('ManagedPolicyArns')
    .items()
    .filter((arn) => readText(arn)?.endsWith(`:iam::aws:policy/${name}`) ?? false);
}
