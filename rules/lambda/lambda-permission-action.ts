import { defineRule, describe, fix, set, template } from '#kit';

export default defineRule({
  id: 'lambda-permission-action',
  title: 'Permission on a function allows more than calling it',
  on: 'AWS::Lambda::Permission',
  severity: 'low',
  category: 'access-control',
  profile: 'recommended',
  aspect: 'identity-access',
  peers: { cfn_nag: ['W24'], guard: ['LAMBDA_PERMISSION_INVOKE_FUNCTION_ACTION'], kics: ['9b83114b'] },
  controls: { 'nist-800-53-r5': ['AC-6'] },
  why: 'Callers call; a star lets them read the code, change it and share it as well.',
  remedy: 'Set Action to lambda:InvokeFunction.',
  references: ['https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html'],
  check(permission, report) {
    const actions = permission.get('Action');
    const action = actions
      .items()
      .find((each) => each.satisfies((text) => !/^lambda:Invoke(?:Function|FunctionUrl|Async)$/i.test(text)));
    if (!action) return;
    report(action, `${permission.logicalId} allows ${describe(action)}, not only calling the function`, {
      severity: action.satisfies((text) => text.includes('*')) ? 'medium' : 'low',
      fixes: () => [fix('Allow calling it only', 'behaviour', set(actions, 'lambda:InvokeFunction'))],
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
              Action: lambda:*
                    # ^^^^^^^^
              Principal: '123456789012'
      `,
      good: template`
        Resources:
          Call:
            Type: AWS::Lambda::Permission
            Properties:
              FunctionName: job
              Action: lambda:InvokeFunction
              Principal: '123456789012'
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
              Action: !If [IsProd, 'lambda:InvokeFunction', 'lambda:GetFunction']
                                                          # ^^^^^^^^^^^^^^^^^^^^
              Principal: '123456789012'
      `,
    },
    {
      name: 'calling its URL',
      silent: template`
        Resources:
          Call:
            Type: AWS::Lambda::Permission
            Properties: {FunctionName: job, Action: 'lambda:InvokeFunctionUrl', Principal: '123456789012'}
      `,
    },
    {
      name: 'the action is a parameter without default',
      silent: template`
        Parameters:
          Action: {Type: String}
        Resources:
          Call:
            Type: AWS::Lambda::Permission
            Properties: {FunctionName: job, Action: !Ref Action, Principal: '123456789012'}
      `,
    },
    {
      name: 'several actions',
      bad: template`
        Resources:
          Call:
            Type: AWS::Lambda::Permission
            Properties:
              Action: [lambda:InvokeFunction, lambda:GetFunction]
                                            # ^^^^^^^^^^^^^^^^^^
              FunctionName: orders
              Principal: '123456789012'
      `,
      good: template`
        Resources:
          Call:
            Type: AWS::Lambda::Permission
            Properties:
              Action: lambda:InvokeFunction
              FunctionName: orders
              Principal: '123456789012'
      `,
    },
  ],
});
