import { defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'mq-minor-upgrade',
  title: 'MQ broker leaves security patches out',
  on: 'AWS::AmazonMQ::Broker',
  severity: 'medium',
  category: 'patching',
  profile: 'recommended',
  aspect: 'platform-patching',
  peers: { security_hub: ['MQ.3'] },
  controls: { 'aws-fsbp': ['MQ.3'], 'nist-800-53-r5': ['SI-2'], 'pci-dss-4': ['6.3.3'] },
  why: 'Minor versions carry the security fixes of the broker; switched off, somebody has to remember.',
  remedy: 'Set AutoMinorVersionUpgrade to true.',
  references: ['https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/upgrading-brokers.html'],
  check(broker, report) {
    const upgrade = broker.get('AutoMinorVersionUpgrade');
    if (!upgrade.is(false)) return;
    report(upgrade, `${broker.logicalId} does not take minor versions of its engine`, {
      fixes: [fix('Install minor versions in the maintenance window', 'behaviour', set(upgrade, true))],
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
              AutoMinorVersionUpgrade: false
                                     # ^^^^^
      `,
      good: template`
        Resources:
          Broker:
            Type: AWS::AmazonMQ::Broker
            Properties:
              EngineType: ACTIVEMQ
              AutoMinorVersionUpgrade: true
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
              AutoMinorVersionUpgrade: !If [IsProd, true, false]
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
              AutoMinorVersionUpgrade: !If [IsProd, true, true]
      `,
    },
    {
      name: 'nothing is said',
      silent: template`
        Resources:
          Broker:
            Type: AWS::AmazonMQ::Broker
            Properties:
              EngineType: ACTIVEMQ
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
              AutoMinorVersionUpgrade: !Ref Setting
      `,
    },
  ],
});
