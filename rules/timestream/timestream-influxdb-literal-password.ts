import { secretRule } from '#kit';

export default secretRule({
  id: 'timestream-influxdb-literal-password',
  title: 'Timestream for InfluxDB password stands in the template',
  on: 'AWS::Timestream::InfluxDBInstance',
  severity: 'critical',
  why: 'Everyone who reads the repository, the stack or its change sets knows the first user’s password.',
  remedy: 'Refer to a secret of Secrets Manager.',
  references: ['https://docs.aws.amazon.com/timestream/latest/developerguide/timestream-for-influx-security.html'],
  secrets: [{ path: 'Password', what: 'Password', name: 'Password', isOwn: true, peers: {} }],
  sample: { logicalId: 'Metrics', type: 'AWS::Timestream::InfluxDBInstance', properties: ['Name: metrics'] },
});
