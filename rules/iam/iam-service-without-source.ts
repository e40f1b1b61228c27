import {
  defineRule,
  type Fix,
  fix,
  grants,
  mayLimitCallers,
  type Principal,
  type Statement,
  set,
  statementsOf,
  template,
} from '#kit';

export default defineRule({
  id: 'iam-service-without-source',
  title: 'Policy lets a service in on behalf of any account',
  on: [
    'AWS::S3::BucketPolicy',
    'AWS::SNS::TopicPolicy',
    'AWS::SNS::TopicInlinePolicy',
    'AWS::SQS::QueuePolicy',
    'AWS::SQS::QueueInlinePolicy',
  ],
  severity: 'low',
  category: 'access-control',
  profile: 'recommended',
  aspect: 'identity-access',
  peers: {},
  controls: { 'nist-800-53-r5': ['AC-3', 'AC-6'] },
  why: 'A service acts for whoever asks it to: strangers have a bucket of theirs notify the queue, or a distribution of theirs read the bucket. The source account or ARN, which the service passes on, tells them from you.',
  remedy: 'Compare aws:SourceAccount with this account, or aws:SourceArn with the resource that is meant.',
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html'],
  check(policy, report) {
    for (const statement of statementsOf(policy.get('PolicyDocument'))) {
      if (!grants(statement) || mayLimitCallers(statement.condition) || isHarmless(statement)) continue;
      const deputy = statement.principals.find(isDeputy);
      const service = deputy?.value.text();
      if (!deputy || service === undefined) continue;
      const isReader = service === CLOUDFRONT;
      report(deputy.value, `${policy.logicalId} lets ${service} in on behalf of any account`, {
        // Others then read what the bucket holds; elsewhere they add to it.
        severity: isReader ? 'medium' : 'low',
        fixes: () => [isReader ? bindToDistributions(statement) : bindToAccount(statement)],
      });
    }
  },
  examples: [
    {
      bad: template`
        Resources:
          Uploads:
            Type: AWS::SQS::QueuePolicy
            Properties:
              Queues: [!ImportValue Queue]
              PolicyDocument:
                Version: '2012-10-17'
                Statement:
                  - Effect: Allow
                    Principal:
                      Service: s3.amazonaws.com
                             # ^^^^^^^^^^^^^^^^
                    Action: sqs:SendMessage
                    Resource: '*'
      `,
      good: template`
        Resources:
          Uploads:
            Type: AWS::SQS::QueuePolicy
            Properties:
              Queues: [!ImportValue Queue]
              PolicyDocument:
                Version: '2012-10-17'
                Statement:
                  - Effect: Allow
                    Principal:
                      Service: s3.amazonaws.com
                    Action: sqs:SendMessage
                    Resource: '*'
                    Condition:
                      StringEquals:
                        aws:SourceAccount: !Ref AWS::AccountId
      `,
    },
    {
      name: 'every distribution of CloudFront, whoever made it',
      bad: template`
        Resources:
          Pages:
            Type: AWS::S3::BucketPolicy
            Properties:
              Bucket: pages
              PolicyDocument:
                Statement:
                  - Effect: Allow
                    Principal: {Service: cloudfront.amazonaws.com}
                                       # ^^^^^^^^^^^^^^^^^^^^^^^^
                    Action: s3:GetObject
                    Resource: arn:aws:s3:::pages/*
      `,
      good: template`
        Resources:
          Pages:
            Type: AWS::S3::BucketPolicy
            Properties:
              Bucket: pages
              PolicyDocument:
                Statement:
                  - Effect: Allow
                    Principal: {Service: cloudfront.amazonaws.com}
                    Action: s3:GetObject
                    Resource: arn:aws:s3:::pages/*
                    Condition:
                      ArnLike:
                        aws:SourceArn: !Sub 'arn:\${AWS::Partition}:cloudfront::\${AWS::AccountId}:distribution/*'
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
          Alarms:
            Type: AWS::SNS::TopicPolicy
            Properties:
              Topics: [!ImportValue Topic]
              PolicyDocument:
                Statement:
                  - Effect: Allow
                    Principal: {Service: cloudwatch.amazonaws.com}
                                       # ^^^^^^^^^^^^^^^^^^^^^^^^
                    Action: sns:Publish
                    Resource: '*'
                    Condition: !If
                      - IsProd
                      - ArnLike: {aws:SourceArn: 'arn:aws:cloudwatch:eu-west-1:123456789012:alarm:*'}
                      - !Ref AWS::NoValue
      `,
    },
    {
      name: 'a service that acts for nobody, and one that is chosen at deployment',
      silent: template`
        Parameters:
          Service: {Type: String}
        Resources:
          Uploads:
            Type: AWS::SQS::QueuePolicy
            Properties:
              Queues: [!ImportValue Queue]
              PolicyDocument:
                Statement:
                  - {Effect: Allow, Principal: {Service: lambda.amazonaws.com}, Action: sqs:SendMessage, Resource: '*'}
                  - {Effect: Allow, Principal: {Service: !Ref Service}, Action: sqs:SendMessage, Resource: '*'}
      `,
    },
    {
      name: 'a trail looks at the bucket and writes under the key of its account',
      silent: template`
        Resources:
          Logs:
            Type: AWS::S3::BucketPolicy
            Properties:
              Bucket: logs
              PolicyDocument:
                Statement:
                  - Effect: Allow
                    Principal: {Service: cloudtrail.amazonaws.com}
                    Action: s3:GetBucketAcl
                    Resource: arn:aws:s3:::logs
                  - Effect: Allow
                    Principal: {Service: cloudtrail.amazonaws.com}
                    Action: s3:PutObject
                    Resource: !Sub arn:aws:s3:::logs/AWSLogs/\${AWS::AccountId}/*
                    Condition: {StringEquals: {s3:x-amz-acl: bucket-owner-full-control}}
      `,
    },
    {
      name: 'the topic that sends is named',
      silent: template`
        Resources:
          Orders:
            Type: AWS::SQS::QueuePolicy
            Properties:
              Queues: [!ImportValue Queue]
              PolicyDocument:
                Statement:
                  - Effect: Allow
                    Principal: {Service: sns.amazonaws.com}
                    Action: sqs:SendMessage
                    Resource: '*'
                    Condition: {ArnEquals: {aws:SourceArn: !ImportValue Topic}}
      `,
    },
  ],
});

