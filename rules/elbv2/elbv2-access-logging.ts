import {
  addResource,
  append,
  type BalancerAttribute,
  balancerAttribute,
  bucketArns,
  bucketPolicyBody,
  defineRule,
  denyPlainHttp,
  type Fix,
  type Fragment,
  fix,
  logBucketBody,
  type ResourceView,
  setAttribute,
  template,
} from '#kit';

export default defineRule({
  id: 'elbv2-access-logging',
  title: 'Load balancer keeps no access log',
  on: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
  severity: 'medium',
  category: 'logging',
  profile: 'recommended',
  aspect: 'logging-monitoring',
  peers: {
    checkov: ['CKV_AWS_91'],
    cfn_nag: ['W52'],
    guard: ['ELBV2_ACCESS_LOGGING_RULE'],
    cdk_nag: ['ELBLoggingEnabled', 'AwsSolutions-ELB2'],
    kics: ['c62e8b7d'],
    security_hub: ['ELB.5'],
  },
  controls: {
    'aws-fsbp': ['ELB.5'],
    'nist-800-53-r5': ['AU-2', 'AU-3', 'AU-12'],
    'pci-dss-4': ['10.2.1'],
    hipaa: ['164.312(b)'],
  },
  why: "The access log is the one place that shows every request with the client's address, before any server could be made to forget it. Storage is all it costs. That of a network load balancer tells of TLS connections only.",
  remedy: 'Set access_logs.s3.enabled with a bucket that lets load balancers write.',
  references: ['https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html'],
  check(resource, report) {
    const attribute = balancerAttribute(resource, KEY);
    const type = resource.get('Type');
    // A gateway load balancer has flow logs only.
    if (!attribute || (!type.isAbsent && !type.is('application', 'network'))) return;
    if (attribute.value && !attribute.value.isNot(true)) return;
    const isNetwork = type.is('network');
    if (isNetwork && hasOnlyPlainListeners(resource)) return;
    const known = balancerAttribute(resource, 'access_logs.s3.bucket');
    const fixes =
      known && !known.value && !resource.template.isOpen ? [logToNewBucket(resource, attribute, isNetwork)] : [];
    const kept = known?.value ? fix('Keep an access log', 'cost', setAttribute(attribute, KEY, 'true')) : undefined;
    report(attribute.value ?? attribute.list, `${resource.logicalId} keeps no access log`, { fixes: [kept, ...fixes] });
  },
  examples: [
    {
      bad: template`
        Resources:
          Front:
        # ^^^^^
            Type: AWS::ElasticLoadBalancingV2::LoadBalancer
            Properties:
              Subnets: [subnet-1, subnet-2]
      `,
      good: template`
        Resources:
          Front:
            Type: AWS::ElasticLoadBalancingV2::LoadBalancer
            Properties:
              Subnets: [subnet-1, subnet-2]
              LoadBalancerAttributes:
                - Key: access_logs.s3.enabled
                  Value: 'true'
                - Key: access_logs.s3.bucket
                  Value: !Ref BalancerLogs
            DependsOn:
              - BalancerLogsPolicy
          BalancerLogs:
            Type: AWS::S3::Bucket
            DeletionPolicy: Retain
            UpdateReplacePolicy: Retain
            Properties:
              PublicAccessBlockConfiguration:
                BlockPublicAcls: true
                BlockPublicPolicy: true
                IgnorePublicAcls: true
                RestrictPublicBuckets: true
              OwnershipControls:
                Rules:
                  - ObjectOwnership: BucketOwnerEnforced
              BucketEncryption:
                ServerSideEncryptionConfiguration:
                  - ServerSideEncryptionByDefault:
                      SSEAlgorithm: AES256
              VersioningConfiguration:
                Status: Enabled
              LifecycleConfiguration:
                Rules:
                  - Id: ExpireLogs
                    Status: Enabled
                    ExpirationInDays: 365
                    NoncurrentVersionExpiration:
                      NoncurrentDays: 30
                    AbortIncompleteMultipartUpload:
                      DaysAfterInitiation: 7
          BalancerLogsPolicy:
            Type: AWS::S3::BucketPolicy
            Properties:
              Bucket: !Ref BalancerLogs
              PolicyDocument:
                Version: '2012-10-17'
                Statement:
                  - Sid: WriteLogs
                    Effect: Allow
                    Principal:
                      Service: logdelivery.elasticloadbalancing.amazonaws.com
                    Action: s3:PutObject
                    Resource: !Sub '\${BalancerLogs.Arn}/AWSLogs/\${AWS::AccountId}/*'
                  - Sid: DenyPlainHttp
                    Effect: Deny
                    Principal: '*'
                    Action: s3:*
                    Resource:
                      - !GetAtt BalancerLogs.Arn
                      - !Sub '\${BalancerLogs.Arn}/*'
                    Condition:
                      Bool:
                        aws:SecureTransport: false
      `,
    },
    {
      name: 'in production only',
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Front:
            Type: AWS::ElasticLoadBalancingV2::LoadBalancer
            Properties:
              Subnets: [subnet-1, subnet-2]
              LoadBalancerAttributes:
                - {Key: access_logs.s3.bucket, Value: logs}
                - {Key: access_logs.s3.enabled, Value: !If [IsProd, 'true', 'false']}
                                                                          # ^^^^^^^
      `,
      good: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Front:
            Type: AWS::ElasticLoadBalancingV2::LoadBalancer
            Properties:
              Subnets: [subnet-1, subnet-2]
              LoadBalancerAttributes:
                - {Key: access_logs.s3.bucket, Value: logs}
                - {Key: access_logs.s3.enabled, Value: !If [IsProd, 'true', 'true']}
      `,
    },
    {
      name: 'a network load balancer without TLS would write no log',
      silent: template`
        Resources:
          Inner:
            Type: AWS::ElasticLoadBalancingV2::LoadBalancer
            Properties:
              Type: network
              Scheme: internal
          Plain:
            Type: AWS::ElasticLoadBalancingV2::Listener
            Properties:
              LoadBalancerArn: !Ref Inner
              Protocol: TCP
              Port: 5432
      `,
    },
    {
      name: 'chosen at deployment, and a gateway load balancer',
      silent: template`
        Parameters:
          Choice: {Type: String}
        Resources:
          Front:
            Type: AWS::ElasticLoadBalancingV2::LoadBalancer
            Properties:
              LoadBalancerAttributes:
                - {Key: access_logs.s3.enabled, Value: !Ref Choice}
          Gateway:
            Type: AWS::ElasticLoadBalancingV2::LoadBalancer
            Properties:
              Type: gateway
      `,
    },
  ],
});

