import { defineRule, describe, fix, type ResourceView, set, template } from '#kit';

const SERVICE_PEERS = { checkov: ['CKV_AWS_364'], trivy: ['AWS-0067'] };

export default defineRule({
  id: 'lambda-permission-source',
  title: 'Function can be called by a service on anyone’s behalf',
  on: 'AWS::Lambda::Permission',
  severity: 'medium',
  category: 'access-control',
  profile: 'recommended',
  aspect: 'identity-access',
  peers: {
    ...SERVICE_PEERS,
    guard: ['LAMBDA_FUNCTION_PUBLIC_ACCESS_PROHIBITED'],
    security_hub: ['Lambda.1'],
  },
  controls: { 'nist-800-53-r5': ['AC-3', 'AC-6'] },
  why: 'The service calls the function for whoever configures it to: without a source, a bucket or rule of another account does as well (the confused deputy).',
  remedy:
    'Name the caller in SourceArn, or its account in SourceAccount where the ARN does not hold it, as those of buckets.',
  references: [
    'https://docs.aws.amazon.com/lambda/latest/dg/permissions-function-services.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html',
  ],
  check(permission, report) {
    const principal = permission.get('Principal');
    if (!principal.satisfies((text) => /^[a-z0-9.-]+\.amazonaws\.com(?:\.cn)?$/.test(text))) return;
    const limits = ['SourceArn', 'SourceAccount', 'PrincipalOrgID', 'EventSourceToken'].map((name) =>
      permission.get(name),
    );
    if (!limits.every((limit) => limit.isAbsent || limit.is(''))) return;
    const rule = callingRule(permission);
    report(
      principal,
      `${permission.logicalId} lets ${describe(principal)} call the function on behalf of any account`,
      {
        // AWS Config counts a function that S3 calls for anyone as public; other services it does not look at.
        peers: principal.is('s3.amazonaws.com') ? undefined : SERVICE_PEERS,
        fixes: () => [
          rule
            ? fix(
                `Admit calls of ${rule.logicalId} only`,
                'safe',
                set(permission.get('SourceArn'), { 'Fn::GetAtt': [rule.logicalId, 'Arn'] }),
              )
            : undefined,
          fix(
            'Admit calls on behalf of this account only',
            'behaviour',
            principal.is(...BY_ACCOUNT) ? set(permission.get('SourceAccount'), { Ref: 'AWS::AccountId' }) : undefined,
          ),
        ],
      },
    );
  },
  examples: [
    {
      bad: template`
        Resources:
          Thumbnails:
            Type: AWS::Lambda::Permission
            Properties:
              FunctionName: thumbnails
              Action: lambda:InvokeFunction
              Principal: s3.amazonaws.com
                       # ^^^^^^^^^^^^^^^^
      `,
      good: template`
        Resources:
          Thumbnails:
            Type: AWS::Lambda::Permission
            Properties:
              FunctionName: thumbnails
              Action: lambda:InvokeFunction
              Principal: s3.amazonaws.com
              SourceAccount: !Ref AWS::AccountId
      `,
    },
    {
      name: 'the rule is known',
      bad: template`
        Resources:
          Nightly:
            Type: AWS::Events::Rule
            Properties:
              ScheduleExpression: rate(1 day)
              Targets: [{Id: job, Arn: !GetAtt Job.Arn}]
          Job:
            Type: AWS::Lambda::Function
            Properties: {Handler: index.handler}
          Call:
            Type: AWS::Lambda::Permission
            Properties:
              FunctionName: !Ref Job
              Action: lambda:InvokeFunction
              Principal: events.amazonaws.com
                       # ^^^^^^^^^^^^^^^^^^^^
      `,
      good: template`
        Resources:
          Nightly:
            Type: AWS::Events::Rule
            Properties:
              ScheduleExpression: rate(1 day)
              Targets: [{Id: job, Arn: !GetAtt Job.Arn}]
          Job:
            Type: AWS::Lambda::Function
            Properties: {Handler: index.handler}
          Call:
            Type: AWS::Lambda::Permission
            Properties:
              FunctionName: !Ref Job
              Action: lambda:InvokeFunction
              Principal: events.amazonaws.com
              SourceArn: !GetAtt Nightly.Arn
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
          Call:
            Type: AWS::Lambda::Permission
            Properties:
              FunctionName: job
              Action: lambda:InvokeFunction
              Principal: sns.amazonaws.com
                       # ^^^^^^^^^^^^^^^^^
              SourceArn: !If [IsProd, 'arn:aws:sns:eu-west-1:123456789012:orders', !Ref AWS::NoValue]
      `,
    },
    {
      name: 'another account is no service',
      silent: template`
        Resources:
          Call:
            Type: AWS::Lambda::Permission
            Properties: {FunctionName: job, Action: 'lambda:InvokeFunction', Principal: '123456789012'}
      `,
    },
    {
      name: 'the source is a parameter without default',
      silent: template`
        Parameters:
          Source: {Type: String}
        Resources:
          Call:
            Type: AWS::Lambda::Permission
            Properties: {FunctionName: job, Action: 'lambda:InvokeFunction', Principal: s3.amazonaws.com, SourceArn: !Ref Source}
      `,
    },
  ],
});

/** Services that say on behalf of which account they call. */
const BY_ACCOUNT = [
  's3.amazonaws.com',
  'ses.amazonaws.com',
  'config.amazonaws.com',
  'logs.amazonaws.com',
  'events.amazonaws.com',
  'secretsmanager.amazonaws.com',
];

/** The only rule of the template that calls the function. */
function callingRule(permission: ResourceView): ResourceView | undefined {
  const fn = permission.get('FunctionName').target()?.resource;
  if (!fn || !permission.get('Principal').is('events.amazonaws.com')) return undefined;
  const [rule, ...others] = permission.template.referrers(fn, 'AWS::Events::Rule');
  return others.length === 0 ? rule : undefined;
}