const CLOUDFRONT = 'cloudfront.amazonaws.com';

/** Services that send, log or read for any account, and say in the request for which. */
const DEPUTIES = [
  CLOUDFRONT,
  'cloudtrail.amazonaws.com',
  'cloudwatch.amazonaws.com',
  'config.amazonaws.com',
  'delivery.logs.amazonaws.com',
  'events.amazonaws.com',
  'logging.s3.amazonaws.com',
  's3.amazonaws.com',
  'ses.amazonaws.com',
  'sns.amazonaws.com',
];

function isDeputy({ kind, value }: Principal): boolean {
  return kind === 'Service' && value.is(...DEPUTIES);
}

/**
 * A look at the bucket itself, such as trails take before they write, or objects under a key that holds an account id: services
 * write there for that account alone.
 */
function isHarmless({ actions, resources }: Statement): boolean {
  const isLook = actions.every((action) => action.is('s3:GetBucketAcl', 's3:GetBucketLocation', 's3:ListBucket'));
  return isLook || resources.every((resource) => ACCOUNT_IN_KEY.test(resource.pattern() ?? ''));
}

const ACCOUNT_IN_KEY = /\/(?:.*[/_])?(?:\d{12}|\$\{AWS::AccountId\})(?:[/_]|$)/;

function bindToAccount({ condition }: Statement): Fix | undefined {
  const account = condition.get('StringEquals').get('aws:SourceAccount');
  return fix('Let it in on behalf of this account only', 'behaviour', set(account, { Ref: 'AWS::AccountId' }));
}

/** CloudFront passes on the ARN of the distribution. */
function bindToDistributions({ condition }: Statement): Fix | undefined {
  const own = { 'Fn::Sub': 'arn:${AWS::Partition}:cloudfront::${AWS::AccountId}:distribution/*' };
  const source = condition.get('ArnLike').get('aws:SourceArn');
  return fix('Let in distributions of this account only', 'behaviour', set(source, own));
}
