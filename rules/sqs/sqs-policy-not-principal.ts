import { defineRule, grants, statementsOf, template } from '#kit';

export default defineRule({
  id: 'sqs-policy-not-principal',
  title: 'SQS policy allows everyone but a few',
  on: ['AWS::SQS::QueuePolicy', 'AWS::SQS::QueueInlinePolicy'],
  severity: 'high',
  category: 'access-control',
  profile: 'recommended',
  aspect: 'identity-access',
  peers: { cfn_nag: ['F7'], guard: ['SQS_QUEUEPOLICY_NO_ALLOW_PLUS_NOTPRINCIPAL'], kics: ['4a8fc9a2'] },
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
            Type: AWS::SQS::QueuePolicy
            Properties:
              Queues: [!ImportValue Queue]
              PolicyDocument:
                Version: '2012-10-17'
                Statement:
                  - Effect: Allow
                    NotPrincipal:
                  # ^^^^^^^^^^^^
                      AWS: arn:aws:iam::111122223333:root
                    Action: sqs:SendMessage
                    Resource: arn:aws:sqs:eu-west-1:111122223333:orders
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
            Type: AWS::SQS::QueuePolicy
            Properties:
              Queues: [!ImportValue Queue]
              PolicyDocument:
                Version: '2012-10-17'
                Statement:
                  - Effect: !If [IsProd, Deny, Allow]
                    NotPrincipal:
                  # ^^^^^^^^^^^^
                      AWS: arn:aws:iam::111122223333:root
                    Action: sqs:SendMessage
                    Resource: arn:aws:sqs:eu-west-1:111122223333:orders
      `,
    },
    {
      name: 'a Deny of everyone but a few narrows down',
      silent: template`
        Resources:
          Policy:
            Type: AWS::SQS::QueuePolicy
            Properties:
              Queues: [!ImportValue Queue]
              PolicyDocument:
                Version: '2012-10-17'
                Statement:
                  - Effect: Deny
                    NotPrincipal:
                      AWS: arn:aws:iam::111122223333:root
                    Action: sqs:*
                    Resource: arn:aws:sqs:eu-west-1:111122223333:orders
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
            Type: AWS::SQS::QueuePolicy
            Properties:
              Queues: [!ImportValue Queue]
              PolicyDocument:
                Version: '2012-10-17'
                Statement:
                  - Effect: !Ref Setting
                    NotPrincipal:
                      AWS: arn:aws:iam::111122223333:root
                    Action: sqs:SendMessage
                    Resource: arn:aws:sqs:eu-west-1:111122223333:orders
      `,
    },
  ],
});
