import { anyAccount, defineRule, type Fix, fix, principalsOf, set, template, type Value } from '#kit';

export default defineRule({
  id: 'lambda-permission-public',
  title: 'Everyone may call a function or take a layer',
  on: ['AWS::Lambda::Permission', 'AWS::Lambda::LayerVersionPermission'],
  severity: 'critical',
  category: 'access-control',
  profile: 'essential',
  aspect: 'network-exposure',
  peers: {
    cfn_nag: ['F13'],
    guard: ['LAMBDA_NO_WILDCARD_PRINCIPALS', 'LAMBDA_FUNCTION_PUBLIC_ACCESS_PROHIBITED'],
    cdk_nag: ['LambdaFunctionPublicAccessProhibited'],
    kics: ['1d6e16f1'],
    security_hub: ['Lambda.1'],
  },
  controls: { 'aws-fsbp': ['Lambda.1'], 'nist-800-53-r5': ['AC-3', 'AC-6'], 'pci-dss-4': ['7.2.1'] },
  why: 'The principal * is every AWS account: anyone calls the function with whatever input he likes, and its role acts on it.',
  remedy: 'Name the service or account, and the source.',
  references: ['https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html'],
  check(permission, report) {
    // CloudFormation takes a text here; lists and maps are what policies take.
    const principal = principalsOf(permission.get('Principal')).find(anyAccount)?.value;
    if (!principal) return;
    if (permission.type === 'AWS::Lambda::LayerVersionPermission') {
      if (!permission.get('OrganizationId').isAbsent) return;
      report(principal, `${permission.logicalId} lets every account take the layer`, {
        severity: 'medium',
        peers: { cfn_nag: ['F13'], guard: ['LAMBDA_NO_WILDCARD_PRINCIPALS'] },
        fixes: () => [ownAccount(principal)],
      });
      return;
    }
    // A URL without authorization is the finding there.
    if (permission.get('FunctionUrlAuthType').is('NONE') || !permission.get('PrincipalOrgID').isAbsent) return;
    const isLimited = ['SourceArn', 'SourceAccount'].some((name) => !permission.get(name).isAbsent);
    report(principal, `${permission.logicalId} lets every account call the function`, {
      severity: isLimited ? 'medium' : 'critical',
      peers: isLimited ? LIMITED_PEERS : undefined,
      fixes: () => [ownAccount(principal)],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Call:
            Type: AWS::Lambda::Permission
            Properties:
              FunctionName: job
              Action: lambda:InvokeFunction
              Principal: '*'
                       # ^^^
      `,
      good: template`
        Resources:
          Call:
            Type: AWS::Lambda::Permission
            Properties:
              FunctionName: job
              Action: lambda:InvokeFunction
              Principal: !Ref AWS::AccountId
      `,
    },
    {
      name: 'a layer',
      bad: template`
        Resources:
          Take:
            Type: AWS::Lambda::LayerVersionPermission
            Properties:
              LayerVersionArn: arn:aws:lambda:eu-west-1:123456789012:layer:tools:1
              Action: lambda:GetLayerVersion
              Principal: '*'
                       # ^^^
      `,
      good: template`
        Resources:
          Take:
            Type: AWS::Lambda::LayerVersionPermission
            Properties:
              LayerVersionArn: arn:aws:lambda:eu-west-1:123456789012:layer:tools:1
              Action: lambda:GetLayerVersion
              Principal: !Ref AWS::AccountId
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
              Principal: !If [IsProd, '123456789012', '*']
                                                    # ^^^
      `,
    },
    {
      name: 'written as in a policy',
      bad: template`
        Resources:
          Call:
            Type: AWS::Lambda::Permission
            Properties:
              FunctionName: job
              Action: lambda:InvokeFunction
              Principal: {AWS: ['123456789012', '*']}
                                              # ^^^
      `,
    },
    {
      name: 'the organization only',
      silent: template`
        Resources:
          Call:
            Type: AWS::Lambda::Permission
            Properties: {FunctionName: job, Action: 'lambda:InvokeFunction', Principal: '*', PrincipalOrgID: o-a1b2c3d4e5}
      `,
    },
    {
      name: 'the principal is a parameter without default',
      silent: template`
        Parameters:
          Who: {Type: String}
        Resources:
          Call:
            Type: AWS::Lambda::Permission
            Properties: {FunctionName: job, Action: 'lambda:InvokeFunction', Principal: !Ref Who}
      `,
    },
  ],
});

const LIMITED_PEERS = { cfn_nag: ['F13'], guard: ['LAMBDA_NO_WILDCARD_PRINCIPALS'], kics: ['1d6e16f1'] };

function ownAccount(principal: Value): Fix | undefined {
  return fix('Admit this account only', 'behaviour', set(principal, { Ref: 'AWS::AccountId' }));
}
