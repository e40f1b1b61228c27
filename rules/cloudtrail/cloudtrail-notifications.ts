import { defineRule, template } from '#kit';

export default defineRule({
  id: 'cloudtrail-notifications',
  title: 'Trail tells nobody of new log files',
  on: 'AWS::CloudTrail::Trail',
  severity: 'low',
  category: 'logging',
  profile: 'strict',
  aspect: 'logging-monitoring',
  peers: { kics: ['3e09413f'] },
  controls: { 'nist-800-53-r5': ['AU-6'] },
  why: 'Tools that read log files as they arrive wait for the notification; without one they have to look for themselves. Alarms on a log group, or events, do as well.',
  remedy: 'Name a topic in SnsTopicName.',
  references: [
    'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/configure-sns-notifications-for-cloudtrail.html',
  ],
  check(trail, report) {
    const topic = trail.get('SnsTopicName');
    if (topic.isAbsent) report(topic, `${trail.logicalId} tells nobody of new log files`);
  },
  examples: [
    {
      bad: template`
        Resources:
          Audit:
        # ^^^^^
            Type: AWS::CloudTrail::Trail
            Properties:
              IsLogging: true
              S3BucketName: audit-logs
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
          Audit:
            Type: AWS::CloudTrail::Trail
            Properties:
              SnsTopicName: !If [IsProd, audit, !Ref AWS::NoValue]
            # ^^^^^^^^^^^^
              IsLogging: true
              S3BucketName: audit-logs
      `,
    },
    {
      name: 'the topic is a parameter without default',
      silent: template`
        Parameters:
          Topic: {Type: String}
        Resources:
          Audit:
            Type: AWS::CloudTrail::Trail
            Properties:
              SnsTopicName: !Ref Topic
              IsLogging: true
              S3BucketName: audit-logs
      `,
    },
  ],
});
