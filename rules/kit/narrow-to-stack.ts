import type { Fix, Fragment } from '#edit';
import type { ResourceView } from '#evaluate';
import type { Reach, Statement } from '#insight';
import { fix, set } from './fix.ts';

/** The resource types that the actions of a service are on, and how their ARNs are written. */
const OWN: {
  readonly [service: string]: { readonly type: string; readonly arns: (logicalId: string) => readonly Fragment[] };
} = {
  s3: {
    type: 'AWS::S3::Bucket',
    arns: (id) => [...arnAttribute(id), { 'Fn::Sub': `\${${id}.Arn}/*` }],
  },
  dynamodb: {
    type: 'AWS::DynamoDB::Table',
    arns: (id) => [...arnAttribute(id), { 'Fn::Sub': `\${${id}.Arn}/index/*` }],
  },
  sqs: { type: 'AWS::SQS::Queue', arns: arnAttribute },
  sns: { type: 'AWS::SNS::Topic', arns: (id) => [{ Ref: id }] },
  kms: { type: 'AWS::KMS::Key', arns: arnAttribute },
  kinesis: { type: 'AWS::Kinesis::Stream', arns: arnAttribute },
  firehose: { type: 'AWS::KinesisFirehose::DeliveryStream', arns: arnAttribute },
  secretsmanager: { type: 'AWS::SecretsManager::Secret', arns: (id) => [{ Ref: id }] },
};

function arnAttribute(id: string): readonly Fragment[] {
  return [{ 'Fn::GetAtt': [id, 'Arn'] }];
}

/**
 * Narrows a statement to the resources of this template that its actions are on, when all of them are of one service and the
 * template has such resources. The star must be the only resource.
 */
export function narrowToStack(identity: ResourceView, statement: Statement, reach: Reach): Fix | undefined {
  if (statement.resources.length !== 1) return undefined;
  const services = new Set(statement.actions.map((action) => action.pattern()?.split(':')[0]?.toLowerCase()));
  const [service = ''] = services;
  const own = services.size === 1 ? OWN[service] : undefined;
  const resources = own ? identity.template.declared(own.type) : [];
  if (!own || resources.length === 0 || resources.length > 5) return undefined;
  // A resource that is not in every stack cannot be referred to here, nor one that refers to the identity itself.
  if (resources.some((resource) => !resource.attribute('Condition').isAbsent)) return undefined;
  const dependents = identity.template.referrers(identity, own.type).map(({ logicalId }) => logicalId);
  if (resources.some(({ logicalId }) => dependents.includes(logicalId))) return undefined;
  const arns = resources.flatMap(({ logicalId }) => own.arns(logicalId));
  const [first] = arns;
  const value = arns.length === 1 && first !== undefined ? first : arns;
  const title = `Reach only this template’s own ${own.type} resources`;
  return fix(title, 'behaviour', set(reach.resource, value));
}
