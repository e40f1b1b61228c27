import { defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'timestream-influxdb-public-access',
  title: 'Timestream for InfluxDB has a public address',
  on: 'AWS::Timestream::InfluxDBInstance',
  severity: 'critical',
  category: 'network',
  profile: 'essential',
  aspect: 'network-exposure',
  peers: {},
  controls: { 'nist-800-53-r5': ['AC-4', 'SC-7'], 'pci-dss-4': ['1.4.4'] },
  why: 'A public address leaves one security group rule between the database and everyone. Instances are private by default.',
  remedy: 'Set PubliclyAccessible to false, or leave it out.',
  references: ['https://docs.aws.amazon.com/timestream/latest/developerguide/timestream-for-influx-security.html'],
  check(database, report) {
    const isPublic = database.get('PubliclyAccessible');
    if (!isPublic.is(true)) return;
    report(isPublic, `${database.logicalId} gets a public address`, {
      fixes: [fix('Make the database private (ends access from outside the VPC)', 'behaviour', set(isPublic, false))],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Metrics:
            Type: AWS::Timestream::InfluxDBInstance
            Properties:
              Name: metrics
              PubliclyAccessible: true
                                # ^^^^
      `,
      good: template`
        Resources:
          Metrics:
            Type: AWS::Timestream::InfluxDBInstance
            Properties:
              Name: metrics
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
          Metrics:
            Type: AWS::Timestream::InfluxDBInstance
            Properties:
              Name: metrics
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
          Metrics:
            Type: AWS::Timestream::InfluxDBInstance
            Properties:
              Name: metrics
              PubliclyAccessible: !If [IsProd, false, false]
      `,
    },
    {
      name: 'instances are private by default',
      silent: template`
        Resources:
          Metrics:
            Type: AWS::Timestream::InfluxDBInstance
            Properties:
              Name: metrics
      `,
    },
    {
      name: 'a parameter without default decides',
      silent: template`
        Parameters:
          Setting:
            Type: String
        Resources:
          Metrics:
            Type: AWS::Timestream::InfluxDBInstance
            Properties:
              Name: metrics
              PubliclyAccessible: !Ref Setting
      `,
    },
  ],
});
