import { customerKey, defineRule, type ResourceView, template, type Value } from '#kit';

export default defineRule({
  id: 'lex-log-encryption',
  title: 'Conversations are logged without a key of your own',
  on: ['AWS::Lex::BotAlias', 'AWS::Lex::Bot'],
  severity: 'low',
  category: 'encryption-at-rest',
  profile: 'strict',
  aspect: 'keys-secrets',
  peers: { cdk_nag: ['LexBotAliasEncryptedConversationLogs', 'AwsSolutions-LEX4'] },
  controls: { 'nist-800-53-r5': ['SC-12', 'SC-28(1)'] },
  why: 'Logs hold what people said to the bot, word for word or as sound. S3 and CloudWatch Logs encrypt them with keys of their own, to which access cannot be cut off.',
  remedy: 'Set KmsKeyArn for audio logs, and KmsKeyId on the log group for text logs.',
  references: [
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-lex-botalias-s3bucketlogdestination.html',
  ],
  check(bot, report) {
    const settings = bot.get('ConversationLogSettings');
    const logs = settings.isAbsent ? bot.get('TestBotAliasSettings.ConversationLogSettings') : settings;
    for (const audio of logs.get('AudioLogSettings').items()) {
      const bucket = audio.get('Destination.S3Bucket');
      const key = bucket.get('KmsKeyArn');
      if (!audio.get('Enabled').is(true) || !key.isAbsent) continue;
      report(key, `${bot.logicalId} logs what is said to it without a key of your own`, {
        fixes: () => [
          customerKey(bot, key, {
            title: 'Encrypt audio logs with a key of the stack (the role of the bot needs rights on it)',
            safety: 'behaviour',
          }),
        ],
      });
    }
    for (const text of logs.get('TextLogSettings').items()) {
      const group = text.get('Destination.CloudWatch.CloudWatchLogGroupArn');
      if (!text.get('Enabled').is(true) || !isPlainGroup(group.target()?.resource)) continue;
      report(group, `${bot.logicalId} logs what is written to it without a key of your own`);
    }
  },
  examples: [
    {
      bad: template`
        Resources:
          Live:
            Type: AWS::Lex::BotAlias
            Properties:
              ConversationLogSettings:
                AudioLogSettings:
                  - Enabled: true
                    Destination:
                      S3Bucket:
                    # ^^^^^^^^
                        S3BucketArn: !GetAtt Talks.Arn
                        LogPrefix: live
          Talks:
            Type: AWS::S3::Bucket
      `,
      good: template`
        Resources:
          Live:
            Type: AWS::Lex::BotAlias
            Properties:
              ConversationLogSettings:
                AudioLogSettings:
                  - Enabled: true
                    Destination:
                      S3Bucket:
                        S3BucketArn: !GetAtt Talks.Arn
                        LogPrefix: live
                        KmsKeyArn: !GetAtt LiveKey.Arn
          LiveKey:
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
          Talks:
            Type: AWS::S3::Bucket
      `,
    },
    {
      name: 'text in a log group without key, in development',
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Live:
            Type: AWS::Lex::BotAlias
            Properties:
              ConversationLogSettings:
                TextLogSettings:
                  - Enabled: true
                    Destination:
                      CloudWatch:
                        CloudWatchLogGroupArn: !GetAtt Talks.Arn
                                             # ^^^^^^^^^^^^^^^^^
                        LogPrefix: live
          Talks:
            Type: AWS::Logs::LogGroup
            Properties:
              KmsKeyId: !If [IsProd, !ImportValue Key, !Ref AWS::NoValue]
      `,
    },
    {
      name: 'logs that are off, and a log group of another stack',
      silent: template`
        Resources:
          Live:
            Type: AWS::Lex::BotAlias
            Properties:
              ConversationLogSettings:
                AudioLogSettings:
                  - {Enabled: false, Destination: {S3Bucket: {S3BucketArn: !ImportValue Talks, LogPrefix: live}}}
                TextLogSettings:
                  - {Enabled: true, Destination: {CloudWatch: {CloudWatchLogGroupArn: !ImportValue Group, LogPrefix: live}}}
      `,
    },
  ],
});

function isPlainGroup(group: ResourceView | undefined): boolean {
  const key: Value | undefined = group?.type === 'AWS::Logs::LogGroup' ? group.get('KmsKeyId') : undefined;
  return key?.isAbsent ?? false;
}
