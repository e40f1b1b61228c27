import { defineRule, grants, statementsOf, template } from '#kit';

export default defineRule({
  id: 'sns-policy-not-principal',
  title: 'SNS policy allows everyone but a few',
  on: ['AWS::SNS::TopicPolicy', 'AWS::SNS::TopicInlinePolicy'],
  severity: 'high',
  category: 'access-control',
  profile: 'recommended',
  aspect: 'identity-access',
  peers: { cfn_nag: ['F8'], guard: ['SNS_TOPICPOLICY_NO_ALLOW_PLUS_NOTPRINCIPAL'] },
  controls: { 'nist-800-53-r5': ['AC-3', 'AC-6'], 'pci-dss-4': ['7.2.2'] },
  why: 'NotPrincipal under Allow lets in every other account and everyone without one.',
  remedy: 'Replace NotPrincipal by a Principal list of who is meant.',
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html'],
  check(policy, report) {
    for (const statement of statementsOf(policy.get('PolicyDocument'))) {
      const all = statement.value.get('NotPrincipal');
      if (grants(statement) && all.isGiven) report(all, `${policy.logicalId} lets in everyone but those it names`);
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
                    NotPrincipal:
                  # ^^^^^^^^^^^^
                      AWS: arn:aws:iam::111122223333:root
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
                  - Effect: !If [IsProd, Deny, Allow]
                    NotPrincipal:
                  # ^^^^^^^^^^^^
                      AWS: arn:aws:iam::111122223333:root
                    Action: sns:Publish
                    Resource: arn:aws:sns:eu-west-1:111122223333:orders
      `,
    },
    {
      name: 'a Deny of everyone but a few narrows down',
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
                    NotPrincipal:
                      AWS: arn:aws:iam::111122223333:root
                    Action: sns:Publish
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
                    NotPrincipal:
                      AWS: arn:aws:iam::111122223333:root
                    Action: sns:Publish
                    Resource: arn:aws:sns:eu-west-1:111122223333:orders
      `,
    },
  ],
});
