import { defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'lambda-url-auth',
  title: 'Function URL is open to everyone',
  on: 'AWS::Lambda::Url',
  severity: 'high',
  category: 'access-control',
  profile: 'recommended',
  aspect: 'network-exposure',
  peers: { checkov: ['CKV_AWS_258'], cdk_nag: ['LambdaFunctionUrlAuth'] },
  controls: { 'nist-800-53-r5': ['AC-3'] },
  why: 'With AuthType NONE anyone on the internet calls the function; whatever checks there are, the function has to make itself, and every call is billed.',
  remedy: 'Set AuthType to AWS_IAM, or put an API or CloudFront with origin access control in front.',
  references: ['https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html'],
  check(url, report) {
    const auth = url.get('AuthType');
    // It has to be said either way.
    const isUnsaid = auth.isAbsent;
    if (!auth.is('NONE') && !isUnsaid) return;
    report(
      auth,
      isUnsaid ? `${url.logicalId} does not say who may call it` : `Everyone can call the URL ${url.logicalId}`,
      {
        ...(isUnsaid ? { severity: 'low', peers: { cdk_nag: ['LambdaFunctionUrlAuth'] } } : {}),
        fixes: () => [fix('Admit signed calls only (AWS_IAM)', 'behaviour', set(auth, 'AWS_IAM'))],
      },
    );
  },
  examples: [
    {
      bad: template`
        Resources:
          Hook:
            Type: AWS::Lambda::Url
            Properties:
              TargetFunctionArn: hook
              AuthType: NONE
                      # ^^^^
      `,
      good: template`
        Resources:
          Hook:
            Type: AWS::Lambda::Url
            Properties:
              TargetFunctionArn: hook
              AuthType: AWS_IAM
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
          Hook:
            Type: AWS::Lambda::Url
            Properties:
              TargetFunctionArn: hook
              AuthType: !If [IsProd, AWS_IAM, NONE]
                                            # ^^^^
      `,
      good: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Hook:
            Type: AWS::Lambda::Url
            Properties:
              TargetFunctionArn: hook
              AuthType: !If [IsProd, AWS_IAM, AWS_IAM]
      `,
    },
    {
      name: 'the type is a parameter without default',
      silent: template`
        Parameters:
          Auth: {Type: String}
        Resources:
          Hook:
            Type: AWS::Lambda::Url
            Properties: {TargetFunctionArn: hook, AuthType: !Ref Auth}
      `,
    },
    {
      name: 'it has to be said',
      bad: template`
        Resources:
          Hook:
        # ^^^^
            Type: AWS::Lambda::Url
            Properties:
              TargetFunctionArn: hook
      `,
      good: template`
        Resources:
          Hook:
            Type: AWS::Lambda::Url
            Properties:
              TargetFunctionArn: hook
              AuthType: AWS_IAM
      `,
    },
  ],
});
