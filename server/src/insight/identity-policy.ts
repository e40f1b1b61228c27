import type { ResourceView, Value } from '#evaluate';

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

/** The documents of the identity policies that a resource is or holds inline; the trust policy of a role is none of them. */
export function identityPolicyDocuments(resource: ResourceView): readonly Value[] {
  const own = resource.get('PolicyDocument');
  const inline = resource.get('Policies').items();
  return [...(own.isMap ? [own] : []), ...inline.map((policy) => policy.get('PolicyDocument'))];
}

/** The attached managed policies that certainly are AWS's own policy of this name, in whatever partition. */
export function attachedAwsPolicies(resource: ResourceView, name: string): readonly Value[] {
  return resource
    .get('ManagedPolicyArns')
    .items()
    .filter((arn) => arn.pattern()?.endsWith(`:iam::aws:policy/${name}`) ?? false);
}
