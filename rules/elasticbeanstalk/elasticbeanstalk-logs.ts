import { append, defineRule, environmentOption, fix, template, type Value } from '#kit';

const STREAM = 'aws:elasticbeanstalk:cloudwatch:logs';
const ROTATE = 'aws:elasticbeanstalk:hostmanager';

export default defineRule({
  id: 'elasticbeanstalk-logs',
  title: 'Logs of an environment go with its instances',
  on: 'AWS::ElasticBeanstalk::Environment',
  severity: 'low',
  category: 'logging',
  profile: 'strict',
  aspect: 'logging-monitoring',
  peers: {
    cdk_nag: ['ElasticBeanstalkEC2InstanceLogsToS3', 'AwsSolutions-EB4'],
    security_hub: ['ElasticBeanstalk.3'],
  },
  controls: { 'aws-fsbp': ['ElasticBeanstalk.3'], 'nist-800-53-r5': ['AU-4', 'AU-9(2)'] },
  why: 'Logs lie on the instances: the next deployment, or an attacker who tidies up, takes them away. They leave an instance only when the template, or the source bundle, says so.',
  remedy: 'Set StreamLogs (to CloudWatch Logs) or LogPublicationControl (to S3) to true in OptionSettings.',
  references: ['https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/AWSHowTo.cloudwatchlogs.html'],
  check(environment, report) {
    const streamed = environmentOption(environment, STREAM, 'StreamLogs');
    const published = environmentOption(environment, ROTATE, 'LogPublicationControl');
    if (!isOff(streamed) || !isOff(published)) return;
    const option = { Namespace: STREAM, OptionName: 'StreamLogs', Value: 'true' };
    report(environment, `The logs of ${environment.logicalId} go with its instances`, {
      fixes:
        streamed === 'unset'
          ? [
              fix(
                'Stream logs to CloudWatch Logs (billed by volume)',
                'cost',
                append(environment.get('OptionSettings'), option),
              ),
            ]
          : [],
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
              ApplicationName: shop
      `,
      good: template`
        Resources:
          Shop:
            Type: AWS::ElasticBeanstalk::Environment
            Properties:
              ApplicationName: shop
              OptionSettings:
                - Namespace: aws:elasticbeanstalk:cloudwatch:logs
                  OptionName: StreamLogs
                  Value: 'true'
      `,
    },
    {
      name: 'in development',
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Shop:
        # ^^^^
            Type: AWS::ElasticBeanstalk::Environment
            Properties:
              OptionSettings:
                - {Namespace: 'aws:elasticbeanstalk:cloudwatch:logs', OptionName: StreamLogs, Value: !If [IsProd, true, false]}
      `,
    },
    {
      name: 'logs that go to S3, and a configuration that is kept elsewhere',
      silent: template`
        Resources:
          Published:
            Type: AWS::ElasticBeanstalk::Environment
            Properties:
              OptionSettings:
                - {Namespace: 'aws:elasticbeanstalk:hostmanager', OptionName: LogPublicationControl, Value: true}
          Elsewhere:
            Type: AWS::ElasticBeanstalk::Environment
            Properties: {TemplateName: saved-by-hand}
      `,
    },
  ],
});

function isOff(option: Value | 'unset' | undefined): boolean {
  return option === 'unset' || (option?.isNot(true) ?? false);
}