const KEY = 'access_logs.s3.enabled';

/** Whether a network load balancer certainly has nothing to write: its access log tells of TLS connections only. */
function hasOnlyPlainListeners(balancer: ResourceView): boolean {
  const listeners = balancer.template
    .referrers(balancer, 'AWS::ElasticLoadBalancingV2::Listener')
    .filter((listener) => listener.get('LoadBalancerArn').target()?.resource.logicalId === balancer.logicalId);
  return listeners.length > 0 && listeners.every((listener) => listener.get('Protocol').is('TCP', 'UDP', 'TCP_UDP'));
}

function logToNewBucket(balancer: ResourceView, attribute: BalancerAttribute, isNetwork: boolean): Fix | undefined {
  const [bucketArn, objectsArn] = bucketArns('BalancerLogs');
  const service = isNetwork ? 'delivery.logs.amazonaws.com' : 'logdelivery.elasticloadbalancing.amazonaws.com';
  // Only the load balancers of this account write beneath its folder; those that need no more conditions get none.
  const ours = { Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } } };
  const statement = (sid: string, action: string, resource: Fragment): Fragment => ({
    Sid: sid,
    Effect: 'Allow',
    Principal: { Service: service },
    Action: action,
    Resource: resource,
    ...(isNetwork ? ours : {}),
  });
  const folder = { 'Fn::Sub': '${BalancerLogs.Arn}/AWSLogs/${AWS::AccountId}/*' };
  const statements = [
    statement('WriteLogs', 's3:PutObject', folder),
    ...(isNetwork ? [statement('CheckAcl', 's3:GetBucketAcl', bucketArn)] : []),
    denyPlainHttp(bucketArn, objectsArn),
  ];
  return fix(
    'Keep an access log in a new bucket',
    'cost',
    setAttribute(attribute, KEY, 'true'),
    append(attribute.list, { Key: 'access_logs.s3.bucket', Value: { Ref: 'BalancerLogs' } }),
    addResource('BalancerLogs', logBucketBody(balancer), balancer),
    // The load balancer tries to write a first file when logging is switched on.
    append(balancer.attribute('DependsOn'), 'BalancerLogsPolicy'),
    addResource('BalancerLogsPolicy', bucketPolicyBody(balancer, 'BalancerLogs', statements), balancer),
  );
}
