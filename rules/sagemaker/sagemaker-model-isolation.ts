import { defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'sagemaker-model-isolation',
  title: 'Container of a model may call out',
  on: 'AWS::SageMaker::Model',
  severity: 'low',
  category: 'network',
  profile: 'strict',
  aspect: 'network-exposure',
  peers: { checkov: ['CKV_AWS_370'], security_hub: ['SageMaker.5'] },
  controls: { 'aws-fsbp': ['SageMaker.5'], 'nist-800-53-r5': ['AC-4', 'SC-7'] },
  why: 'Code inside a model container, its libraries and a model file that somebody else made included, could send requests and answers elsewhere. SageMaker loads model files itself, so most models need no network.',
  remedy: 'Set EnableNetworkIsolation to true.',
  references: ['https://docs.aws.amazon.com/sagemaker/latest/dg/mkt-algo-model-internet-free.html'],
  check(model, report) {
    const isolated = model.get('EnableNetworkIsolation');
    if (!isolated.isNot(true)) return;
    report(isolated, `The container of ${model.logicalId} may call out`, {
      fixes: [
        fix('Isolate the container (replaces the model; it can call nothing)', 'replacement', set(isolated, true)),
      ],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Score:
        # ^^^^^
            Type: AWS::SageMaker::Model
            Properties:
              ExecutionRoleArn: !ImportValue Role
      `,
      good: template`
        Resources:
          Score:
            Type: AWS::SageMaker::Model
            Properties:
              ExecutionRoleArn: !ImportValue Role
              EnableNetworkIsolation: true
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
          Score:
            Type: AWS::SageMaker::Model
            Properties:
              EnableNetworkIsolation: !If [IsProd, true, false]
                                                       # ^^^^^
      `,
      good: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Score:
            Type: AWS::SageMaker::Model
            Properties:
              EnableNetworkIsolation: !If [IsProd, true, true]
      `,
    },
    {
      name: 'a parameter without default decides',
      silent: template`
        Parameters:
          Isolated: {Type: String}
        Resources:
          Score:
            Type: AWS::SageMaker::Model
            Properties: {EnableNetworkIsolation: !Ref Isolated}
      `,
    },
  ],
});
