import { defineRule, fix, OLDER_RUNTIMES, set, template } from '#kit';

export default defineRule({
  id: 'lambda-runtime-deprecated',
  title: 'Function has a runtime without security patches',
  on: 'AWS::Lambda::Function',
  severity: 'medium',
  category: 'patching',
  profile: 'recommended',
  aspect: 'platform-patching',
  peers: { checkov: ['CKV_AWS_363'], security_hub: ['Lambda.2'] },
  controls: { 'aws-fsbp': ['Lambda.2'], 'nist-800-53-r5': ['SI-2'], 'pci-dss-4': ['6.3.3'] },
  why: 'AWS patches a runtime until its language’s support ends; after that, holes stay open, and one day the function can no longer be updated.',
  remedy: 'Move to a supported version of the language and test the function with it.',
  references: ['https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html'],
  check(fn, report) {
    const runtime = fn.get('Runtime');
    for (const { name, deprecated, newest } of OLDER_RUNTIMES) {
      if (deprecated === undefined || !runtime.is(name)) continue;
      report(runtime, `${fn.logicalId} runs on ${name}, without security patches since ${deprecated}`, {
        ...((deprecated >= '2026' || UNLISTED.has(name)) && { peers: { security_hub: ['Lambda.2'] } }),
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
              Runtime: python3.8
                     # ^^^^^^^^^
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
      name: 'the default of a parameter',
      when: 'Runtime is left at its default',
      bad: template`
        Parameters:
          Runtime: {Type: String, Default: nodejs14.x}
        Resources:
          Api:
            Type: AWS::Lambda::Function
            Properties:
              Runtime: !Ref Runtime
                     # ^^^^^^^^^^^^
      `,
      good: template`
        Parameters:
          Runtime: {Type: String, Default: nodejs24.x}
        Resources:
          Api:
            Type: AWS::Lambda::Function
            Properties:
              Runtime: !Ref Runtime
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
            Type: AWS::Serverless::Function
            Properties:
              Runtime: !If [IsProd, python3.14, python3.7]
                                              # ^^^^^^^^^
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
    {
      name: 'an image brings its own',
      silent: template`
        Resources:
          Api:
            Type: AWS::Lambda::Function
            Properties:
              PackageType: Image
      `,
    },
  ],
});

/** Runtimes that Checkov's list, which ends with 2025, passes over. */
const UNLISTED: ReadonlySet<string> = new Set(['nodejs18.x', 'python3.8']);
