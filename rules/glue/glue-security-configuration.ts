import {
  addResource,
  companion,
  defineRule,
  type Fix,
  type Fragment,
  fix,
  logsKeyBody,
  type ResourceView,
  set,
  template,
  type Value,
} from '#kit';

const OF_JOBS = ['GlueEncryptedCloudWatchLogs', 'AwsSolutions-GL1', 'GlueJobBookmarkEncrypted', 'AwsSolutions-GL3'];
const OF_CRAWLERS = OF_JOBS.slice(0, 2);

export default defineRule({
  id: 'glue-security-configuration',
  title: 'Glue job, crawler or endpoint has no security configuration',
  on: ['AWS::Glue::Job', 'AWS::Glue::Crawler', 'AWS::Glue::DevEndpoint'],
  severity: 'low',
  category: 'encryption-at-rest',
  profile: 'strict',
  aspect: 'encryption-at-rest',
  peers: { checkov: ['CKV_AWS_195'], cdk_nag: OF_JOBS },
  controls: { 'nist-800-53-r5': ['SC-12', 'SC-28(1)'] },
  why: 'S3 and CloudWatch Logs encrypt what a job writes with keys of their own. A security configuration has a key of yours used, for objects, logs and the state that jobs keep between runs.',
  remedy: 'Name an AWS::Glue::SecurityConfiguration.',
  references: ['https://docs.aws.amazon.com/glue/latest/dg/set-up-encryption.html'],
  check(resource, report) {
    const isCrawler = resource.type === 'AWS::Glue::Crawler';
    const configuration = resource.get(isCrawler ? 'CrawlerSecurityConfiguration' : 'SecurityConfiguration');
    if (!configuration.isAbsent) return;
    const nag = resource.type === 'AWS::Glue::Job' ? OF_JOBS : isCrawler ? OF_CRAWLERS : [];
    report(configuration, `${resource.logicalId} has no security configuration`, {
      peers: { checkov: ['CKV_AWS_195'], cdk_nag: nag },
      fixes: () => [useConfiguration(resource, configuration)],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Load:
        # ^^^^
            Type: AWS::Glue::Job
            Properties:
              Role: loader
      `,
      good: template`
        Resources:
          Load:
            Type: AWS::Glue::Job
            Properties:
              Role: loader
              SecurityConfiguration: !Ref LoadSecurity
          LoadSecurity:
            Type: AWS::Glue::SecurityConfiguration
            Properties:
              Name: !Sub '\${AWS::StackName}-Load'
              EncryptionConfiguration:
                S3Encryptions:
                  - S3EncryptionMode: SSE-KMS
                    KmsKeyArn: !GetAtt LoadSecurityKey.Arn
                CloudWatchEncryption:
                  CloudWatchEncryptionMode: SSE-KMS
                  KmsKeyArn: !GetAtt LoadSecurityKey.Arn
                JobBookmarksEncryption:
                  JobBookmarksEncryptionMode: CSE-KMS
                  KmsKeyArn: !GetAtt LoadSecurityKey.Arn
          LoadSecurityKey:
            Type: AWS::KMS::Key
            DeletionPolicy: Retain
            UpdateReplacePolicy: Retain
            Properties:
              EnableKeyRotation: true
              KeyPolicy:
                Version: '2012-10-17'
                Statement:
                  - Sid: AllowAccount
                    Effect: Allow
                    Principal:
                      AWS: !Sub 'arn:\${AWS::Partition}:iam::\${AWS::AccountId}:root'
                    Action: kms:*
                    Resource: '*'
                  - Sid: AllowLogs
                    Effect: Allow
                    Principal:
                      Service: !Sub 'logs.\${AWS::Region}.amazonaws.com'
                    Action:
                      - kms:Encrypt
                      - kms:Decrypt
                      - kms:ReEncrypt*
                      - kms:GenerateDataKey*
                      - kms:DescribeKey
                    Resource: '*'
                    Condition:
                      ArnLike:
                        kms:EncryptionContext:aws:logs:arn: !Sub 'arn:\${AWS::Partition}:logs:\${AWS::Region}:\${AWS::AccountId}:log-group:*'
      `,
    },
    {
      name: 'in development, beside a configuration',
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Secure:
            Type: AWS::Glue::SecurityConfiguration
            Properties: {Name: secure, EncryptionConfiguration: !ImportValue Encryption}
          Find:
            Type: AWS::Glue::Crawler
            Properties:
              CrawlerSecurityConfiguration: !If [IsProd, !Ref Secure, !Ref AWS::NoValue]
            # ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      `,
      good: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Secure:
            Type: AWS::Glue::SecurityConfiguration
            Properties: {Name: secure, EncryptionConfiguration: !ImportValue Encryption}
          Find:
            Type: AWS::Glue::Crawler
            Properties:
              CrawlerSecurityConfiguration: !If [IsProd, !Ref Secure, !Ref Secure]
      `,
    },
    {
      name: 'a configuration that is chosen at deployment',
      silent: template`
        Parameters:
          Configuration: {Type: String}
        Resources:
          Load:
            Type: AWS::Glue::Job
            Properties: {SecurityConfiguration: !Ref Configuration}
      `,
    },
  ],
});

function useConfiguration(resource: ResourceView, at: Value): Fix | undefined {
  const [known] = resource.template
    .resources('AWS::Glue::SecurityConfiguration')
    .filter((configuration) => configuration.attribute('Condition').isAbsent);
  if (known) {
    return fix(
      `Use ${known.logicalId} (the role needs rights on its key)`,
      'behaviour',
      set(at, { Ref: known.logicalId }),
    );
  }
  const id = `${resource.logicalId}Security`;
  return fix(
    'Encrypt with a key of the stack (the role needs rights on it)',
    'behaviour',
    addResource(id, configurationBody(resource, `${id}Key`), resource),
    addResource(`${id}Key`, logsKeyBody(resource), resource),
    set(at, { Ref: id }),
  );
}

function configurationBody(resource: ResourceView, key: string): Fragment {
  const KmsKeyArn = { 'Fn::GetAtt': [key, 'Arn'] };
  return companion(resource, 'AWS::Glue::SecurityConfiguration', {
    Name: { 'Fn::Sub': `\${AWS::StackName}-${resource.logicalId}` },
    EncryptionConfiguration: {
      S3Encryptions: [{ S3EncryptionMode: 'SSE-KMS', KmsKeyArn }],
      CloudWatchEncryption: { CloudWatchEncryptionMode: 'SSE-KMS', KmsKeyArn },
      JobBookmarksEncryption: { JobBookmarksEncryptionMode: 'CSE-KMS', KmsKeyArn },
    },
  });
}
