import { defineRule, fix, set, template } from '#kit';

const ENGINES = new Set([
  ...['mysql', 'mariadb', 'aurora', 'postgres', 'aurora-postgresql', 'sqlserver', 'oracle', 'db2', 'db2-zos'],
  ...['mongodb', 'docdb', 'sybase', 'azuredb'],
]);

export default defineRule({
  id: 'dms-endpoint-tls',
  title: 'DMS endpoint talks to its database in the clear',
  on: 'AWS::DMS::Endpoint',
  severity: 'medium',
  category: 'encryption-in-transit',
  profile: 'recommended',
  aspect: 'encryption-in-transit',
  peers: { security_hub: ['DMS.9'] },
  controls: { 'aws-fsbp': ['DMS.9'], 'nist-800-53-r5': ['SC-8', 'SC-8(1)'], 'pci-dss-4': ['4.2.1'] },
  why: 'Credentials and every row cross the network unencrypted, often between data centres. SslMode is none by default.',
  remedy: 'Set SslMode to require, verify-ca or verify-full; the last two need a certificate.',
  references: ['https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Security.SSL.html'],
  check(endpoint, report) {
    const engine = endpoint.get('EngineName');
    if (!engine.satisfies((name) => ENGINES.has(name.toLowerCase()))) return;
    const mode = endpoint.get('SslMode');
    if (!mode.isAbsent && !mode.is('none')) return;
    // The others take verified certificates only, which the author has to provide.
    const takesAny = engine.satisfies((name) => /^(?:aurora-)?postgres|^sqlserver$|^mongodb$/i.test(name));
    report(mode, `${endpoint.logicalId} talks to its database in the clear`, {
      fixes: [takesAny ? fix('Ask for TLS', 'behaviour', set(mode, 'require')) : undefined],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Source:
        # ^^^^^^
            Type: AWS::DMS::Endpoint
            Properties:
              EngineName: postgres
      `,
      good: template`
        Resources:
          Source:
            Type: AWS::DMS::Endpoint
            Properties:
              EngineName: postgres
              SslMode: require
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
          Source:
            Type: AWS::DMS::Endpoint
            Properties:
              EngineName: postgres
              SslMode: !If [IsProd, require, none]
                                           # ^^^^
      `,
      good: template`
        Parameters:
          Env:
            Type: String
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Source:
            Type: AWS::DMS::Endpoint
            Properties:
              EngineName: postgres
              SslMode: !If [IsProd, require, require]
      `,
    },
    {
      name: 'a parameter without default decides',
      silent: template`
        Parameters:
          Setting:
            Type: String
        Resources:
          Source:
            Type: AWS::DMS::Endpoint
            Properties:
              EngineName: postgres
              SslMode: !Ref Setting
      `,
    },
    {
      name: 'MySQL takes verified certificates only',
      bad: template`
        Resources:
          Source:
            Type: AWS::DMS::Endpoint
            Properties:
              EngineName: mysql
              SslMode: none
                     # ^^^^
      `,
    },
    {
      name: 'S3 is reached by HTTPS',
      silent: template`
        Resources:
          Source:
            Type: AWS::DMS::Endpoint
            Properties:
              EngineName: s3
      `,
    },
  ],
});
