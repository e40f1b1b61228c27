import { defineRule, template } from '#kit';

export default defineRule({
  id: 'mq-single-instance',
  title: 'MQ broker has no standby',
  on: 'AWS::AmazonMQ::Broker',
  severity: 'low',
  category: 'resilience',
  profile: 'strict',
  aspect: 'backup-durability',
  peers: { security_hub: ['MQ.5', 'MQ.6'] },
  controls: { 'aws-fsbp': ['MQ.5', 'MQ.6'], 'nist-800-53-r5': ['CP-10', 'SC-5(2)'] },
  why: 'Maintenance or the loss of a zone stops every queue until the one instance is back.',
  remedy:
    'Set DeploymentMode to ACTIVE_STANDBY_MULTI_AZ (ActiveMQ) or CLUSTER_MULTI_AZ (RabbitMQ), with the subnets it needs.',
  references: ['https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/amazon-mq-broker-architecture.html'],
  check(broker, report) {
    const mode = broker.get('DeploymentMode');
    if (mode.is('SINGLE_INSTANCE')) report(mode, `${broker.logicalId} has no standby`);
  },
  examples: [
    {
      bad: template`
        Resources:
          Broker:
            Type: AWS::AmazonMQ::Broker
            Properties:
              EngineType: ACTIVEMQ
              DeploymentMode: SINGLE_INSTANCE
                            # ^^^^^^^^^^^^^^^
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
              DeploymentMode: !If [IsProd, ACTIVE_STANDBY_MULTI_AZ, SINGLE_INSTANCE]
                                                                  # ^^^^^^^^^^^^^^^
      `,
    },
    {
      name: 'the mode is required',
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
              DeploymentMode: !Ref Setting
      `,
    },
  ],
});
