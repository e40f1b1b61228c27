import type { Property, PropertyType, Resource } from '@aws-cdk/service-spec-types';
import type { PolicyKind } from '../server/src/schema/resource-type.ts';

/** SAM types younger than the package's SAM schema: known to exist, with nothing known of their properties. */
export const MISSING_TYPES: readonly (readonly [type: string, transform: string])[] = [
  'AWS::Serverless::CapacityProvider',
  'AWS::Serverless::Connector',
  'AWS::Serverless::GraphQLApi',
  'AWS::Serverless::WebSocketApi',
].map((type) => [type, 'AWS::Serverless-2016-10-31']);

/**
 * Whether CloudFormation refuses to change the property of an existing resource. The package knows such properties as
 * changeable, since the schema behind it has no word for them; AWS's page of the type says "Updates are not supported".
 */
export function refusesUpdate(resource: Resource, owner: string, name: string): boolean {
  return owner === '' && (REFUSED_UPDATES.get(resource.cloudFormationType)?.has(name) ?? false);
}

const REFUSED_UPDATES: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['AWS::EC2::Volume', new Set(['AvailabilityZone', 'AvailabilityZoneId', 'Encrypted', 'KmsKeyId', 'SnapshotId'])],
  [
    'AWS::WorkSpaces::Workspace',
    new Set(['BundleId', 'RootVolumeEncryptionEnabled', 'UserVolumeEncryptionEnabled', 'VolumeEncryptionKey']),
  ],
]);

/**
 * What access a property grants. The package marks most policies, on the property or on the resource as a whole. It takes
 * some documents for policies that grant nothing, misses those in nested types, and calls some identity policies resource
 * policies; the lists below put that right.
 */
export function policyKind(
  resource: Resource,
  owner: string,
  name: string,
  property: Property,
): PolicyKind | undefined {
  const type = resource.cloudFormationType;
  if (property.scrutinizable === 'IngressRules') return 'ingress';
  if (property.scrutinizable === 'EgressRules') return 'egress';
  if (property.scrutinizable === 'ManagedPolicies') return 'managed';
  if (GRANTS_NOTHING.has(name) || GRANTS_NOTHING.has(`${type}.${name}`)) return undefined;
  if (name === 'AssumeRolePolicyDocument') return 'trust';
  if (property.scrutinizable === 'InlineIdentityPolicies') return 'identity';
  if (!holdsJson(property.type)) return undefined;
  if (IDENTITY_POLICIES.has(`${type}.${name}`) || (type.startsWith('AWS::IAM::') && name === 'PolicyDocument')) {
    return 'identity';
  }
  if (property.scrutinizable === 'InlineResourcePolicy') return 'resource';
  const isPolicyResource = resource.scrutinizable === 'ResourcePolicyResource';
  if (isPolicyResource && owner === '' && /polic/i.test(name)) return 'resource';
  return NESTED_RESOURCE_POLICIES.has(`${type}.${owner && `${owner}.`}${name}`) ? 'resource' : undefined;
}

const GRANTS_NOTHING = new Set([
  'ArchivePolicy',
  'DataProtectionPolicy',
  'FilterPolicy',
  'RedriveAllowPolicy',
  'RedrivePolicy',
  'ReplayPolicy',
  'AWS::MPA::ApprovalTeam.Policies',
  'AWS::NetworkManager::CoreNetwork.PolicyDocument',
  'AWS::RAM::Permission.PolicyTemplate',
]);
const IDENTITY_POLICIES = new Set(['AWS::IoT::Policy.PolicyDocument', 'AWS::SSO::PermissionSet.InlinePolicy']);
const NESTED_RESOURCE_POLICIES = new Set([
  'AWS::DynamoDB::GlobalTable.ResourcePolicy.PolicyDocument',
  'AWS::DynamoDB::Table.ResourcePolicy.PolicyDocument',
  'AWS::Elasticsearch::Domain.AccessPolicies',
  'AWS::FSx::S3AccessPointAttachment.S3AccessPoint.Policy',
  'AWS::Logs::DeliveryDestination.DestinationPolicy.DeliveryDestinationPolicy',
  'AWS::OSIS::Pipeline.ResourcePolicy.Policy',
  'AWS::OpenSearchService::Domain.AccessPolicies',
]);

function holdsJson(type: PropertyType): boolean {
  return type.type === 'json' || (type.type === 'union' && type.types.some(holdsJson));
}
