import { defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'sagemaker-endpoint-instances',
  title: 'Endpoint hangs on one instance',
  on: 'AWS::SageMaker::EndpointConfig',
  severity: 'low',
  category: 'resilience',
  profile: 'strict',
  aspect: 'backup-durability',
  peers: { security_hub: ['SageMaker.4'] },
  controls: { 'aws-fsbp': ['SageMaker.4'], 'nist-800-53-r5': ['CP-10', 'SC-5'] },
  why: 'With one instance the endpoint is gone while it is replaced, and when its availability zone fails. Two are placed in two zones.',
  remedy: 'Set InitialInstanceCount to 2 or more.',
  references: ['https://docs.aws.amazon.com/sagemaker/latest/dg/deployment-best-practices.html'],
  check(configuration, report) {
    for (const variant of configuration.get('ProductionVariants').items()) {
      const count = variant.get('InitialInstanceCount');
      if (!count.is(1)) continue;
      report(
        count,
        `${variant.get('VariantName').pattern() ?? 'A variant'} of ${configuration.logicalId} hangs on one instance`,
        {
          fixes: [fix('Start with two instances (replaces the configuration)', 'cost', set(count, 2))],
        },
      );
    }
  },
  examples: [
    {
      bad: template`
        Resources:
          Live:
            Type: AWS::SageMaker::EndpointConfig
            Properties:
              ProductionVariants:
                - VariantName: all
                  InitialInstanceCount: 1
                                      # ^
      `,
      good: template`
        Resources:
          Live:
            Type: AWS::SageMaker::EndpointConfig
            Properties:
              ProductionVariants:
                - VariantName: all
                  InitialInstanceCount: 2
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
          Live:
            Type: AWS::SageMaker::EndpointConfig
            Properties:
              ProductionVariants:
                - VariantName: all
                  InitialInstanceCount: !If [IsProd, 2, 1]
                                                      # ^
      `,
      good: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Live:
            Type: AWS::SageMaker::EndpointConfig
            Properties:
              ProductionVariants:
                - VariantName: all
                  InitialInstanceCount: !If [IsProd, 2, 2]
      `,
    },
    {
      name: 'a serverless variant, and a count that is chosen at deployment',
      silent: template`
        Parameters:
          Count: {Type: Number}
        Resources:
          Live:
            Type: AWS::SageMaker::EndpointConfig
            Properties:
              ProductionVariants:
                - {VariantName: serverless, ServerlessConfig: {MaxConcurrency: 5, MemorySizeInMB: 2048}}
                - {VariantName: chosen, InitialInstanceCount: !Ref Count}
      `,
    },
  ],
});
