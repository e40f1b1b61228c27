import { defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'quicksight-tls',
  title: 'QuickSight reads its data source without TLS',
  on: 'AWS::QuickSight::DataSource',
  severity: 'medium',
  category: 'encryption-in-transit',
  profile: 'recommended',
  aspect: 'encryption-in-transit',
  peers: { cdk_nag: ['QuicksightSSLConnections', 'AwsSolutions-QS1'] },
  controls: { 'nist-800-53-r5': ['SC-8', 'SC-23'], 'pci-dss-4': ['4.2.1'] },
  why: "The database's password and all that is read go over the network in the clear. TLS is on unless it is switched off.",
  remedy: 'Set DisableSsl to false, or leave it out.',
  references: [
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-quicksight-datasource-sslproperties.html',
  ],
  check(source, report) {
    const disabled = source.get('SslProperties.DisableSsl');
    if (!disabled.is(true)) return;
    report(disabled, `${source.logicalId} is read without TLS`, {
      fixes: [fix('Read with TLS (the database must offer it)', 'behaviour', set(disabled, false))],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Sales:
            Type: AWS::QuickSight::DataSource
            Properties:
              Type: POSTGRESQL
              SslProperties:
                DisableSsl: true
                          # ^^^^
      `,
      good: template`
        Resources:
          Sales:
            Type: AWS::QuickSight::DataSource
            Properties:
              Type: POSTGRESQL
              SslProperties:
                DisableSsl: false
      `,
    },
    {
      name: 'in development',
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Sales:
            Type: AWS::QuickSight::DataSource
            Properties:
              SslProperties: {DisableSsl: !If [IsProd, false, true]}
                                                            # ^^^^
      `,
      good: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Sales:
            Type: AWS::QuickSight::DataSource
            Properties:
              SslProperties: {DisableSsl: !If [IsProd, false, false]}
      `,
    },
    {
      name: 'TLS is the default, and a parameter without default decides',
      silent: template`
        Parameters:
          Plain: {Type: String}
        Resources:
          Default:
            Type: AWS::QuickSight::DataSource
            Properties: {Type: POSTGRESQL}
          Chosen:
            Type: AWS::QuickSight::DataSource
            Properties: {SslProperties: {DisableSsl: !Ref Plain}}
      `,
    },
  ],
});
