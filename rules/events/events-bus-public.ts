import {
  anyAccount,
  defineRule,
  fix,
  grants,
  mayLimitCallers,
  narrowPrincipal,
  set,
  statementsOf,
  template,
} from '#kit';

export default defineRule({
  id: 'events-bus-public',
  title: 'Event bus takes events from everyone',
  on: 'AWS::Events::EventBusPolicy',
  severity: 'high',
  category: 'access-control',
  profile: 'essential',
  aspect: 'network-exposure',
  peers: { cdk_nag: ['EventBusOpenAccess', 'AwsSolutions-EVB1'] },
  controls: { 'nist-800-53-r5': ['AC-3', 'AC-6'] },
  why: 'Every AWS account can put events on the bus, and start whatever the rules on it start.',
  remedy: 'Name the accounts, or demand an organization in a condition.',
  references: ['https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-bus-perms.html'],
  check(policy, report) {
    const principal = policy.get('Principal');
    if (principal.is('*') && policy.get('Condition').isAbsent && policy.get('Statement').isAbsent) {
      report(principal, `${policy.logicalId} lets every account put events on the bus`, {
        fixes: () => [fix('Admit this account only', 'behaviour', set(principal, { Ref: 'AWS::AccountId' }))],
      });
    }
    for (const statement of statementsOf(policy.properties)) {
      const anyone = grants(statement) ? statement.principals.find(anyAccount) : undefined;
      if (!anyone || mayLimitCallers(statement.condition)) continue;
      report(anyone.value, `${policy.logicalId} lets every account put events on the bus`, {
        fixes: () => narrowPrincipal(statement, anyone),
      });
    }
  },
  examples: [
    {
      bad: template`
        Resources:
          In:
            Type: AWS::Events::EventBusPolicy
            Properties:
              StatementId: all
              Action: events:PutEvents
              Principal: '*'
                       # ^^^
      `,
      good: template`
        Resources:
          In:
            Type: AWS::Events::EventBusPolicy
            Properties:
              StatementId: all
              Action: events:PutEvents
              Principal: !Ref AWS::AccountId
      `,
    },
    {
      name: 'a statement, in development',
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          In:
            Type: AWS::Events::EventBusPolicy
            Properties:
              StatementId: all
              Statement:
                Effect: Allow
                Principal:
                  AWS: !If [IsProd, '123456789012', '*']
                                                  # ^^^
                Action: events:PutEvents
                Resource: arn:aws:events:eu-west-1:123456789012:event-bus/default
      `,
      good: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          In:
            Type: AWS::Events::EventBusPolicy
            Properties:
              StatementId: all
              Statement:
                Effect: Allow
                Principal:
                  AWS: !If [IsProd, '123456789012', !Sub 'arn:\${AWS::Partition}:iam::\${AWS::AccountId}:root']
                Action: events:PutEvents
                Resource: arn:aws:events:eu-west-1:123456789012:event-bus/default
      `,
    },
    {
      name: 'an organization only',
      silent: template`
        Resources:
          In:
            Type: AWS::Events::EventBusPolicy
            Properties:
              Principal: '*'
              Condition: {Type: StringEquals, Key: 'aws:PrincipalOrgID', Value: o-a1b2c3d4e5}
      `,
    },
    {
      name: 'the principal is a parameter without default',
      silent: template`
        Parameters:
          Given: {Type: String}
        Resources:
          In:
            Type: AWS::Events::EventBusPolicy
            Properties: {Principal: !Ref Given}
      `,
    },
  ],
});
