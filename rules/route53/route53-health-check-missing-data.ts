import { defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'route53-health-check-missing-data',
  title: 'Health check takes silence for health',
  on: 'AWS::Route53::HealthCheck',
  severity: 'low',
  category: 'resilience',
  profile: 'strict',
  aspect: 'backup-durability',
  peers: {},
  controls: { 'nist-800-53-r5': ['CP-10', 'SI-4'] },
  why: 'When whatever reports the metric goes down with the service, the alarm has no data; a check that then says healthy keeps answering with a site that is gone.',
  remedy: 'Set InsufficientDataHealthStatus to Unhealthy, or to LastKnownStatus.',
  references: ['https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/health-checks-creating-values.html'],
  check(health, report) {
    const status = health.get('HealthCheckConfig.InsufficientDataHealthStatus');
    if (!status.is('Healthy')) return;
    report(status, `${health.logicalId} counts as healthy when its alarm has no data`, {
      fixes: [fix('Keep the last known status', 'behaviour', set(status, 'LastKnownStatus'))],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Site:
            Type: AWS::Route53::HealthCheck
            Properties:
              HealthCheckConfig:
                Type: CLOUDWATCH_METRIC
                AlarmIdentifier: {Name: site, Region: eu-west-1}
                InsufficientDataHealthStatus: Healthy
                                            # ^^^^^^^
      `,
      good: template`
        Resources:
          Site:
            Type: AWS::Route53::HealthCheck
            Properties:
              HealthCheckConfig:
                Type: CLOUDWATCH_METRIC
                AlarmIdentifier: {Name: site, Region: eu-west-1}
                InsufficientDataHealthStatus: LastKnownStatus
      `,
    },
    {
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Site:
            Type: AWS::Route53::HealthCheck
            Properties:
              HealthCheckConfig:
                Type: CLOUDWATCH_METRIC
                InsufficientDataHealthStatus: !If [IsProd, Unhealthy, Healthy]
                                                                    # ^^^^^^^
      `,
    },
    {
      name: 'a status without default is unknown',
      silent: template`
        Parameters:
          Status: {Type: String}
        Resources:
          Site:
            Type: AWS::Route53::HealthCheck
            Properties:
              HealthCheckConfig: {Type: CLOUDWATCH_METRIC, InsufficientDataHealthStatus: !Ref Status}
      `,
    },
  ],
});
