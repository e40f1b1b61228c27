import type { Fix, Fragment } from '#edit';
import type { ResourceView, Value } from '#evaluate';
import { identityPolicyDocuments, statementsOf } from '#insight';
import { append, fix } from './fix.ts';

/**
 * Whether the policies of a user or group may demand a second factor: one of them mentions it, or the template does not
 * show them all.
 */
export function mayDemandSecondFactor(identity: ResourceView): boolean {
  const policies = identity.get('Policies');
  if (policies.isOpen || policies.isUnknown || identity.template.isOpen) return true;
  const named = identity.get('ManagedPolicyArns').items();
  if (named.some((arn) => !/:aws:policy\//.test(arn.pattern() ?? ''))) return true;
  const name = identity.get(identity.type === 'AWS::IAM::Group' ? 'GroupName' : 'UserName');
  const attached = [
    ...identity.template.referrers(identity, ...ATTACHABLE),
    ...identity.template.mentioning(name, ...ATTACHABLE),
  ].map((policy) => policy.get('PolicyDocument'));
  return [...identityPolicyDocuments(identity), ...attached].some(mentionsSecondFactor);
}

/** Denies a user or group everything but setting up a device, as long as there was no second factor. */
export function demandSecondFactor(identity: ResourceView): Fix | undefined {
  const policy: Fragment = { PolicyName: 'DenyWithoutMfa', PolicyDocument: DENY };
  return fix('Deny requests without a second factor', 'behaviour', append(identity.get('Policies'), policy));
}

const ATTACHABLE = ['AWS::IAM::Policy', 'AWS::IAM::ManagedPolicy', 'AWS::IAM::GroupPolicy', 'AWS::IAM::UserPolicy'];

/**
 * All that a user needs to set up a device, and nothing else, without a second factor.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_examples_aws_my-sec-creds-self-manage.html
 */
const DENY: Fragment = {
  Version: '2012-10-17',
  Statement: [
    {
      Sid: 'DenyWithoutMfa',
      Effect: 'Deny',
      NotAction: [
        'iam:CreateVirtualMFADevice',
        'iam:EnableMFADevice',
        'iam:GetUser',
        'iam:ListMFADevices',
        'iam:ListVirtualMFADevices',
        'iam:ResyncMFADevice',
        'sts:GetSessionToken',
      ],
      Resource: '*',
      Condition: { BoolIfExists: { 'aws:MultiFactorAuthPresent': false } },
    },
  ],
};

function mentionsSecondFactor(document: Value): boolean {
  if (!document.isMap) return true;
  return statementsOf(document).some(
    ({ condition }) =>
      condition.isUnknown ||
      condition.entries().some(([, keys]) => keys.entries().some(([key]) => /^aws:MultiFactorAuth/i.test(key))),
  );
}
