import { defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'mq-audit-logging',
  title: 'MQ broker keeps no audit log',
  on: 'AWS::AmazonMQ::Broker',
  severity: 'medium',
  category: 'logging',
  profile: 'recommended',
  aspect: 'logging-monitoring',
  peers: { checkov: ['CKV_AWS_197'], trivy: ['AWS-0070'], security_hub: ['MQ.2'] },
  controls: { 'aws-fsbp': ['MQ.2'], 'nist-800-53-r5': ['AU-2', 'AU-12'], 'pci-dss-4': ['10.2.1'] },
  why: 'Who changed queues and users of ActiveMQ is only known from the audit log, which is off by default. RabbitMQ knows no such log.',
  remedy: 'Set Logs.Audit to true.',
  references: [
    'https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/security-logging-monitoring-configure-cloudwatch.html',
  ],
  check(broker, report) {
    const engine = broker.get('EngineType');
    if (!engine.isAbsent && !engine.satisfies((text) => text.toUpperCase() === 'ACTIVEMQ')) return;
    const audit = broker.get('Logs.Audit');
    if (!audit.isNot(true)) return;
    report(audit, `${broker.logicalId} keeps no audit log`, {
      fixes: [fix('Send the audit log to CloudWatch Logs (billed by volume)', 'cost', set(audit, true))],
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
                Audit: true
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
                Audit: !If [IsProd, true, false]
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
                Audit: !If [IsProd, true, true]
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
                Audit: !Ref Setting
      `,
    },
    {
      name: 'RabbitMQ knows no audit log',
      silent: template`
        Resources:
          Broker:
            Type: AWS::AmazonMQ::Broker
            Properties:
              EngineType: RABBITMQ
      `,
    },
  ],
});
