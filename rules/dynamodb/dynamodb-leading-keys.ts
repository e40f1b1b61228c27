import {
  coversAction,
  defineRule,
  fix,
  grants,
  identityPolicyDocuments,
  type ResourceView,
  type Statement,
  set,
  statementsOf,
  template,
  type Value,
} from '#kit';

export default defineRule({
  id: 'dynamodb-leading-keys',
  title: 'Users of an app reach the items of all users',
  on: ['AWS::IAM::Role', 'AWS::IAM::Policy', 'AWS::IAM::ManagedPolicy'],
  severity: 'medium',
  category: 'access-control',
  profile: 'recommended',
  aspect: 'identity-access',
  peers: {},
  controls: { 'nist-800-53-r5': ['AC-3', 'AC-6'] },
  why: 'The role is given to everyone who signs in to the app, and its credentials lie in their browsers and phones. Unless a condition on dynamodb:LeadingKeys ties the partition key to the user, each of them can read or write the items of all. A scan reads them whatever the condition says.',
  remedy: 'Compare dynamodb:LeadingKeys with the user’s identity, and leave dynamodb:Scan out.',
  references: [
    'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/specifying-conditions.html',
    'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/WIF.html',
  ],
  check(identity, report) {
    const role =
      identity.type === 'AWS::IAM::Role' ? identity : identity.get('Roles').items().map(roleOf).find(isOfUsers);
    if (!role || !isOfUsers(role)) return;
    for (const statement of identityPolicyDocuments(identity).flatMap(statementsOf)) {
      if (!grants(statement) || mayAskForUser(statement.condition)) continue;
      const action = find(statement, WRITES) ?? find(statement, READS);
      if (!action) continue;
      const keys = statement.condition.get('ForAllValues:StringEquals').get('dynamodb:LeadingKeys');
      report(action, `Every user with ${role.logicalId} reaches the items of all users`, {
        severity: find(statement, WRITES) ? 'medium' : 'low',
        fixes: () => [
          fix('Tie the partition key to the user', 'behaviour', set(keys, ['${cognito-identity.amazonaws.com:sub}'])),
        ],
      });
    }
  },
  examples: [
    {
      bad: template`
        Resources:
          SignedIn:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument:
                Statement:
                  - Effect: Allow
                    Principal: {Federated: cognito-identity.amazonaws.com}
                    Action: sts:AssumeRoleWithWebIdentity
              Policies:
                - PolicyName: notes
                  PolicyDocument:
                    Statement:
                      - Effect: Allow
                        Action:
                          - dynamodb:GetItem
                          - dynamodb:PutItem
                          # ^^^^^^^^^^^^^^^^
                        Resource: arn:aws:dynamodb:eu-west-1:123456789012:table/notes
      `,
      good: template`
        Resources:
          SignedIn:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument:
                Statement:
                  - Effect: Allow
                    Principal: {Federated: cognito-identity.amazonaws.com}
                    Action: sts:AssumeRoleWithWebIdentity
              Policies:
                - PolicyName: notes
                  PolicyDocument:
                    Statement:
                      - Effect: Allow
                        Action:
                          - dynamodb:GetItem
                          - dynamodb:PutItem
                        Resource: arn:aws:dynamodb:eu-west-1:123456789012:table/notes
                        Condition:
                          ForAllValues:StringEquals:
                            dynamodb:LeadingKeys:
                              - \${cognito-identity.amazonaws.com:sub}
      `,
    },
    {
      name: 'in a policy of its own, outside production',
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          SignedIn:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument:
                Statement:
                  - Effect: Allow
                    Principal: {Federated: cognito-identity.amazonaws.com}
                    Action: sts:AssumeRoleWithWebIdentity
          Notes:
            Type: AWS::IAM::Policy
            Properties:
              PolicyName: notes
              Roles: [!Ref SignedIn]
              PolicyDocument:
                Statement:
                  - Effect: Allow
                    Action: !If [IsProd, dynamodb:DescribeTable, dynamodb:Query]
                                                               # ^^^^^^^^^^^^^^
                    Resource: '*'
      `,
    },
    {
      name: 'the users are tied to their own keys',
      silent: template`
        Resources:
          SignedIn:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument:
                Statement: [{Effect: Allow, Principal: {Federated: cognito-identity.amazonaws.com}}]
              Policies:
                - PolicyName: notes
                  PolicyDocument:
                    Statement:
                      - Effect: Allow
                        Action: dynamodb:PutItem
                        Resource: '*'
                        Condition:
                          ForAllValues:StringEquals:
                            dynamodb:LeadingKeys: ['\${cognito-identity.amazonaws.com:sub}']
      `,
    },
    {
      name: 'a function’s role is no user’s, and whose a parameter’s is is not known',
      silent: template`
        Parameters:
          Who: {Type: String}
        Resources:
          Worker:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument:
                Statement: [{Effect: Allow, Principal: {Service: lambda.amazonaws.com}, Action: sts:AssumeRole}]
              Policies:
                - PolicyName: notes
                  PolicyDocument: {Statement: [{Effect: Allow, Action: dynamodb:PutItem, Resource: '*'}]}
          Chosen:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument: {Statement: [{Effect: Allow, Principal: {Federated: !Ref Who}}]}
              Policies:
                - PolicyName: notes
                  PolicyDocument: {Statement: [{Effect: Allow, Action: dynamodb:PutItem, Resource: '*'}]}
      `,
    },
  ],
});

const WRITES = ['dynamodb:PutItem', 'dynamodb:UpdateItem', 'dynamodb:DeleteItem', 'dynamodb:BatchWriteItem'];
const READS = ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query', 'dynamodb:Scan'];

function roleOf(name: Value): ResourceView | undefined {
  return name.target()?.resource;
}

/** Whether the role is given to those who sign in to an app by a Cognito identity pool. */
function isOfUsers(role: ResourceView | undefined): boolean {
  if (role?.type !== 'AWS::IAM::Role') return false;
  const statements = statementsOf(role.get('AssumeRolePolicyDocument'));
  return statements.some(({ principals }) =>
    principals.some(({ kind, value }) => kind === 'Federated' && value.is('cognito-identity.amazonaws.com')),
  );
}

function mayAskForUser(condition: Value): boolean {
  if (condition.isUnknown || condition.isOpen) return true;
  return condition.entries().some(([, keys]) => keys.isOpen || keys.entries().some(([key]) => LEADING.test(key)));
}

const LEADING = /^dynamodb:LeadingKeys$/i;

function find({ actions }: Statement, names: readonly string[]): Value | undefined {
  return actions.find((action) => names.some((name) => action.satisfies((pattern) => coversAction(pattern, name))));
}
