import { addResource, companion, defineRule, type Fragment, fix, type ResourceView, refersTo, template } from '#kit';

export default defineRule({
  id: 'networkfirewall-logging',
  title: 'Network firewall keeps no log',
  on: 'AWS::NetworkFirewall::Firewall',
  severity: 'medium',
  category: 'logging',
  profile: 'recommended',
  aspect: 'logging-monitoring',
  peers: { security_hub: ['NetworkFirewall.2'] },
  controls: { 'aws-fsbp': ['NetworkFirewall.2'], 'nist-800-53-r5': ['AU-2', 'AU-12', 'SI-4'] },
  why: 'A firewall that drops without a record leaves no way to tell an attack from a mistake in a rule.',
  remedy: 'Add a LoggingConfiguration for alerts and flows.',
  references: ['https://docs.aws.amazon.com/network-firewall/latest/developerguide/firewall-logging.html'],
  check(resource, report) {
    const { template: stack } = resource;
    const covers = (item: ResourceView) => refersTo(item.get('FirewallArn'), resource);
    if (stack.isOpen || stack.resources('AWS::NetworkFirewall::LoggingConfiguration').some(covers)) return;
    // One that exists under another condition is better made to exist always than doubled.
    const isDeclared = stack.declared('AWS::NetworkFirewall::LoggingConfiguration').some(covers);
    const logs = { RetentionInDays: 365 };
    report(resource, `${resource.logicalId} keeps no log`, {
      fixes: () => [
        isDeclared
          ? undefined
          : fix(
              'Keep alerts in a log group',
              'cost',
              addResource('FirewallAlerts', companion(resource, 'AWS::Logs::LogGroup', logs), resource),
              addResource(
                'FirewallLogging',
                companion(resource, 'AWS::NetworkFirewall::LoggingConfiguration', loggingOf(resource)),
                resource,
              ),
            ),
      ],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Guard:
        # ^^^^^
            Type: AWS::NetworkFirewall::Firewall
            Properties:
              FirewallName: guard
      `,
      good: template`
        Resources:
          Guard:
            Type: AWS::NetworkFirewall::Firewall
            Properties:
              FirewallName: guard
          FirewallAlerts:
            Type: AWS::Logs::LogGroup
            Properties:
              RetentionInDays: 365
          FirewallLogging:
            Type: AWS::NetworkFirewall::LoggingConfiguration
            Properties:
              FirewallArn: !Ref Guard
              LoggingConfiguration:
                LogDestinationConfigs:
                  - LogType: ALERT
                    LogDestinationType: CloudWatchLogs
                    LogDestination:
                      logGroup: !Ref FirewallAlerts
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
          Guard:
        # ^^^^^
            Type: AWS::NetworkFirewall::Firewall
            Properties:
              FirewallName: guard
          Logs:
            Type: AWS::NetworkFirewall::LoggingConfiguration
            Condition: IsProd
            Properties:
              FirewallArn: !Ref Guard
      `,
    },
    {
      name: 'an include may hold the configuration',
      silent: template`
        Resources:
          Fn::Transform: {Name: AWS::Include, Parameters: {Location: s3://bucket/logging.yaml}}
          Guard:
            Type: AWS::NetworkFirewall::Firewall
            Properties:
              FirewallName: guard
      `,
    },
  ],
});

function loggingOf(firewall: ResourceView): Fragment {
  return {
    FirewallArn: { Ref: firewall.logicalId },
    LoggingConfiguration: {
      LogDestinationConfigs: [
        {
          LogType: 'ALERT',
          LogDestinationType: 'CloudWatchLogs',
          LogDestination: { logGroup: { Ref: 'FirewallAlerts' } },
        },
      ],
    },
  };
}
