import { defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'sagemaker-notebook-imdsv2',
  title: 'Notebook answers metadata requests without a session token',
  on: 'AWS::SageMaker::NotebookInstance',
  severity: 'medium',
  category: 'access-control',
  profile: 'recommended',
  aspect: 'identity-access',
  peers: { checkov: ['CKV_AWS_371'] },
  controls: { 'nist-800-53-r5': ['AC-3', 'AC-6'] },
  why: 'With version 1 of the metadata service one forged request, made by a page or a package in the notebook, reads the credentials of its role. Version 1 is allowed unless the template says otherwise.',
  remedy: 'Set MinimumInstanceMetadataServiceVersion to 2.',
  references: [
    'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_InstanceMetadataServiceConfiguration.html',
  ],
  check(notebook, report) {
    const version = notebook.get('InstanceMetadataServiceConfiguration.MinimumInstanceMetadataServiceVersion');
    if (!version.isNot('2')) return;
    report(version, `${notebook.logicalId} answers metadata requests without a session token`, {
      fixes: [fix('Ask for session tokens', 'behaviour', set(version, '2'))],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Notes:
        # ^^^^^
            Type: AWS::SageMaker::NotebookInstance
            Properties:
              InstanceType: ml.t3.medium
      `,
      good: template`
        Resources:
          Notes:
            Type: AWS::SageMaker::NotebookInstance
            Properties:
              InstanceType: ml.t3.medium
              InstanceMetadataServiceConfiguration:
                MinimumInstanceMetadataServiceVersion: '2'
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
          Notes:
            Type: AWS::SageMaker::NotebookInstance
            Properties:
              InstanceMetadataServiceConfiguration:
                MinimumInstanceMetadataServiceVersion: !If [IsProd, '2', '1']
                                                                       # ^^^
      `,
      good: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Notes:
            Type: AWS::SageMaker::NotebookInstance
            Properties:
              InstanceMetadataServiceConfiguration:
                MinimumInstanceMetadataServiceVersion: !If [IsProd, '2', '2']
      `,
    },
    {
      name: 'a parameter without default decides',
      silent: template`
        Parameters:
          Version: {Type: String}
        Resources:
          Notes:
            Type: AWS::SageMaker::NotebookInstance
            Properties:
              InstanceMetadataServiceConfiguration: {MinimumInstanceMetadataServiceVersion: !Ref Version}
      `,
    },
  ],
});
