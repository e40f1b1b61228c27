import { createDice, type Dice } from '../unit/edit/random-template.ts';

/** What to generate. The same values give the same text. */
export interface TemplateSize {
  readonly seed: number;
  readonly resources: number;
  /** Aimed at, in characters; met within a few per cent. */
  readonly characters: number;
}

/** The size of a usual template, and of the largest that CloudFormation takes. */
export const USUAL = { resources: 12, characters: 10_000 } as const;
export const LARGEST = { resources: 500, characters: 1_000_000 } as const;

/** A template as teams write them: a mix of types, conditions and references, most of it sound, some of it not. */
export function generateTemplate({ seed, resources, characters }: TemplateSize): string {
  const dice = createDice(seed);
  const head = headOf(dice);
  const tail = 'Outputs:\n  DataName:\n    Value: !Ref Resource0\n';
  const perResource = Math.max(200, (characters - head.length - tail.length) / resources);
  const bodies: string[] = [];
  let written = 0;
  for (let number = 0; number < resources; number++) {
    const write = WRITERS[number % WRITERS.length] ?? bucket;
    // What earlier ones were too short or too long is made up for.
    const wanted = perResource * (number + 1) - written;
    let bulk = 1;
    let text = write(number, bulk, dice);
    while (text.length < wanted) {
      bulk += Math.max(1, Math.floor(((wanted - text.length) / text.length) * bulk * 0.8));
      text = write(number, bulk, dice);
    }
    bodies.push(text);
    written += text.length;
  }
  return `${head}Resources:\n${bodies.join('\n')}${tail}`;
}

function headOf(dice: Dice): string {
  const ports = Array.from({ length: 4 }, (_, at) => `  Port${at}:\n    Type: Number\n    Default: ${8000 + at}\n`);
  return `AWSTemplateFormatVersion: '2010-09-09'
Description: Service ${dice.below(1000)} and all that it stands on

Parameters:
  Env:
    Type: String
    AllowedValues: [dev, test, prod]
    Default: dev
  VpcId:
    Type: AWS::EC2::VPC::Id
  OfficeCidr:
    Type: String
    Default: 10.0.0.0/8
${ports.join('')}
Mappings:
  Sizes:
    dev: { Instance: t3.micro, Storage: '20' }
    test: { Instance: t3.small, Storage: '50' }
    prod: { Instance: m6i.large, Storage: '200' }

Conditions:
  IsProd: !Equals [!Ref Env, prod]
  IsDev: !Equals [!Ref Env, dev]
  Keeps: !Or [!Condition IsProd, !Equals [!Ref Env, test]]

`;
}

/** Writes one resource with a number in its name; `bulk` says how much of what can be repeated. */
type Writer = (number: number, bulk: number, dice: Dice) => string;

const times = (count: number, line: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => line(at)).join('');

const bucket: Writer = (number, bulk) => `  Resource${number}:
    Type: AWS::S3::Bucket
    DeletionPolicy: Retain
    UpdateReplacePolicy: Retain
    Properties:
      BucketName: !Sub '\${AWS::StackName}-\${Env}-${number}'
      # what the auditors asked for
      BucketEncryption:
        ServerSideEncryptionConfiguration:
          - ServerSideEncryptionByDefault: { SSEAlgorithm: aws:kms }
      PublicAccessBlockConfiguration:
        BlockPublicAcls: true
        BlockPublicPolicy: true
        IgnorePublicAcls: true
        RestrictPublicBuckets: !If [IsDev, false, true]
      VersioningConfiguration:
        Status: !If [Keeps, Enabled, Suspended]
      LifecycleConfiguration:
        Rules:
${times(bulk, (at) => `          - Id: expire-${at}\n            Status: Enabled\n            Prefix: part-${at}/\n            ExpirationInDays: ${30 + at}\n`)}`;

const bucketPolicy: Writer = (number, bulk) => `  Resource${number}:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: !Ref Resource${number - 1}
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Sid: OnlyTls
            Effect: Deny
            Principal: '*'
            Action: s3:*
            Resource: [!GetAtt Resource${number - 1}.Arn, !Sub '\${Resource${number - 1}.Arn}/*']
            Condition: { Bool: { 'aws:SecureTransport': 'false' } }
${times(bulk, (at) => `          - Sid: Read${at}\n            Effect: Allow\n            Principal: { AWS: !Sub 'arn:aws:iam::\${AWS::AccountId}:role/reader-${at}' }\n            Action: [s3:GetObject]\n            Resource: !Sub '\${Resource${number - 1}.Arn}/part-${at}/*'\n`)}`;

const securityGroup: Writer = (number, bulk) => `  Resource${number}:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: Members of group ${number}
      VpcId: !Ref VpcId
      SecurityGroupEgress:
        - { IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 0.0.0.0/0, Description: out }
      SecurityGroupIngress:
        - { IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: !If [IsProd, !Ref OfficeCidr, 0.0.0.0/0], Description: ssh }
${times(bulk, (at) => `        - IpProtocol: tcp\n          FromPort: ${1024 + at}\n          ToPort: ${1024 + at}\n          CidrIp: 10.${at % 250}.0.0/16\n          Description: Service ${at} of the office\n`)}`;

const instance: Writer = (number, bulk) => `  Resource${number}:
    Type: AWS::EC2::Instance
    Condition: IsProd
    Properties:
      InstanceType: !FindInMap [Sizes, !Ref Env, Instance]
      ImageId: '{{resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64}}'
      SecurityGroupIds: [!Ref Resource${number - 1}]
      BlockDeviceMappings:
        - DeviceName: /dev/xvda
          Ebs: { Encrypted: true, VolumeSize: !FindInMap [Sizes, !Ref Env, Storage] }
      UserData:
        Fn::Base64: !Sub |
          #!/bin/bash -xe
${times(bulk, (at) => `          dnf install -y package-${at} && systemctl enable --now package-${at}.service # \${AWS::StackName}\n`)}`;

