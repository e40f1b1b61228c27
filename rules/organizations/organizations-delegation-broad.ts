import {
  addParameter,
  anyAccount,
  defineRule,
  everyAction,
  fix,
  grants,
  mayLimitCallers,
  set,
  statementsOf,
  template,
} from '#kit';

export default defineRule({
  id: 'organizations-delegation-broad',
  title: 'Organization delegates all of its administration',
  on: 'AWS::Organizations::ResourcePolicy',
  severity: 'high',
  category: 'access-control',
  profile: 'recommended',
  aspect: 'identity-access',
  peers: {},
  controls: { 'nist-800-53-r5': ['AC-3', 'AC-6'] },
  why: 'Whoever administers the organization’s policies administers all accounts. The delegation policy is read by the management account’s API alone: what it grants to everyone or without limit, any member account can use against the others.',
  remedy: 'Name one member account, and the few actions it needs.',
  references: ['https://docs.aws.amazon.com/organizations/latest/userguide/orgs-policy-delegate.html'],
  check(policy, report) {
    for (const statement of statementsOf(policy.get('Content'))) {
      if (!grants(statement)) continue;
      const anyone = mayLimitCallers(statement.condition) ? undefined : statement.principals.find(anyAccount);
      const account = { 'Fn::Sub': 'arn:${AWS::Partition}:iam::${DelegatedAccountId}:root' };
      if (anyone) {
        report(anyone.value, `${policy.logicalId} delegates to every account`, {
          fixes: [
            fix(
              'Delegate to the account that a parameter names',
              'behaviour',
              set(anyone.value, anyone.kind === '*' ? { AWS: account } : account),
              addParameter('DelegatedAccountId', {
                Type: 'String',
                Description: 'The member account that administers policies of the organization',
                AllowedPattern: '^[0-9]{12}$',
              }),
            ),
          ],
        });
      }
      const all = statement.actions.find((action) => everyAction(action) || action.is('organizations:*'));
      if (!all) continue;
      report(all, `${policy.logicalId} delegates every action`, {
        fixes: [
          statement.actions.length === 1
            ? fix(
                'Delegate reading only',
                'behaviour',
                set(statement.value.get('Action'), ['organizations:Describe*', 'organizations:List*']),
              )
            : undefined,
        ],
      });
    }
  },
  examples: [
    {
      bad: template`
        Resources:
          Delegation:
            Type: AWS::Organizations::ResourcePolicy
            Properties:
              Content:
                Version: '2012-10-17'
                Statement:
                  - Effect: Allow
                    Principal:
                      AWS: '*'
                         # ^^^
                    Action: organizations:*
                          # ^^^^^^^^^^^^^^^
                    Resource: '*'
      `,
      good: template`
        Parameters:
          DelegatedAccountId:
            Type: String
            Description: The member account that administers policies of the organization
            AllowedPattern: '^[0-9]{12}$'
        Resources:
          Delegation:
            Type: AWS::Organizations::ResourcePolicy
            Properties:
              Content:
                Version: '2012-10-17'
                Statement:
                  - Effect: Allow
                    Principal:
                      AWS: !Sub 'arn:\${AWS::Partition}:iam::\${DelegatedAccountId}:root'
                    Action:
                      - organizations:Describe*
                      - organizations:List*
                    Resource: '*'
      `,
    },
    {
      when: 'IsTrial is true',
      bad: template`
        Parameters:
          Trial: {Type: String, AllowedValues: ['yes', 'no']}
        Conditions:
          IsTrial: !Equals [!Ref Trial, 'yes']
        Resources:
          Delegation:
            Type: AWS::Organizations::ResourcePolicy
            Properties:
              Content:
                Statement:
                  - Effect: Allow
                    Principal: {AWS: 'arn:aws:iam::123456789012:root'}
                    Action: !If [IsTrial, 'organizations:*', 'organizations:List*']
                                        # ^^^^^^^^^^^^^^^^^
                    Resource: '*'
      `,
    },
    {
      name: 'accounts of the organization may read',
      silent: template`
        Parameters:
          OrganizationId: {Type: String}
        Resources:
          Delegation:
            Type: AWS::Organizations::ResourcePolicy
            Properties:
              Content:
                Statement:
                  - Effect: Allow
                    Principal: '*'
                    Action: organizations:List*
                    Resource: '*'
                    Condition: {StringEquals: {aws:PrincipalOrgID: !Ref OrganizationId}}
      `,
    },
    {
      name: 'an account without default is unknown',
      silent: template`
        Parameters:
          Who: {Type: String}
        Resources:
          Delegation:
            Type: AWS::Organizations::ResourcePolicy
            Properties:
              Content:
                Statement: [{Effect: Allow, Principal: {AWS: !Ref Who}, Action: 'organizations:List*', Resource: '*'}]
      `,
    },
  ],
});
