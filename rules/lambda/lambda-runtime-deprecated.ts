import { defineRule, fix, set, template } from '#kit';

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
    for (const [name, since, next] of DEPRECATED) {
      if (!runtime.is(name)) continue;
      report(runtime, `${fn.logicalId} runs on ${name}, without security patches since ${since}`, {
        fixes: () => [fix(`Move to ${next}`, 'behaviour', set(runtime, next))],
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
              Runtime: python3.13
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
          Runtime: {Type: String, Default: nodejs22.x}
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
              Runtime: !If [IsProd, python3.13, python3.7]
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

/** Runtimes past their deprecation, with its date, and the newest one of the language. From the table of the page above. */
const DEPRECATED: readonly (readonly [runtime: string, since: string, next: string])[] = [
  ['nodejs', '2016-10-31', 'nodejs22.x'],
  ['nodejs4.3', '2020-03-05', 'nodejs22.x'],
  ['nodejs4.3-edge', '2020-03-05', 'nodejs22.x'],
  ['nodejs6.10', '2019-08-12', 'nodejs22.x'],
  ['nodejs8.10', '2020-03-06', 'nodejs22.x'],
  ['nodejs10.x', '2021-07-30', 'nodejs22.x'],
  ['nodejs12.x', '2023-03-31', 'nodejs22.x'],
  ['nodejs14.x', '2023-12-04', 'nodejs22.x'],
  ['nodejs16.x', '2024-06-12', 'nodejs22.x'],
  ['nodejs18.x', '2025-09-01', 'nodejs22.x'],
  ['python2.7', '2021-07-15', 'python3.13'],
  ['python3.6', '2022-07-18', 'python3.13'],
  ['python3.7', '2023-12-04', 'python3.13'],
  ['python3.8', '2024-10-14', 'python3.13'],
  ['python3.9', '2025-12-15', 'python3.13'],
  ['ruby2.5', '2021-07-30', 'ruby3.4'],
  ['ruby2.7', '2023-12-07', 'ruby3.4'],
  ['java8', '2024-01-08', 'java21'],
  ['go1.x', '2024-01-08', 'provided.al2023'],
  ['provided', '2024-01-08', 'provided.al2023'],
  ['dotnetcore1.0', '2019-06-27', 'dotnet8'],
  ['dotnetcore2.0', '2019-05-30', 'dotnet8'],
  ['dotnetcore2.1', '2022-01-05', 'dotnet8'],
  ['dotnetcore3.1', '2023-04-03', 'dotnet8'],
  ['dotnet5.0', '2022-05-10', 'dotnet8'],
  ['dotnet6', '2024-12-20', 'dotnet8'],
  ['dotnet7', '2024-05-14', 'dotnet8'],
];
