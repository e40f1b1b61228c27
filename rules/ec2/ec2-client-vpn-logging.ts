import { addResource, companion, defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'ec2-client-vpn-logging',
  title: 'Client VPN keeps no record of who connects',
  on: 'AWS::EC2::ClientVpnEndpoint',
  severity: 'medium',
  category: 'logging',
  profile: 'recommended',
  aspect: 'logging-monitoring',
  peers: { security_hub: ['EC2.51'] },
  controls: { 'aws-fsbp': ['EC2.51'], 'nist-800-53-r5': ['AC-2(12)', 'AU-2', 'AU-12', 'SI-4'] },
  why: 'Whoever connects is inside the network. Without a log nobody can tell later who did, from where and when, or who kept failing to.',
  remedy: 'Enable ConnectionLogOptions with a log group.',
  references: ['https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/connection-logging.html'],
  check(resource, report) {
    const options = resource.get('ConnectionLogOptions');
    const enabled = options.get('Enabled');
    if (!enabled.isNot(true)) return;
    const group = { RetentionInDays: 365 };
    report(enabled, `${resource.logicalId} keeps no record of who connects`, {
      fixes: [
        fix(
          'Record connections in a log group',
          'cost',
          set(options, { Enabled: true, CloudwatchLogGroup: { Ref: 'VpnConnections' } }),
          addResource('VpnConnections', companion(resource, 'AWS::Logs::LogGroup', group), resource),
        ),
      ],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Vpn:
            Type: AWS::EC2::ClientVpnEndpoint
            Properties:
              ClientCidrBlock: 10.1.0.0/22
              ConnectionLogOptions:
                Enabled: false
                       # ^^^^^
      `,
      good: template`
        Resources:
          Vpn:
            Type: AWS::EC2::ClientVpnEndpoint
            Properties:
              ClientCidrBlock: 10.1.0.0/22
              ConnectionLogOptions:
                Enabled: true
                CloudwatchLogGroup: !Ref VpnConnections
          VpnConnections:
            Type: AWS::Logs::LogGroup
            Properties:
              RetentionInDays: 365
      `,
    },
    {
      name: 'in development only',
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Vpn:
            Type: AWS::EC2::ClientVpnEndpoint
            Properties:
              ClientCidrBlock: 10.1.0.0/22
              ConnectionLogOptions:
                Enabled: !If [IsProd, true, false]
                                          # ^^^^^
                CloudwatchLogGroup: vpn
      `,
    },
    {
      name: 'chosen at deployment',
      silent: template`
        Parameters:
          Choice: {Type: String}
        Resources:
          Vpn:
            Type: AWS::EC2::ClientVpnEndpoint
            Properties:
              ConnectionLogOptions: {Enabled: !Ref Choice}
      `,
    },
  ],
});
