import { addParameter, defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'elb-access-logging',
  title: 'Classic load balancer keeps no access log',
  on: 'AWS::ElasticLoadBalancing::LoadBalancer',
  severity: 'medium',
  category: 'logging',
  profile: 'recommended',
  aspect: 'logging-monitoring',
  peers: {
    checkov: ['CKV_AWS_92'],
    cfn_nag: ['W26'],
    guard: ['ELB_LOGGING_ENABLED'],
    cdk_nag: ['ELBLoggingEnabled', 'AwsSolutions-ELB2'],
    kics: ['ee12ad32'],
    security_hub: ['ELB.5'],
  },
  controls: { 'aws-fsbp': ['ELB.5'], 'nist-800-53-r5': ['AU-2', 'AU-3', 'AU-12'], 'pci-dss-4': ['10.2.1'] },
  why: "The access log is the one place that shows every request with the client's address, before any server could be made to forget it. Storage is all it costs.",
  remedy: 'Enable AccessLoggingPolicy with a bucket that lets load balancers write.',
  references: ['https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/enable-access-logs.html'],
  check(resource, report) {
    const policy = resource.get('AccessLoggingPolicy');
    const enabled = policy.get('Enabled');
    if (!enabled.isNot(true)) return;
    const isNamed = policy.get('S3BucketName').isGiven;
    const bucket = {
      Type: 'String',
      Description: 'Bucket for access logs, whose policy lets load balancers write to it',
    };
    report(enabled, `${resource.logicalId} keeps no access log`, {
      fixes: [
        isNamed
          ? fix('Keep an access log', 'cost', set(enabled, true))
          : fix(
              'Keep an access log in the bucket of a new parameter',
              'cost',
              addParameter('AccessLogBucket', bucket),
              set(policy, { Enabled: true, S3BucketName: { Ref: 'AccessLogBucket' } }),
            ),
      ],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Front:
        # ^^^^^
            Type: AWS::ElasticLoadBalancing::LoadBalancer
            Properties:
              Listeners:
                - Protocol: HTTPS
                  LoadBalancerPort: '443'
                  InstancePort: '80'
      `,
      good: template`
        Parameters:
          AccessLogBucket:
            Type: String
            Description: Bucket for access logs, whose policy lets load balancers write to it
        Resources:
          Front:
            Type: AWS::ElasticLoadBalancing::LoadBalancer
            Properties:
              Listeners:
                - Protocol: HTTPS
                  LoadBalancerPort: '443'
                  InstancePort: '80'
              AccessLoggingPolicy:
                Enabled: true
                S3BucketName: !Ref AccessLogBucket
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
            Type: AWS::ElasticLoadBalancing::LoadBalancer
            Properties:
              Listeners:
                - Protocol: HTTPS
                  LoadBalancerPort: '443'
                  InstancePort: '80'
              AccessLoggingPolicy:
                Enabled: !If [IsProd, true, false]
                                          # ^^^^^
                S3BucketName: logs
      `,
      good: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Front:
            Type: AWS::ElasticLoadBalancing::LoadBalancer
            Properties:
              Listeners:
                - Protocol: HTTPS
                  LoadBalancerPort: '443'
                  InstancePort: '80'
              AccessLoggingPolicy:
                Enabled: !If [IsProd, true, true]
                S3BucketName: logs
      `,
    },
    {
      name: 'chosen at deployment',
      silent: template`
        Parameters:
          Choice: {Type: String}
        Resources:
          Front:
            Type: AWS::ElasticLoadBalancing::LoadBalancer
            Properties:
              Listeners:
                - Protocol: HTTPS
                  LoadBalancerPort: '443'
                  InstancePort: '80'
              AccessLoggingPolicy: {Enabled: !Ref Choice, S3BucketName: logs}
      `,
    },
  ],
});
