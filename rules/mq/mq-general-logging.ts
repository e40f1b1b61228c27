import { defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'mq-general-logging',
  title: 'MQ broker keeps its log to itself',
  on: 'AWS::AmazonMQ::Broker',
  severity: 'low',
  category: 'logging',
  profile: 'recommended',
  aspect: 'logging-monitoring',
  peers: { trivy: ['AWS-0071'], kics: ['e519ed6a'] },
  controls: { 'nist-800-53-r5': ['AU-2', 'AU-12'], 'pci-dss-4': ['10.2.1'] },
  why: 'Refused logins and failures of the broker are delivered nowhere by default.',
  remedy: 'Set Logs.General to true.',
  references: [
    'https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/security-logging-monitoring-configure-cloudwatch.html',
  ],
  check(broker, report) {
    const general = broker.get('Logs.General');
    if (!general.isNot(true)) return;
    report(general, `${broker.logicalId} does not deliver its log`, {
      fixes: [fix('Send the log to CloudWatch Logs (billed by volume)', 'cost', set(general, true))],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Broker:
        # ^^^^^^
            Type: AWS::AmazonMQ::Broker
            Properties:
              EngineType: ACTIVEMQ
      `,
      good: template`
        Resources:
          Broker:
            Type: AWS::AmazonMQ::Broker
            Properties:
              EngineType: ACTIVEMQ
              Logs:
                General: true
      `,
    },
    {
      name: 'in one environment only',
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env:
            Type: String
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Broker:
            Type: AWS::AmazonMQ::Broker
            Properties:
              EngineType: ACTIVEMQ
              Logs:
                General: !If [IsProd, true, false]
                                          # ^^^^^
      `,
      good: template`
        Parameters:
          Env:
            Type: String
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Broker:
            Type: AWS::AmazonMQ::Broker
            Properties:
              EngineType: ACTIVEMQ
              Logs:
                General: !If [IsProd, true, true]
      `,
    },
    {
      name: 'a parameter without default decides',
      silent: template`
        Parameters:
          Setting:
            Type: String
        Resources:
          Broker:
            Type: AWS::AmazonMQ::Broker
            Properties:
              EngineType: ACTIVEMQ
              Logs:
                General: !Ref Setting
      `,
    },
  ],
});
