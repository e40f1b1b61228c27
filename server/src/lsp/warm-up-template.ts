/** A template with a little of what most templates are made of, for the server to practise on before the author types. */
export const warmUpTemplate = `AWSTemplateFormatVersion: '2010-09-09'
Description: A service and what it stands on
Parameters:
  Env:
    Type: String
    AllowedValues: [dev, prod]
    Default: dev
  OfficeCidr:
    Type: String
  VpcId:
    Type: AWS::EC2::VPC::Id
Mappings:
  Sizes:
    dev: { Class: db.t3.micro }
    prod: { Class: db.m6g.large }
Conditions:
  IsProd: !Equals [!Ref Env, prod]
Resources:
  Key:
    Type: AWS::KMS::Key
    Properties:
      EnableKeyRotation: true
      KeyPolicy:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal: { AWS: !Sub 'arn:\${AWS::Partition}:iam::\${AWS::AccountId}:root' }
            Action: kms:*
            Resource: '*'
  Data:
    Type: AWS::S3::Bucket
    DeletionPolicy: Retain
    Properties:
      BucketName: !Sub '\${AWS::StackName}-\${Env}-data'
      AccessControl: Private
      VersioningConfiguration:
        Status: !If [IsProd, Enabled, Suspended]
      BucketEncryption:
        ServerSideEncryptionConfiguration:
          - ServerSideEncryptionByDefault:
              SSEAlgorithm: aws:kms
              KMSMasterKeyID: !GetAtt Key.Arn
      Tags:
        - Key: env
          Value: !Ref Env
  DataPolicy:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: !Ref Data
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Sid: Read
            Effect: Allow
            Principal: '*'
            Action: s3:GetObject
            Resource: !Sub '\${Data.Arn}/*'
  Role:
    Type: AWS::IAM::Role
    Properties:
      Description: What the function may do
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal: { Service: lambda.amazonaws.com }
            Action: sts:AssumeRole
      Policies:
        - PolicyName: data
          PolicyDocument:
            Version: '2012-10-17'
            Statement:
              - Effect: Allow
                Action: [s3:GetObject, s3:PutObject]
                Resource: !Sub '\${Data.Arn}/*'
              - Effect: Allow
                Action: dynamodb:*
                Resource: '*'
  Function:
    Type: AWS::Lambda::Function
    Properties:
      FunctionName: !Sub 'work-\${Env}'
      Description: Does the work
      Runtime: python3.12
      Handler: index.handler
      Timeout: 30
      Role: !GetAtt Role.Arn
      Code: { S3Bucket: code, S3Key: work.zip }
      Environment:
        Variables:
          TABLE: !Ref Table
          STAGE: test
  Table:
    Type: AWS::DynamoDB::Table
    Properties:
      BillingMode: PAY_PER_REQUEST
      AttributeDefinitions:
        - AttributeName: id
          AttributeType: S
      KeySchema:
        - AttributeName: id
          KeyType: HASH
      SSESpecification:
        SSEEnabled: false
  Queue:
    Type: AWS::SQS::Queue
    Properties:
      QueueName: work
      VisibilityTimeout: 60
      MessageRetentionPeriod: 1209600
  Topic:
    Type: AWS::SNS::Topic
    Properties:
      DisplayName: alarms
      KmsMasterKeyId: alias/aws/sns
  Web:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: web
      VpcId: !Ref VpcId
      SecurityGroupIngress:
        - IpProtocol: tcp
          FromPort: 443
          ToPort: 443
          CidrIp: 0.0.0.0/0
        - IpProtocol: tcp
          FromPort: 22
          ToPort: 22
          CidrIp: !If [IsProd, !Ref OfficeCidr, 0.0.0.0/0]
  Server:
    Type: AWS::EC2::Instance
    Properties:
      ImageId: ami-12345678
      InstanceType: t3.micro
      SecurityGroupIds: [!Ref Web]
      UserData:
        Fn::Base64: !Sub |
          #!/bin/bash
          echo \${Env}
  Database:
    Type: AWS::RDS::DBInstance
    DeletionPolicy: Snapshot
    Properties:
      Engine: postgres
      EngineVersion: '16.4'
      DBInstanceClass: !FindInMap [Sizes, !Ref Env, Class]
      AllocatedStorage: '20'
      StorageEncrypted: !If [IsProd, true, false]
      MasterUsername: owner
      ManageMasterUserPassword: true
      BackupRetentionPeriod: 7
  Balancer:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Properties:
      Scheme: internet-facing
      SecurityGroups: [!Ref Web]
      LoadBalancerAttributes:
        - Key: deletion_protection.enabled
          Value: 'true'
  Listener:
    Type: AWS::ElasticLoadBalancingV2::Listener
    Properties:
      LoadBalancerArn: !Ref Balancer
      Port: 80
      Protocol: HTTP
      DefaultActions:
        - Type: redirect
          RedirectConfig:
            Protocol: HTTPS
            StatusCode: HTTP_301
  Log:
    Type: AWS::Logs::LogGroup
    Properties:
      LogGroupName: work
      RetentionInDays: 30
Outputs:
  DataName:
    Value: !Ref Data
`;
