import { defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'sagemaker-monitoring-traffic',
  title: 'Containers of a monitoring job talk in the clear',
  on: [
    'AWS::SageMaker::DataQualityJobDefinition',
    'AWS::SageMaker::ModelBiasJobDefinition',
    'AWS::SageMaker::ModelExplainabilityJobDefinition',
    'AWS::SageMaker::ModelQualityJobDefinition',
  ],
  severity: 'low',
  category: 'encryption-in-transit',
  profile: 'strict',
  aspect: 'encryption-in-transit',
  peers: { checkov: ['CKV_AWS_369'] },
  controls: { 'nist-800-53-r5': ['SC-8', 'SC-13'] },
  why: 'As soon as a job runs on several instances, its containers exchange what the endpoint was asked. That is not encrypted by default, and costs some time when it is.',
  remedy: 'Set EnableInterContainerTrafficEncryption to true.',
  references: ['https://docs.aws.amazon.com/sagemaker/latest/dg/train-encrypt.html'],
  check(job, report) {
    const encrypted = job.get('NetworkConfig.EnableInterContainerTrafficEncryption');
    if (!encrypted.isNot(true)) return;
    report(encrypted, `Containers of ${job.logicalId} talk in the clear`, {
      fixes: [fix('Encrypt between containers (replaces the job definition)', 'replacement', set(encrypted, true))],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Watch:
        # ^^^^^
            Type: AWS::SageMaker::DataQualityJobDefinition
            Properties:
              JobDefinitionName: watch
      `,
      good: template`
        Resources:
          Watch:
            Type: AWS::SageMaker::DataQualityJobDefinition
            Properties:
              JobDefinitionName: watch
              NetworkConfig:
                EnableInterContainerTrafficEncryption: true
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
          Watch:
            Type: AWS::SageMaker::ModelBiasJobDefinition
            Properties:
              NetworkConfig:
                EnableInterContainerTrafficEncryption: !If [IsProd, true, false]
                                                                        # ^^^^^
      `,
      good: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Watch:
            Type: AWS::SageMaker::ModelBiasJobDefinition
            Properties:
              NetworkConfig:
                EnableInterContainerTrafficEncryption: !If [IsProd, true, true]
      `,
    },
    {
      name: 'a parameter without default decides',
      silent: template`
        Parameters:
          Encrypted: {Type: String}
        Resources:
          Watch:
            Type: AWS::SageMaker::DataQualityJobDefinition
            Properties: {NetworkConfig: {EnableInterContainerTrafficEncryption: !Ref Encrypted}}
      `,
    },
  ],
});
