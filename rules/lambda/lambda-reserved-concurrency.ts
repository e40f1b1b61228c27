import { defineRule, template } from '#kit';

export default defineRule({
  id: 'lambda-reserved-concurrency',
  title: 'Function can use up the concurrency of the account',
  on: 'AWS::Lambda::Function',
  severity: 'low',
  category: 'resilience',
  profile: 'strict',
  aspect: 'network-infrastructure',
  peers: {
    checkov: ['CKV_AWS_115'],
    cfn_nag: ['W92'],
    guard: ['LAMBDA_CONCURRENCY_CHECK'],
    cdk_nag: ['LambdaConcurrency'],
  },
  controls: { 'nist-800-53-r5': ['SC-5'] },
  why: 'All functions of an account and region share one limit; a flood of calls to one of them starves the others. Reserving takes from the others too, so it needs numbers.',
  remedy: 'Set ReservedConcurrentExecutions to what the function needs at most.',
  references: ['https://docs.aws.amazon.com/lambda/latest/dg/configuration-concurrency.html'],
  check(fn, report) {
    const reserved = fn.get('ReservedConcurrentExecutions');
    if (reserved.isAbsent) report(reserved, `${fn.logicalId} has no limit to its concurrency`);
  },
  examples: [
    {
      bad: template`
        Resources:
          Api:
        # ^^^
            Type: AWS::Lambda::Function
            Properties: {Handler: index.handler}
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
              ReservedConcurrentExecutions: !If [IsProd, 50, !Ref AWS::NoValue]
            # ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      `,
    },
    {
      name: 'the limit is a parameter without default',
      silent: template`
        Parameters:
          Limit: {Type: Number}
        Resources:
          Api:
            Type: AWS::Lambda::Function
            Properties:
              ReservedConcurrentExecutions: !Ref Limit
      `,
    },
  ],
});
