import {
  append,
  coversAction,
  defineRule,
  fix,
  identityPolicyDocuments,
  statementsOf,
  template,
  type Value,
} from '#kit';

export default defineRule({
  id: 'lambda-log-permission',
  title: 'Function cannot write its log',
  on: 'AWS::Lambda::Function',
  severity: 'medium',
  category: 'logging',
  profile: 'recommended',
  aspect: 'logging-monitoring',
  peers: { cfn_nag: ['W58'] },
  controls: { 'nist-800-53-r5': ['AU-12'] },
  why: 'Without the right to write to CloudWatch Logs a function works and leaves no trace of what it did, nor of what went wrong.',
  remedy: 'Attach AWSLambdaBasicExecutionRole, or allow logs:CreateLogStream and logs:PutLogEvents on its log group.',
  references: ['https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html'],
  check(fn, report) {
    const role = fn.get('Role').target()?.resource;
    if (role?.type !== 'AWS::IAM::Role' || role.template.isOpen) return;
    const attached = role.template.referrers(
      role,
      'AWS::IAM::Policy',
      'AWS::IAM::ManagedPolicy',
      'AWS::IAM::RolePolicy',
    );
    const named = role.get('RoleName').pattern();
    // Policies can also be attached by the name of the role.
    if (
      named !== undefined &&
      role.template.resources('AWS::IAM::Policy', 'AWS::IAM::ManagedPolicy').some((policy) =>
        policy
          .get('Roles')
          .items()
          .some((item) => item.pattern() === named),
      )
    )
      return;
    const arns = role.get('ManagedPolicyArns');
    if (arns.isUnknown || arns.isOpen || arns.items().some((arn) => mayLog(arn.pattern()))) return;
    const documents = [...identityPolicyDocuments(role), ...attached.map((policy) => policy.get('PolicyDocument'))];
    if (
      ['logs:CreateLogStream', 'logs:PutLogEvents'].every((action) =>
        documents.some((document) => mayAllow(document, action)),
      )
    )
      return;
    report(fn.get('Role'), `${fn.logicalId} cannot write its log: ${role.logicalId} has no permission to`, {
      related: [{ at: role, message: 'The role of the function' }],
      fixes: () => [
        fix(
          `Attach AWSLambdaBasicExecutionRole to ${role.logicalId}`,
          'safe',
          append(arns, { 'Fn::Sub': 'arn:${AWS::Partition}:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole' }),
        ),
      ],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Api:
            Type: AWS::Lambda::Function
            Properties:
              Role: !GetAtt ApiRole.Arn
                  # ^^^^^^^^^^^^^^^^^^^
          ApiRole:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument: {}
              Policies:
                - PolicyName: read
                  PolicyDocument:
                    Statement: {Effect: Allow, Action: 'dynamodb:GetItem', Resource: 'arn:aws:dynamodb:eu-west-1:123456789012:table/orders'}
      `,
      good: template`
        Resources:
          Api:
            Type: AWS::Lambda::Function
            Properties:
              Role: !GetAtt ApiRole.Arn
          ApiRole:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument: {}
              Policies:
                - PolicyName: read
                  PolicyDocument:
                    Statement: {Effect: Allow, Action: 'dynamodb:GetItem', Resource: 'arn:aws:dynamodb:eu-west-1:123456789012:table/orders'}
              ManagedPolicyArns:
                - !Sub 'arn:\${AWS::Partition}:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole'
      `,
    },
    {
      name: 'in development',
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Api:
            Type: AWS::Lambda::Function
            Properties:
              Role: !GetAtt ApiRole.Arn
                  # ^^^^^^^^^^^^^^^^^^^
          ApiRole:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument: {}
              ManagedPolicyArns: !If [IsProd, ['arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole'], !Ref AWS::NoValue]
      `,
    },
    {
      name: 'a policy beside the role',
      silent: template`
        Resources:
          Api:
            Type: AWS::Lambda::Function
            Properties:
              Role: !GetAtt ApiRole.Arn
          ApiRole:
            Type: AWS::IAM::Role
            Properties: {AssumeRolePolicyDocument: {}}
          Log:
            Type: AWS::IAM::Policy
            Properties:
              PolicyName: log
              Roles: [!Ref ApiRole]
              PolicyDocument: {Statement: {Effect: Allow, Action: 'logs:*', Resource: '*'}}
      `,
    },
    {
      name: 'the policies are a parameter without default',
      silent: template`
        Parameters:
          Policy: {Type: String}
        Resources:
          Api:
            Type: AWS::Lambda::Function
            Properties:
              Role: !GetAtt ApiRole.Arn
          ApiRole:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument: {}
              ManagedPolicyArns: [!Ref Policy]
      `,
    },
  ],
});

/** Whether an attached policy allows writing logs, or is one whose text is elsewhere. */
function mayLog(arn: string | undefined): boolean {
  if (arn === undefined || !arn.includes(':aws:policy/')) return true;
  return /\/(?:service-role\/)?(?:AWSLambda\w*ExecutionRole|AWSLambda_FullAccess|CloudWatchLogsFullAccess|CloudWatchFullAccess|AdministratorAccess|PowerUserAccess|CloudWatchLambdaInsightsExecutionRolePolicy|AWSLambda\w+|AmazonAPIGatewayPushToCloudWatchLogs)$/.test(
    arn,
  );
}

function mayAllow(document: Value, action: string): boolean {
  if (!document.isMap || document.isOpen) return true;
  const statements = statementsOf(document);
  return statements.some(
    (statement) =>
      !statement.effect.is('Deny') &&
      (statement.value.get('NotAction').isGiven ||
        statement.actions.some(
          (pattern) => pattern.isUnknown || pattern.satisfies((text) => coversAction(text, action)),
        )),
  );
}
