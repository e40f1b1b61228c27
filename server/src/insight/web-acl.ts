import type { ResourceView } from '#evaluate';
import { refersTo } from './reference.ts';

/** Whether a web ACL of this template certainly stands before a resource. One that is associated elsewhere is not seen. */
export function hasWebAcl(resource: ResourceView): boolean {
  return resource.template
    .referrers(resource, 'AWS::WAFv2::WebACLAssociation', 'AWS::WAFRegional::WebACLAssociation')
    .some((association) => refersTo(association.get('ResourceArn'), resource));
}
