import { defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'mq-public-access',
  title: 'MQ broker has a public address',
  on: 'AWS::AmazonMQ::Broker',
  severity: 'critical',
  category: 'network',
  profile: 'essential',
  aspect: 'network-exposure',
  peers: { checkov: ['CKV_AWS_69'], trivy: ['AWS-0072'], kics: ['68b6a789'] },
  controls: { 'nist-800-53-r5': ['AC-4', 'SC-7'], 'pci-dss-4': ['1.4.4'] },
  why: 'The queues and the web console of a public broker are one password away from everyone; for ActiveMQ security groups help, RabbitMQ takes none.',
  remedy: 'Set PubliclyAccessible to false, and reach the broker from inside the VPC.',
  references: ['https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/using-amazon-mq-securely.html'],
  check(broker, report) {
    const isPublic = broker.get('PubliclyAccessible');
    // It has to be said either way.
    if (!isPublic.is(true) && !isPublic.isAbsent) return;
    const what = isPublic.isAbsent ? 'does not say that it is private' : 'gets a public address';
    report(isPublic, `${broker.logicalId} ${what}`, {
      ...(isPublic.isAbsent ? { severity: 'low' } : {}),
      fixes: [fix('Make the broker private (replaces the broker)', 'replacement', set(isPublic, false))],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Broker:
            Type: AWS::AmazonMQ::Broker
            Properties:
              EngineType: ACTIVEMQ
              PubliclyAccessible: true
                                # ^^^^
      `,
      good: template`
        Resources:
          Broker:
            Type: AWS::AmazonMQ::Broker
            Properties:
              EngineType: ACTIVEMQ
              PubliclyAccessible: false
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
              PubliclyAccessible: !If [IsProd, false, true]
                                                    # ^^^^
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
              PubliclyAccessible: !If [IsProd, false, false]
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
              PubliclyAccessible: !Ref Setting
      `,
    },
    {
      name: 'it has to be said',
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
              PubliclyAccessible: false
      `,
    },
  ],
});
