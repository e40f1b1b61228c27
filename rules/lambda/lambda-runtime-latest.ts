import { defineRule, fix, OLDER_RUNTIMES, set, template } from '#kit';

export default defineRule({
  id: 'lambda-runtime-latest',
  title: 'Function has an older runtime of its language',
  on: 'AWS::Lambda::Function',
  severity: 'low',
  category: 'patching',
  profile: 'strict',
  aspect: 'platform-patching',
  peers: { cdk_nag: ['LambdaLatestVersion', 'AwsSolutions-L1'] },
  controls: { 'nist-800-53-r5': ['SI-2'] },
  why: 'Moving while the old runtime is still supported is work at leisure; its deprecation makes it urgent. Deprecated runtimes are a finding of their own.',
  remedy: 'Move to the newest runtime of the language and test the function with it.',
  references: ['https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html'],
  check(fn, report) {
    const runtime = fn.get('Runtime');
    for (const { name, deprecated, newest } of OLDER_RUNTIMES) {
      // Deprecated ones are lambda-runtime-deprecated's.
      if (deprecated !== undefined || !runtime.is(name)) continue;
      report(runtime, `${name} of ${fn.logicalId} is not the newest runtime of its language`, {
        fixes: () => [fix(`Move to ${newest}`, 'behaviour', set(runtime, newest))],
      });
    }
  },
  examples: [
    {
      bad: template`
        Resources:
          Api:
            Type: AWS::Lambda::Function
            Properties:
              Runtime: python3.11
                     # ^^^^^^^^^^
      `,
      good: template`
        Resources:
          Api:
            Type: AWS::Lambda::Function
            Properties:
              Runtime: python3.14
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
              Runtime: !If [IsProd, nodejs24.x, nodejs22.x]
                                              # ^^^^^^^^^^
      `,
      good: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Api:
            Type: AWS::Lambda::Function
            Properties:
              Runtime: !If [IsProd, nodejs24.x, nodejs24.x]
      `,
    },
    {
      name: 'the runtime is a parameter without default',
      silent: template`
        Parameters:
          Runtime: {Type: String}
        Resources:
          Api:
            Type: AWS::Lambda::Function
            Properties:
              Runtime: !Ref Runtime
      `,
    },
  ],
});
