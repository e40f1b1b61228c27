import type { ResourceView, Value } from '#evaluate';
import { grants, statementsOf } from './policy.ts';
import { associatedWith, resourcesReferring } from './reference.ts';

/** Where resources name the bucket that their logs go to; a path that ends in a list names one in each item. */
const LOG_PROPERTIES: readonly (readonly [type: string, path: string])[] = [
  ['AWS::S3::Bucket', 'LoggingConfiguration.DestinationBucketName'],
  ['AWS::CloudTrail::Trail', 'S3BucketName'],
  ['AWS::CloudFront::Distribution', 'DistributionConfig.Logging.Bucket'],
  ['AWS::Config::DeliveryChannel', 'S3BucketName'],
  ['AWS::EC2::FlowLog', 'LogDestination'],
  ['AWS::EMR::Cluster', 'LogUri'],
  ['AWS::ElasticLoadBalancing::LoadBalancer', 'AccessLoggingPolicy.S3BucketName'],
  ['AWS::Logs::DeliveryDestination', 'DestinationResourceArn'],
  ['AWS::MSK::Cluster', 'LoggingInfo.BrokerLogs.S3.Bucket'],
  ['AWS::Redshift::Cluster', 'LoggingProperties.BucketName'],
  ['AWS::Route53Resolver::ResolverQueryLoggingConfig', 'DestinationArn'],
  ['AWS::WAFv2::LoggingConfiguration', 'LogDestinationConfigs'],
];

/** The services that write logs to a bucket, as its policy names them. */
const LOG_WRITERS =
  /^(?:logging\.s3|delivery\.logs|logdelivery\.elasticloadbalancing|cloudtrail|config)\.amazonaws\.com$/;

/**
 * Whether a bucket is where others put their logs: another resource names it as the destination, its canned ACL is the one for
 * log delivery, or its policy lets a service in that writes logs.
 */
export function isLogDestination(bucket: ResourceView): boolean {
  if (bucket.get('AccessControl').is('LogDeliveryWrite')) return true;
  if (logSources(bucket).length > 0) return true;
  return resourcesReferring(bucket, 'AWS::S3::BucketPolicy', 'Bucket', 'BucketName').some((policy) =>
    statementsOf(policy.get('PolicyDocument')).some(
      (statement) =>
        grants(statement) &&
        statement.principals.some(
          ({ kind, value }) => kind === 'Service' && value.satisfies((text) => LOG_WRITERS.test(text)),
        ),
    ),
  );
}

function logSources(bucket: ResourceView): readonly ResourceView[] {
  const { template } = bucket;
  const types = [...LOG_PROPERTIES.map(([type]) => type), LOAD_BALANCER];
  const candidates = new Set([
    ...template.referrers(bucket, ...types),
    ...template.mentioning(bucket.get('BucketName'), ...types),
  ]);
  return [...candidates].filter((resource) => logBucketsOf(resource).some((value) => names(value, bucket)));
}

const LOAD_BALANCER = 'AWS::ElasticLoadBalancingV2::LoadBalancer';

/** The buckets that a resource sends its logs to, as values. */
function logBucketsOf(resource: ResourceView): readonly Value[] {
  if (resource.type === LOAD_BALANCER) {
    return resource
      .get('LoadBalancerAttributes')
      .items()
      .filter((attribute) => attribute.get('Key').is('access_logs.s3.bucket'))
      .map((attribute) => attribute.get('Value'));
  }
  return LOG_PROPERTIES.filter(([type]) => type === resource.type).flatMap(([, path]) => resource.get(path).items());
}

function names(value: Value, bucket: ResourceView): boolean {
  if (associatedWith(value, bucket, 'BucketName')) return true;
  return value.targets().some((target) => target.resource.logicalId === bucket.logicalId);
}
