import { defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'dms-redis-tls',
  title: 'DMS endpoint writes to Redis in the clear',
  on: 'AWS::DMS::Endpoint',
  severity: 'medium',
  category: 'encryption-in-transit',
  profile: 'recommended',
  aspect: 'encryption-in-transit',
  peers: { security_hub: ['DMS.12'] },
  controls: { 'aws-fsbp': ['DMS.12'], 'nist-800-53-r5': ['SC-8', 'SC-8(1)'], 'pci-dss-4': ['4.2.1'] },
  why: 'The token and every row cross the network unencrypted. TLS is the default; this endpoint takes it off.',
  remedy: 'Set RedisSettings.SslSecurityProtocol to ssl-encryption, or leave it out.',
  references: ['https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Target.Redis.html'],
  check(endpoint, report) {
    const protocol = endpoint.get('RedisSettings.SslSecurityProtocol');
    if (!protocol.is('plaintext')) return;
    report(protocol, `${endpoint.logicalId} writes to Redis in the clear`, {
      fixes: [fix('Ask for TLS', 'behaviour', set(protocol, 'ssl-encryption'))],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Cache:
            Type: AWS::DMS::Endpoint
            Properties:
              EngineName: redis
              RedisSettings:
                SslSecurityProtocol: plaintext
                                   # ^^^^^^^^^
      `,
      good: template`
        Resources:
          Cache:
            Type: AWS::DMS::Endpoint
            Properties:
              EngineName: redis
              RedisSettings:
                SslSecurityProtocol: ssl-encryption
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
          Cache:
            Type: AWS::DMS::Endpoint
            Properties:
              EngineName: redis
              RedisSettings:
                SslSecurityProtocol: !If [IsProd, ssl-encryption, plaintext]
                                                                # ^^^^^^^^^
      `,
      good: template`
        Parameters:
          Env:
            Type: String
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Cache:
            Type: AWS::DMS::Endpoint
            Properties:
              EngineName: redis
              RedisSettings:
                SslSecurityProtocol: !If [IsProd, ssl-encryption, ssl-encryption]
      `,
    },
    {
      name: 'TLS is the default',
      silent: template`
        Resources:
          Cache:
            Type: AWS::DMS::Endpoint
            Properties:
              EngineName: redis
      `,
    },
    {
      name: 'a parameter without default decides',
      silent: template`
        Parameters:
          Setting:
            Type: String
        Resources:
          Cache:
            Type: AWS::DMS::Endpoint
            Properties:
              EngineName: redis
              RedisSettings:
                SslSecurityProtocol: !Ref Setting
      `,
    },
  ],
});
