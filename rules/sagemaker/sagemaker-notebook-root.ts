import { defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'sagemaker-notebook-root',
  title: 'Users of a notebook are root on its instance',
  on: 'AWS::SageMaker::NotebookInstance',
  severity: 'medium',
  category: 'access-control',
  profile: 'recommended',
  aspect: 'identity-access',
  peers: { security_hub: ['SageMaker.3'] },
  controls: { 'aws-fsbp': ['SageMaker.3'], 'nist-800-53-r5': ['AC-6', 'AC-6(10)'] },
  why: 'A package that runs in a notebook can then change the instance itself: keep a back door, read what others left, switch off what watches it. Root access is on unless the template says otherwise.',
  remedy: 'Set RootAccess to Disabled; lifecycle scripts run as root all the same.',
  references: ['https://docs.aws.amazon.com/sagemaker/latest/dg/nbi-root-access.html'],
  check(notebook, report) {
    const root = notebook.get('RootAccess');
    if (!root.isNot('Disabled')) return;
    report(root, `Users of ${notebook.logicalId} are root on its instance`, {
      fixes: [fix('Take root access away from users', 'behaviour', set(root, 'Disabled'))],
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
              RootAccess: Disabled
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
              RootAccess: !If [IsProd, Disabled, Enabled]
                                               # ^^^^^^^
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
              RootAccess: !If [IsProd, Disabled, Disabled]
      `,
    },
    {
      name: 'a parameter without default decides',
      silent: template`
        Parameters:
          Root: {Type: String}
        Resources:
          Notes:
            Type: AWS::SageMaker::NotebookInstance
            Properties: {RootAccess: !Ref Root}
      `,
    },
  ],
});
