import {
  addResource,
  bucketArns,
  bucketPolicyBody,
  companion,
  defineRule,
  denyPlainHttp,
  type Fragment,
  fix,
  logBucketBody,
  type ResourceView,
  template,
} from '#kit';

export default defineRule({
  id: 'config-recorder-channel',
  title: 'Config recorder has nowhere to deliver to',
  on: 'AWS::Config::ConfigurationRecorder',
  severity: 'low',
  category: 'logging',
  profile: 'strict',
  aspect: 'logging-monitoring',
  peers: {},
  controls: { 'aws-fsbp': ['Config.1'], 'nist-800-53-r5': ['CM-8', 'CM-2'] },
  why: 'CloudFormation starts a recorder once there is a delivery channel. Where neither this template nor another one of the account makes it, the recorder stands still.',
  remedy: 'Add an AWS::Config::DeliveryChannel with a bucket that Config may write to.',
  references: [
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-config-configurationrecorder.html',
  ],
  check(recorder, report) {
    const { template: whole } = recorder;
    if (whole.isOpen || whole.resources(CHANNEL).length > 0) return;
    report(recorder, `${recorder.logicalId} has no delivery channel, without which it does not start`, {
      fixes: () => [whole.declared(CHANNEL).length > 0 ? undefined : addChannel(recorder)],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Recorder:
        # ^^^^^^^^
            Type: AWS::Config::ConfigurationRecorder
            Properties:
              RoleARN: arn:aws:iam::123456789012:role/config
      `,
    },
    {
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Recorder:
        # ^^^^^^^^
            Type: AWS::Config::ConfigurationRecorder
            Properties:
              RoleARN: arn:aws:iam::123456789012:role/config
          Channel:
            Type: AWS::Config::DeliveryChannel
            Condition: IsProd
            Properties:
              S3BucketName: history
      `,
    },
    {
      name: 'the template has a channel',
      silent: template`
        Parameters:
          History: {Type: String}
        Resources:
          Recorder:
            Type: AWS::Config::ConfigurationRecorder
            Properties:
              RoleARN: arn:aws:iam::123456789012:role/config
          Channel:
            Type: AWS::Config::DeliveryChannel
            Properties:
              S3BucketName: !Ref History
      `,
    },
    {
      name: 'resources that the template does not show may hold it',
      silent: template`
        Resources:
          Fn::Transform: {Name: Channel}
          Recorder:
            Type: AWS::Config::ConfigurationRecorder
            Properties:
              RoleARN: arn:aws:iam::123456789012:role/config
      `,
    },
  ],
});

const CHANNEL = 'AWS::Config::DeliveryChannel';

/** https://docs.aws.amazon.com/config/latest/developerguide/s3-bucket-policy.html */
function addChannel(recorder: ResourceView) {
  const bucket = `${recorder.logicalId}History`;
  const policy = `${bucket}Policy`;
  const [bucketArn, objectsArn] = bucketArns(bucket);
  const history = `\${${bucket}.Arn}/AWSLogs/\${AWS::AccountId}/Config/*`;
  const statements: readonly Fragment[] = [
    allow('AllowConfigToLook', ['s3:GetBucketAcl', 's3:ListBucket'], bucketArn),
    allow('AllowConfigToWrite', 's3:PutObject', { 'Fn::Sub': history }),
    denyPlainHttp(bucketArn, objectsArn),
  ];
  return fix(
    'Add a delivery channel with a bucket of its own',
    'cost',
    addResource(bucket, logBucketBody(recorder), recorder),
    addResource(policy, bucketPolicyBody(recorder, bucket, statements), recorder),
    addResource(
      `${recorder.logicalId}Channel`,
      companion(recorder, CHANNEL, { S3BucketName: { Ref: bucket } }, { DependsOn: policy }),
      recorder,
    ),
  );
}

function allow(sid: string, action: Fragment, resource: Fragment): Fragment {
  return {
    Sid: sid,
    Effect: 'Allow',
    Principal: { Service: 'config.amazonaws.com' },
    Action: action,
    Resource: resource,
    Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
  };
}
