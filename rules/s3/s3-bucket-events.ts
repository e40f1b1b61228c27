import { defineRule, fix, isLogDestination, type ResourceView, set, template } from '#kit';

export default defineRule({
  id: 's3-bucket-events',
  title: 'S3 bucket tells nobody of changes',
  on: 'AWS::S3::Bucket',
  severity: 'low',
  category: 'logging',
  profile: 'strict',
  aspect: 'logging-monitoring',
  peers: { security_hub: ['S3.11'] },
  controls: { 'nist-800-53-r5': ['CA-7', 'SI-4'] },
  why: 'Events let a rule or a function notice at once what a log tells only later: objects deleted, access changed, restores begun. It is worth its price where somebody acts on them, and never in a bucket of logs.',
  remedy: 'Send events to EventBridge, or to a queue, topic or function that acts on them.',
  references: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/EventNotifications.html'],
  check(bucket, report) {
    const notifications = bucket.get('NotificationConfiguration');
    if (!notifications.isAbsent || isLogDestination(bucket) || tellsFunction(bucket)) return;
    const isEnabled = bucket.get('NotificationConfiguration.EventBridgeConfiguration.EventBridgeEnabled');
    report(notifications, `${bucket.logicalId} tells nobody of changes to its objects`, {
      fixes: [fix('Send events to EventBridge', 'cost', set(isEnabled, true))],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Data:
        # ^^^^
            Type: AWS::S3::Bucket
      `,
      good: template`
        Resources:
          Data:
            Type: AWS::S3::Bucket
            Properties:
              NotificationConfiguration:
                EventBridgeConfiguration:
                  EventBridgeEnabled: true
      `,
    },
    {
      when: 'HasQueue is false',
      bad: template`
        Parameters:
          QueueArn:
            Type: String
        Conditions:
          HasQueue: !Not [!Equals [!Ref QueueArn, '']]
        Resources:
          Data:
            Type: AWS::S3::Bucket
            Properties:
              NotificationConfiguration: !If
            # ^^^^^^^^^^^^^^^^^^^^^^^^^
                - HasQueue
                - QueueConfigurations: [{Event: 's3:ObjectRemoved:*', Queue: !Ref QueueArn}]
                - !Ref AWS::NoValue
      `,
      good: template`
        Parameters:
          QueueArn:
            Type: String
        Conditions:
          HasQueue: !Not [!Equals [!Ref QueueArn, '']]
        Resources:
          Data:
            Type: AWS::S3::Bucket
            Properties:
              NotificationConfiguration: !If
                - HasQueue
                - QueueConfigurations: [{Event: 's3:ObjectRemoved:*', Queue: !Ref QueueArn}]
                - EventBridgeConfiguration:
                    EventBridgeEnabled: true
      `,
    },
    {
      name: 'a function of SAM that is told, in one stack only',
      when: 'IsTest is false',
      bad: template`
        Transform: AWS::Serverless-2016-10-31
        Conditions:
          IsTest: !Equals [!Ref AWS::StackName, test]
        Resources:
          Data:
        # ^^^^
            Type: AWS::S3::Bucket
          Index:
            Type: AWS::Serverless::Function
            Condition: IsTest
            Properties:
              Events:
                Removed:
                  Type: S3
                  Properties:
                    Bucket: !Ref Data
                    Events: s3:ObjectRemoved:*
      `,
    },
    {
      name: 'a function of SAM that is told',
      silent: template`
        Transform: AWS::Serverless-2016-10-31
        Resources:
          Data:
            Type: AWS::S3::Bucket
          Index:
            Type: AWS::Serverless::Function
            Properties:
              Events:
                Removed:
                  Type: S3
                  Properties:
                    Bucket: !Ref Data
                    Events: s3:ObjectRemoved:*
      `,
    },
    {
      name: 'a bucket of logs',
      silent: template`
        Resources:
          Logs:
            Type: AWS::S3::Bucket
            Properties:
              AccessControl: LogDeliveryWrite
      `,
    },
    {
      name: 'properties that a macro completes are unknown',
      silent: template`
        Resources:
          Data:
            Type: AWS::S3::Bucket
            Properties:
              Fn::Transform:
                Name: Notify
                Parameters: {}
      `,
    },
  ],
});

/** Whether it is the event of a SAM function: then SAM writes the notification into the bucket. Lifted functions have no events. */
function tellsFunction(bucket: ResourceView): boolean {
  return bucket.template.resources('AWS::Lambda::Function').some((resource) =>
    resource
      .attribute('Properties')
      .get('Events')
      .entries()
      .some(([, event]) => {
        const source = event.get('Properties.Bucket').target();
        return event.get('Type').is('S3') && source?.resource.logicalId === bucket.logicalId;
      }),
  );
}