const role: Writer = (number, bulk) => `  Resource${number}:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal: { Service: lambda.amazonaws.com }
            Action: sts:AssumeRole
      Policies:
        - PolicyName: work
          PolicyDocument:
            Version: '2012-10-17'
            Statement:
${times(bulk, (at) => `              - Effect: Allow\n                Action: [dynamodb:GetItem, dynamodb:Query, sqs:SendMessage]\n                Resource: !Sub 'arn:aws:dynamodb:\${AWS::Region}:\${AWS::AccountId}:table/part-${at}'\n`)}`;

const lambda: Writer = (number, bulk) => `  Resource${number}:
    Type: AWS::Lambda::Function
    Properties:
      Runtime: python3.13
      Handler: index.handler
      Role: !GetAtt Resource${number - 1}.Arn
      Timeout: 30
      ReservedConcurrentExecutions: 5
      TracingConfig: { Mode: !If [IsProd, Active, PassThrough] }
      Environment:
        Variables:
          STAGE: !Ref Env
          PORT: !Ref Port${number % 4}
      Code:
        ZipFile: |
          import json, os
          def handler(event, context):
${times(bulk, (at) => `              print(json.dumps({'step': ${at}, 'stage': os.environ['STAGE'], 'event': event.get('part${at}')}))\n`)}`;

const table: Writer = (number, bulk) => `  Resource${number}:
    Type: AWS::DynamoDB::Table
    Properties:
      BillingMode: PAY_PER_REQUEST
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: !If [Keeps, true, false] }
      SSESpecification: { SSEEnabled: true, SSEType: KMS }
      AttributeDefinitions:
        - { AttributeName: id, AttributeType: S }
      KeySchema:
        - { AttributeName: id, KeyType: HASH }
      Tags:
${times(bulk, (at) => `        - Key: !Sub 'team-${at}'\n          Value: !Sub '\${AWS::StackName}-\${Env}-${at}'\n`)}`;

const queue: Writer = (number, bulk) => `  Resource${number}:
    Type: AWS::SQS::Queue
    Properties:
      SqsManagedSseEnabled: true
      VisibilityTimeout: 60
      RedrivePolicy:
        deadLetterTargetArn: !Sub 'arn:aws:sqs:\${AWS::Region}:\${AWS::AccountId}:dead-${number}'
        maxReceiveCount: 5
      Tags:
${times(bulk, (at) => `        - { Key: part-${at}, Value: !Sub 'queue \${Env} ${at}' }\n`)}`;

const database: Writer = (number, bulk) => `  Resource${number}:
    Type: AWS::RDS::DBInstance
    DeletionPolicy: Snapshot
    UpdateReplacePolicy: Snapshot
    Properties:
      Engine: postgres
      DBInstanceClass: db.t4g.medium
      AllocatedStorage: !FindInMap [Sizes, !Ref Env, Storage]
      MasterUsername: owner
      ManageMasterUserPassword: true
      StorageEncrypted: true
      MultiAZ: !If [IsProd, true, false]
      BackupRetentionPeriod: !If [Keeps, 30, 7]
      PubliclyAccessible: false
      EnableCloudwatchLogsExports: [postgresql]
      Tags:
${times(bulk, (at) => `        - Key: cost-${at}\n          Value: !Join ['-', [!Ref 'AWS::StackName', !Ref Env, 'db${at}']]\n`)}`;

const topic: Writer = (number, bulk) => `  Resource${number}:
    Type: AWS::SNS::Topic
    Properties:
      KmsMasterKeyId: alias/aws/sns
      Subscription:
${times(bulk, (at) => `        - Protocol: email\n          Endpoint: team-${at}@example.com\n`)}`;

const alarm: Writer = (number, bulk) => `  Resource${number}:
    Type: AWS::CloudWatch::Alarm
    Properties:
      AlarmDescription: Too many messages wait
      ComparisonOperator: GreaterThanThreshold
      EvaluationPeriods: 3
      Threshold: !If [IsProd, 100, 1000]
      AlarmActions: [!Ref Resource${number - 1}]
      Metrics:
${times(bulk, (at) => `        - Id: m${at}\n          MetricStat:\n            Metric: { Namespace: AWS/SQS, MetricName: ApproximateNumberOfMessagesVisible }\n            Period: 60\n            Stat: Maximum\n`)}`;

const task: Writer = (number, bulk) => `  Resource${number}:
    Type: AWS::ECS::TaskDefinition
    Properties:
      Cpu: '512'
      Memory: '1024'
      NetworkMode: awsvpc
      RequiresCompatibilities: [FARGATE]
      ContainerDefinitions:
        - Name: app
          Image: !Sub '\${AWS::AccountId}.dkr.ecr.\${AWS::Region}.amazonaws.com/app:1.${number}'
          ReadonlyRootFilesystem: true
          LogConfiguration:
            LogDriver: awslogs
            Options: { awslogs-group: !Sub '/ecs/\${AWS::StackName}', awslogs-region: !Ref AWS::Region, awslogs-stream-prefix: app }
          Environment:
${times(bulk, (at) => `            - Name: SETTING_${at}\n              Value: !If [IsProd, 'value-${at}', 'test-${at}']\n`)}`;

/** Those that refer to the one before them come right behind it. */
const WRITERS: readonly Writer[] = [
  bucket,
  bucketPolicy,
  securityGroup,
  instance,
  role,
  lambda,
  table,
  queue,
  database,
  topic,
  alarm,
  task,
];
