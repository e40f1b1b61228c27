import { defineRule, everyAction, grants, statementsOf, template } from '#kit';

export default defineRule({
  id: 'sagemaker-notebook-role-trust',
  title: 'Notebook runs with a role that allows more than taking it',
  on: 'AWS::SageMaker::NotebookInstance',
  severity: 'low',
  category: 'access-control',
  profile: 'strict',
  aspect: 'identity-access',
  peers: { checkov: ['CKV2_AWS_68'] },
  controls: { 'nist-800-53-r5': ['AC-6'] },
  why: 'Whoever opens the notebook acts as its role. A trust policy that allows every action lets its principals also tag sessions and set their source identity, so that the trail no longer tells who did what.',
  remedy: 'Let the trust policy of the role allow sts:AssumeRole to sagemaker.amazonaws.com, and nothing else.',
  references: ['https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html'],
  check(notebook, report) {
    const arn = notebook.get('RoleArn');
    const role = arn.target()?.resource;
    if (role?.type !== 'AWS::IAM::Role') return;
    for (const statement of statementsOf(role.get('AssumeRolePolicyDocument'))) {
      const action = grants(statement) ? statement.actions.find(everyAction) : undefined;
      if (!action) continue;
      report(arn, `${notebook.logicalId} runs with ${role.logicalId}, whose trust policy allows every action`, {
        related: [{ at: action, message: 'Every action is allowed here' }],
      });
      return;
    }
  },
  examples: [
    {
      bad: template`
        Resources:
          Lab:
            Type: AWS::SageMaker::NotebookInstance
            Properties:
              InstanceType: ml.t3.medium
              RoleArn: !GetAtt Scientist.Arn
                     # ^^^^^^^^^^^^^^^^^^^^^
          Scientist:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument:
                Statement:
                  - {Effect: Allow, Principal: {Service: sagemaker.amazonaws.com}, Action: '*'}
      `,
    },
    {
      name: 'in development',
      when: 'IsDev is true',
      bad: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsDev: !Equals [!Ref Env, dev]
        Resources:
          Lab:
            Type: AWS::SageMaker::NotebookInstance
            Properties:
              InstanceType: ml.t3.medium
              RoleArn: !GetAtt Scientist.Arn
                     # ^^^^^^^^^^^^^^^^^^^^^
          Scientist:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument:
                Statement:
                  - {Effect: Allow, Principal: {Service: sagemaker.amazonaws.com}, Action: !If [IsDev, '*', 'sts:AssumeRole']}
      `,
    },
    {
      name: 'the action, and the role of another notebook, are parameters without default',
      silent: template`
        Parameters:
          Action: {Type: String}
          Role: {Type: String}
        Resources:
          Lab:
            Type: AWS::SageMaker::NotebookInstance
            Properties:
              InstanceType: ml.t3.medium
              RoleArn: !GetAtt Scientist.Arn
          Other:
            Type: AWS::SageMaker::NotebookInstance
            Properties:
              InstanceType: ml.t3.medium
              RoleArn: !Ref Role
          Scientist:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument:
                Statement:
                  - {Effect: Allow, Principal: {Service: sagemaker.amazonaws.com}, Action: !Ref Action}
      `,
    },
  ],
});
