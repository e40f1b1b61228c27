import { defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'rds-proxy-tls',
  title: 'RDS proxy accepts connections without TLS',
  on: 'AWS::RDS::DBProxy',
  severity: 'medium',
  category: 'encryption-in-transit',
  profile: 'recommended',
  aspect: 'encryption-in-transit',
  peers: {},
  controls: { 'nist-800-53-r5': ['SC-8', 'SC-8(1)'], 'pci-dss-4': ['4.2.1'] },
  why: 'Clients that do not ask for TLS send the password and all data to the proxy in the clear; RequireTLS is off by default.',
  remedy: 'Set RequireTLS to true.',
  references: ['https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy.howitworks.html'],
  check(proxy, report) {
    const tls = proxy.get('RequireTLS');
    if (!tls.isNot(true)) return;
    report(tls, `${proxy.logicalId} accepts connections without TLS`, {
      fixes: [fix('Turn clients without TLS away', 'behaviour', set(tls, true))],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Orders:
        # ^^^^^^
            Type: AWS::RDS::DBProxy
            Properties:
              DBProxyName: orders
              EngineFamily: MYSQL
      `,
      good: template`
        Resources:
          Orders:
            Type: AWS::RDS::DBProxy
            Properties:
              DBProxyName: orders
              EngineFamily: MYSQL
              RequireTLS: true
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
          Orders:
            Type: AWS::RDS::DBProxy
            Properties:
              DBProxyName: orders
              EngineFamily: MYSQL
              RequireTLS: !If [IsProd, true, false]
                                           # ^^^^^
      `,
      good: template`
        Parameters:
          Env:
            Type: String
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Orders:
            Type: AWS::RDS::DBProxy
            Properties:
              DBProxyName: orders
              EngineFamily: MYSQL
              RequireTLS: !If [IsProd, true, true]
      `,
    },
    {
      name: 'a parameter without default decides',
      silent: template`
        Parameters:
          Setting:
            Type: String
        Resources:
          Orders:
            Type: AWS::RDS::DBProxy
            Properties:
              DBProxyName: orders
              EngineFamily: MYSQL
              RequireTLS: !Ref Setting
      `,
    },
  ],
});
