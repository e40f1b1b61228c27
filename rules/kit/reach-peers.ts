import type { Peers } from '#analysis';
import type { ResourceView } from '#evaluate';
import { coversAction, escalationsOf, isDenied, mayWrite, type Reach, type ReachKind, type Statement } from '#insight';
import { withServerlessPeers } from './with-serverless-peers.ts';

/**
 * The checks of other scanners that a statement without limits to its resources answers, whatever else it is found for. The
 * statements are all of its document: together they may open a way to more rights.
 */
export function reachPeers(identity: ResourceView, reach: Reach, statements: readonly Statement[]): Peers {
  const kinds = [...reach.kinds.keys()];
  const of = (table: { readonly [kind in ReachKind]?: readonly string[] }) => [
    ...new Set(kinds.flatMap((kind) => table[kind] ?? [])),
  ];
  const allows = (action: string) =>
    reach.actions.some((pattern) => pattern.satisfies((text) => coversAction(text, action))) &&
    !isDenied(action, statements);
  const climbs =
    isOfIdentities(reach) && escalationsOf(statements).some(({ way }) => way.actions[0] !== 'sts:AssumeRole');
  return withServerlessPeers(identity, {
    checkov: [
      ...of(CHECKOV),
      ...(managesPermissions(reach) || SETTING_POLICIES.some(allows) ? ['CKV_AWS_109'] : []),
      ...(EXFILTRATION.some(allows) ? ['CKV_AWS_108'] : []),
      ...(climbs ? ['CKV_AWS_110'] : []),
    ],
    cfn_nag: ['W11', 'W12', 'W13'],
    guard: ['IAM_POLICYDOCUMENT_NO_WILDCARD_RESOURCE', ...(reach.kinds.has('service') ? FULL_ACCESS : [])],
    trivy: [
      'AWS-0057',
      ...(reach.kinds.get('service')?.action === 's3:*' ? ['AWS-0345'] : []),
      ...(allows('s3:GetObject') || allows('s3:PutObject') ? ['AWS-0346'] : []),
    ],
    cdk_nag: [
      'IAMNoWildcardPermissions',
      'AwsSolutions-IAM5',
      ...(reach.kinds.has('service') ? ['IAMPolicyNoStatementsWithFullAccess'] : []),
    ],
    kics: of({ secrets: ['022f8938'], data: ['022f8938'] }),
    security_hub: of({ service: ['IAM.21'], decrypt: ['KMS.1', 'KMS.2'] }),
  });
}

/** Whether a statement is reported as one that changes permissions or hands out credentials. */
export function isOfIdentities({ worst }: Reach): boolean {
  return worst === 'permissions' || worst === 'credentials';
}

const FULL_ACCESS = ['IAM_POLICY_NO_STATEMENTS_WITH_FULL_ACCESS', 'IAM_MANAGEDPOLICY_NO_STATEMENTS_WITH_FULL_ACCESS'];

const CHECKOV: { readonly [kind in ReachKind]?: readonly string[] } = {
  permissions: ['CKV_AWS_111'],
  credentials: ['CKV_AWS_107'],
  service: ['CKV_AWS_111'],
  write: ['CKV_AWS_111'],
};

/** The actions that checkov takes for a way out of data; those of databases are not among them. */
const EXFILTRATION = [
  's3:GetObject',
  'ssm:GetParameter',
  'ssm:GetParameters',
  'ssm:GetParametersByPath',
  'secretsmanager:GetSecretValue',
];

/** Actions that, among other attributes, set the policy of a topic or a queue. */
const SETTING_POLICIES = ['sns:CreateTopic', 'sns:SetTopicAttributes', 'sqs:CreateQueue', 'sqs:SetQueueAttributes'];

/** Whatever changes users, roles and policies is about permissions in the eyes of the service authorization reference. */
function managesPermissions({ kinds, actions }: Reach): boolean {
  const found = kinds.get('permissions')?.action;
  if (found && found !== 'logs:PutResourcePolicy') return true;
  return actions.some((pattern) => pattern.satisfies((text) => /^iam:(?!tag|untag)/i.test(text) && mayWrite(text)));
}
