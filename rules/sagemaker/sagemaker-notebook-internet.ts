import { addParameter, defineRule, type Fix, fix, type ResourceView, set, template, type Value } from '#kit';

export default defineRule({
  id: 'sagemaker-notebook-internet',
  title: 'Notebook reaches the internet past your network',
  on: 'AWS::SageMaker::NotebookInstance',
  severity: 'medium',
  category: 'network',
  profile: 'recommended',
  aspect: 'network-exposure',
  peers: {
    guard: ['SAGEMAKER_NOTEBOOK_NO_DIRECT_INTERNET_ACCESS'],
    cdk_nag: [
      'SageMakerNotebookNoDirectInternetAccess',
      'AwsSolutions-SM3',
      'SageMakerNotebookInVPC',
      'AwsSolutions-SM1',
    ],
    kics: ['88d55d94', '9c7028d9'],
    security_hub: ['SageMaker.1', 'SageMaker.2'],
  },
  controls: {
    'aws-fsbp': ['SageMaker.1', 'SageMaker.2'],
    'nist-800-53-r5': ['AC-4', 'SC-7'],
    'pci-dss-4': ['1.4.4'],
  },
  why: 'A notebook holds data to learn from and runs packages that people try out; over an interface of the service it can send both anywhere, past the VPC with its firewalls and flow logs. Direct access is on unless the template says otherwise.',
  remedy: 'Set DirectInternetAccess to Disabled, with a SubnetId and security groups.',
  references: [
    'https://docs.aws.amazon.com/sagemaker/latest/dg/appendix-notebook-and-internet-access.html',
    'https://docs.aws.amazon.com/sagemaker/latest/dg/interface-vpc-endpoint.html',
  ],
  check(notebook, report) {
    const access = notebook.get('DirectInternetAccess');
    if (!access.isNot('Disabled')) return;
    const isInVpc = !notebook.get('SubnetId').isAbsent;
    report(access, `${notebook.logicalId} reaches the internet past your network`, {
      ...(isInVpc ? { peers: PAST_VPC } : {}),
      fixes: () => [isInVpc ? fix(TITLE, 'replacement', set(access, 'Disabled')) : moveToVpc(notebook, access)],
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
        Parameters:
          NotesSubnet:
            Type: AWS::EC2::Subnet::Id
            Description: Private subnet of Notes
          NotesSecurityGroups:
            Type: List<AWS::EC2::SecurityGroup::Id>
            Description: Security groups of Notes
        Resources:
          Notes:
            Type: AWS::SageMaker::NotebookInstance
            Properties:
              InstanceType: ml.t3.medium
              DirectInternetAccess: Disabled
              SubnetId: !Ref NotesSubnet
              SecurityGroupIds: !Ref NotesSecurityGroups
      `,
    },
    {
      name: 'beside a VPC, in development',
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
              SubnetId: !ImportValue Subnet
              DirectInternetAccess: !If [IsProd, Disabled, Enabled]
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
              SubnetId: !ImportValue Subnet
              DirectInternetAccess: !If [IsProd, Disabled, Disabled]
      `,
    },
    {
      name: 'a parameter without default decides',
      silent: template`
        Parameters:
          Access: {Type: String}
        Resources:
          Notes:
            Type: AWS::SageMaker::NotebookInstance
            Properties: {DirectInternetAccess: !Ref Access}
      `,
    },
  ],
});

const TITLE = 'Go through the VPC only (replaces the notebook; the VPC must have endpoints or a NAT gateway)';

/** What is answered where the notebook is in a VPC already. */
const PAST_VPC = {
  guard: ['SAGEMAKER_NOTEBOOK_NO_DIRECT_INTERNET_ACCESS'],
  cdk_nag: ['SageMakerNotebookNoDirectInternetAccess', 'AwsSolutions-SM3'],
  kics: ['88d55d94'],
  security_hub: ['SageMaker.1'],
};

function moveToVpc(notebook: ResourceView, access: Value): Fix | undefined {
  const subnet = `${notebook.logicalId}Subnet`;
  const groups = `${notebook.logicalId}SecurityGroups`;
  return fix(
    `${TITLE}, and ask for it`,
    'replacement',
    addParameter(subnet, { Type: 'AWS::EC2::Subnet::Id', Description: `Private subnet of ${notebook.logicalId}` }),
    addParameter(groups, {
      Type: 'List<AWS::EC2::SecurityGroup::Id>',
      Description: `Security groups of ${notebook.logicalId}`,
    }),
    set(access, 'Disabled'),
    set(notebook.get('SubnetId'), { Ref: subnet }),
    set(notebook.get('SecurityGroupIds'), { Ref: groups }),
  );
}
