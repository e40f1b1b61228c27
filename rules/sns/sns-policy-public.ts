import { anyAccount, defineRule, grants, mayLimitCallers, narrowPrincipal, statementsOf, template } from '#kit';

export default defineRule({
  id: 'sns-policy-public',
  title: 'SNS policy lets anyone in',
  on: ['AWS::SNS::TopicPolicy', 'AWS::SNS::TopicInlinePolicy'],
  severity: 'critical',
  category: 'access-control',
  profile: 'essential',
  aspect: 'identity-access',
  peers: {
    cfn_nag: ['F18'],
    guard: ['SNS_TOPICPOLICY_NO_WILDCARD_PRINCIPAL'],
    kics: ['ae53ce91'],
    security_hub: ['SNS.4'],
  },
  controls: { 'aws-fsbp': ['SNS.4'], 'nist-800-53-r5': ['AC-3', 'AC-6'], 'pci-dss-4': ['7.2.2'] },
  why: 'A statement that allows the principal * without a condition on who is asking opens the topic to every AWS account: whoever knows its name sends and reads messages.',
  remedy: 'Name the accounts or services that are meant, or add a condition such as aws:SourceArn.',
  references: ['https://docs.aws.amazon.com/sns/latest/dg/sns-security-best-practices.html'],
  check(policy, report) {
    for (const statement of statementsOf(policy.get('PolicyDocument'))) {
      if (!grants(statement) || mayLimitCallers(statement.condition)) continue;
      const principal = statement.principals.find(anyAccount);
      const other = statement.principals.find(({ value }) => value.is('*'));
      if (principal) {
        report(principal.value, `${policy.logicalId} lets in every AWS account`, {
          fixes: narrowPrincipal(statement, principal),
        });
      } else if (other) {
        report(other.value, `${policy.logicalId} lets in every principal of the kind ${other.kind}`);
      }
    }
  },
  examples: [
    {
      bad: template`
        Resources:
          Policy:
            Type: AWS::SNS::TopicPolicy
            Properties:
              Topics: [!ImportValue Topic]
              PolicyDocument:
                Version: '2012-10-17'
                Statement:
                  - Effect: Allow
                    Principal: '*'
                             # ^^^
                    Action: sns:Publish
                    Resource: arn:aws:sns:eu-west-1:111122223333:orders
      `,
      good: template`
        Resources:
          Policy:
            Type: AWS::SNS::TopicPolicy
            Properties:
              Topics: [!ImportValue Topic]
              PolicyDocument:
                Version: '2012-10-17'
                Statement:
                  - Effect: Allow
                    Principal:
                      AWS: !Sub 'arn:\${AWS::Partition}:iam::\${AWS::AccountId}:root'
                    Action: sns:Publish
                    Resource: arn:aws:sns:eu-west-1:111122223333:orders
      `,
    },
    {
      name: 'whoever has logged in anywhere',
      bad: template`
        Resources:
          Policy:
            Type: AWS::SNS::TopicPolicy
            Properties:
              Topics: [!ImportValue Topic]
              PolicyDocument:
                Statement:
                  - Effect: Allow
                    Principal: {Federated: '*'}
                                         # ^^^
                    Action: sns:Publish
                    Resource: arn:aws:sns:eu-west-1:111122223333:orders
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
          Policy:
            Type: AWS::SNS::TopicPolicy
            Properties:
              Topics: [!ImportValue Topic]
              PolicyDocument:
                Version: '2012-10-17'
                Statement:
                  - Effect: Allow
                    Principal:
                      AWS: !If [IsProd, arn:aws:iam::111122223333:root, '*']
                                                                      # ^^^
                    Action: sns:Publish
                    Resource: arn:aws:sns:eu-west-1:111122223333:orders
      `,
      good: template`
        Parameters:
          Env:
            Type: String
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Policy:
            Type: AWS::SNS::TopicPolicy
            Properties:
              Topics: [!ImportValue Topic]
              PolicyDocument:
                Version: '2012-10-17'
                Statement:
                  - Effect: Allow
                    Principal:
                      AWS: !If [IsProd, arn:aws:iam::111122223333:root, !Sub 'arn:\${AWS::Partition}:iam::\${AWS::AccountId}:root']
                    Action: sns:Publish
                    Resource: arn:aws:sns:eu-west-1:111122223333:orders
      `,
    },
    {
      name: 'a condition says on whose behalf',
      silent: template`
        Resources:
          Policy:
            Type: AWS::SNS::TopicPolicy
            Properties:
              Topics: [!ImportValue Topic]
              PolicyDocument:
                Version: '2012-10-17'
                Statement:
                  - Effect: Allow
                    Principal: '*'
                    Action: sns:Publish
                    Resource: arn:aws:sns:eu-west-1:111122223333:orders
                    Condition:
                      ArnEquals:
                        aws:SourceArn: arn:aws:s3:::orders
      `,
    },
    {
      name: 'a Deny for everyone narrows down',
      silent: template`
        Resources:
          Policy:
            Type: AWS::SNS::TopicPolicy
            Properties:
              Topics: [!ImportValue Topic]
              PolicyDocument:
                Version: '2012-10-17'
                Statement:
                  - Effect: Deny
                    Principal: '*'
                    Action: sns:Publish
                    Resource: arn:aws:sns:eu-west-1:111122223333:orders
                    Condition:
                      Bool:
                        aws:SecureTransport: false
      `,
    },
    {
      name: 'a principal without default is unknown',
      silent: template`
        Parameters:
          Setting:
            Type: String
        Resources:
          Policy:
            Type: AWS::SNS::TopicPolicy
            Properties:
              Topics: [!ImportValue Topic]
              PolicyDocument:
                Version: '2012-10-17'
                Statement:
                  - Effect: Allow
                    Principal:
                      AWS: !Ref Setting
                    Action: sns:Publish
                    Resource: arn:aws:sns:eu-west-1:111122223333:orders
      `,
    },
  ],
});
