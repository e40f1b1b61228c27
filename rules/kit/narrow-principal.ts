import type { Fix, Fragment } from '#edit';
import type { Principal, Statement } from '#insight';
import { addParameter, fix, set } from './fix.ts';

const ORGANIZATION = {
  Type: 'String',
  Description: 'The organization whose accounts are let in',
  AllowedPattern: '^o-[a-z0-9]{10,32}$',
};

/**
 * Fixes for a statement of a resource policy that lets anyone in: this account only, or the accounts of an organization that
 * the author names.
 */
export function narrowPrincipal(statement: Statement, principal: Principal): readonly (Fix | undefined)[] {
  const account: Fragment = { 'Fn::Sub': `arn:\${AWS::Partition}:iam::\${AWS::AccountId}:root` };
  const isBare = principal.kind === '*';
  const element = statement.value.get('Principal');
  const organization = statement.condition.get('StringEquals').get('aws:PrincipalOrgID');
  return [
    fix(
      'Let in this account only',
      'behaviour',
      isBare ? set(element, { AWS: account }) : set(principal.value, account),
    ),
    fix(
      'Let in the accounts of an organization only',
      'behaviour',
      set(organization, { Ref: 'OrganizationId' }),
      addParameter('OrganizationId', ORGANIZATION),
    ),
  ];
}
