import type { Fix, Fragment } from '#edit';
import type { ResourceView } from '#evaluate';
import { companion } from './companion.ts';
import { addResource, fix } from './fix.ts';

/** Puts the regional web ACL that the template has before a resource, which is named by an ARN; undefined when there is none. */
export function associateWebAcl(resource: ResourceView, arn: Fragment): Fix | undefined {
  const acl = resource.template.resources('AWS::WAFv2::WebACL').find((each) => each.get('Scope').is('REGIONAL'));
  if (!acl) return undefined;
  const association = { ResourceArn: arn, WebACLArn: { 'Fn::GetAtt': [acl.logicalId, 'Arn'] } };
  return fix(
    `Associate ${acl.logicalId}`,
    'behaviour',
    addResource('WebAclAssociation', companion(resource, 'AWS::WAFv2::WebACLAssociation', association), resource),
  );
}
