import { defineRule, grants, statementsOf, template } from '#kit';

export default defineRule({
  id: 'sns-policy-not-action',
  title: 'SNS policy allows all actions but a few',
  on: ['AWS::SNS::TopicPolicy', 'AWS::SNS::TopicInlinePolicy'],
  severity: 'medium',
  category: 'access-control',
  profile: 'recommended',
  aspect: 'identity-access',
  peers: { cfn_nag: ['W19'], guard: ['SNS_TOPICPOLICY_NO_ALLOW_PLUS_NOT_ACTION'], kics: ['818f38ed'] },
  controls: { 'nist-800-53-r5': ['AC-3', 'AC-6'], 'pci-dss-4': ['7.2.2'] },
  why: 'NotAction under Allow grants whatever it does not name, changes of the policy and deletes included, and everything SNS learns to do later.',
  remedy: 'Replace NotAction by an Action list of what is needed.',
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notaction.html'],
  check(policy, report) {
    for (const statement of statementsOf(policy.get('PolicyDocument'))) {
      const all = statement.value.get('NotAction');
      if (grants(statement) && all.isGiven) report(all, `${policy.logicalId} allows every action but those it names`);
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
                    Principal:
                      AWS: arn:aws:iam::111122223333:root
                    NotAction: sns:Publish
                             # ^^^^^^^^^^^
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
                  - Effect: !If [IsProd, Deny, Allow]
                    Principal:
                      AWS: arn:aws:iam::111122223333:root
                    NotAction: sns:Publish
                             # ^^^^^^^^^^^
                    Resource: arn:aws:sns:eu-west-1:111122223333:orders
      `,
    },
    {
      name: 'a Deny of all but a few narrows down',
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
                    NotAction: sns:Publish
                    Resource: arn:aws:sns:eu-west-1:111122223333:orders
      `,
    },
    {
      name: 'an effect without default is unknown',
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
                  - Effect: !Ref Setting
                    Principal:
                      AWS: arn:aws:iam::111122223333:root
                    NotAction: sns:Publish
                    Resource: arn:aws:sns:eu-west-1:111122223333:orders
      `,
    },
  ],
});
