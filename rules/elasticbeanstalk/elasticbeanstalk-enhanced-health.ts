import { append, defineRule, environmentOption, fix, set, template } from '#kit';

const HEALTH = 'aws:elasticbeanstalk:healthreporting:system';

export default defineRule({
  id: 'elasticbeanstalk-enhanced-health',
  title: 'Environment reports no more than basic health',
  on: 'AWS::ElasticBeanstalk::Environment',
  severity: 'low',
  category: 'logging',
  profile: 'strict',
  aspect: 'logging-monitoring',
  peers: { cdk_nag: ['ElasticBeanstalkEnhancedHealthReportingEnabled'], security_hub: ['ElasticBeanstalk.1'] },
  controls: { 'aws-fsbp': ['ElasticBeanstalk.1'], 'nist-800-53-r5': ['SI-2', 'CA-7'] },
  why: 'Basic health is what the load balancer says. Enhanced health sees the operating system, failing requests and stuck deployments, and managed updates need it. Environments made from a template report basic health unless the template, or the source bundle, says otherwise.',
  remedy: 'Set SystemType to enhanced in OptionSettings.',
  references: ['https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/health-enhanced.html'],
  check(environment, report) {
    const option = environmentOption(environment, HEALTH, 'SystemType');
    if (option !== 'unset' && !option?.isNot('enhanced')) return;
    const enhanced = { Namespace: HEALTH, OptionName: 'SystemType', Value: 'enhanced' };
    report(option === 'unset' ? environment : option, `${environment.logicalId} reports no more than basic health`, {
      fixes: [
        fix(
          'Report enhanced health',
          'safe',
          option === 'unset' ? append(environment.get('OptionSettings'), enhanced) : set(option, 'enhanced'),
        ),
      ],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Shop:
        # ^^^^
            Type: AWS::ElasticBeanstalk::Environment
            Properties:
              OptionSettings:
                - Namespace: aws:ec2:vpc
                  OptionName: VPCId
                  Value: vpc-1
      `,
      good: template`
        Resources:
          Shop:
            Type: AWS::ElasticBeanstalk::Environment
            Properties:
              OptionSettings:
                - Namespace: aws:ec2:vpc
                  OptionName: VPCId
                  Value: vpc-1
                - Namespace: aws:elasticbeanstalk:healthreporting:system
                  OptionName: SystemType
                  Value: enhanced
      `,
    },
    {
      name: 'basic health in development',
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Shop:
            Type: AWS::ElasticBeanstalk::Environment
            Properties:
              OptionSettings:
                - Namespace: aws:elasticbeanstalk:healthreporting:system
                  OptionName: SystemType
                  Value: !If [IsProd, enhanced, basic]
                                              # ^^^^^
      `,
      good: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Shop:
            Type: AWS::ElasticBeanstalk::Environment
            Properties:
              OptionSettings:
                - Namespace: aws:elasticbeanstalk:healthreporting:system
                  OptionName: SystemType
                  Value: !If [IsProd, enhanced, enhanced]
      `,
    },
    {
      name: 'a configuration that is kept elsewhere, and a parameter without default',
      silent: template`
        Parameters:
          Health: {Type: String}
        Resources:
          Elsewhere:
            Type: AWS::ElasticBeanstalk::Environment
            Properties: {TemplateName: saved-by-hand}
          Chosen:
            Type: AWS::ElasticBeanstalk::Environment
            Properties:
              OptionSettings:
                - {Namespace: 'aws:elasticbeanstalk:healthreporting:system', OptionName: SystemType, Value: !Ref Health}
      `,
    },
  ],
});
