import { defineRule, template } from '#kit';

export default defineRule({
  id: 'lambda-default-limits',
  title: 'Function has the default memory and timeout',
  on: 'AWS::Lambda::Function',
  severity: 'low',
  category: 'configuration',
  profile: 'strict',
  aspect: 'hardware-virtualization',
  peers: { cdk_nag: ['LambdaDefaultMemorySize', 'LambdaDefaultTimeout'] },
  controls: {},
  why: '128 MB and three seconds are seldom what a function needs; a decision keeps it from failing under load and from running for longer than it should.',
  remedy: 'Set MemorySize and Timeout to what was measured.',
  references: ['https://docs.aws.amazon.com/lambda/latest/dg/configuration-memory.html'],
  check(fn, report) {
    const memory = fn.get('MemorySize');
    const timeout = fn.get('Timeout');
    if (!memory.isAbsent && !timeout.isAbsent) return;
    const what = memory.isAbsent ? (timeout.isAbsent ? 'memory and timeout' : 'memory') : 'timeout';
    report(memory.isAbsent ? memory : timeout, `${fn.logicalId} has the default ${what}`, {
      peers: {
        cdk_nag: [
          ...(memory.isAbsent ? ['LambdaDefaultMemorySize'] : []),
          ...(timeout.isAbsent ? ['LambdaDefaultTimeout'] : []),
        ],
      },
    });
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
            Type: AWS::Lambda::Function
            Properties:
              MemorySize: 256
              Timeout: !If [IsProd, 10, !Ref AWS::NoValue]
            # ^^^^^^^
      `,
    },
    {
      name: 'both are parameters without default',
      silent: template`
        Parameters:
          Size: {Type: Number}
        Resources:
          Api:
            Type: AWS::Lambda::Function
            Properties: {MemorySize: !Ref Size, Timeout: !Ref Size}
      `,
    },
  ],
});
