import { anyAccount, defineRule, grants, mayLimitCallers, narrowPrincipal, statementsOf, template } from '#kit';

const DOCUMENTS: { readonly [type: string]: string } = {
  'AWS::ECR::Repository': 'RepositoryPolicyText',
  'AWS::ECR::RepositoryCreationTemplate': 'RepositoryPolicy',
  'AWS::ECR::RegistryPolicy': 'PolicyText',
};

export default defineRule({
  id: 'ecr-public-policy',
  title: 'ECR repository is open to anyone',
  on: ['AWS::ECR::Repository', 'AWS::ECR::RegistryPolicy', 'AWS::ECR::RepositoryCreationTemplate'],
  severity: 'critical',
  category: 'access-control',
  profile: 'essential',
  aspect: 'identity-access',
  peers: {
    checkov: ['CKV_AWS_32'],
    trivy: ['AWS-0032'],
    cdk_nag: ['ECROpenAccess', 'AwsSolutions-ECR1'],
    kics: ['75be209d'],
  },
  controls: { 'nist-800-53-r5': ['AC-3', 'AC-6'], 'pci-dss-4': ['7.2.2'] },
  why: 'Images hold code, and often configuration that was not meant to leave. With the principal * every AWS account may pull them, or push what your services run next.',
  remedy: 'Name the accounts or roles that pull and push, or the organization with aws:PrincipalOrgID.',
  references: ['https://docs.aws.amazon.com/AmazonECR/latest/userguide/repository-policies.html'],
  check(repository, report) {
    for (const statement of statementsOf(repository.get(DOCUMENTS[repository.type] ?? 'PolicyText'))) {
      const everyone = statement.principals.find(anyAccount);
      if (!everyone || !grants(statement) || mayLimitCallers(statement.condition)) continue;
      report(everyone.value, `${repository.logicalId} is open to anyone with an AWS account`, {
        fixes: narrowPrincipal(statement, everyone),
      });
    }
  },
  examples: [
    {
      bad: template`
        Resources:
          Images:
            Type: AWS::ECR::Repository
            Properties:
              RepositoryPolicyText:
                Statement:
                  - Effect: Allow
                    Principal: '*'
                             # ^^^
                    Action: [ecr:BatchGetImage, ecr:PutImage]
      `,
      good: template`
        Resources:
          Images:
            Type: AWS::ECR::Repository
            Properties:
              RepositoryPolicyText:
                Statement:
                  - Effect: Allow
                    Principal:
                      AWS: !Sub 'arn:\${AWS::Partition}:iam::\${AWS::AccountId}:root'
                    Action: [ecr:BatchGetImage, ecr:PutImage]
      `,
    },
    {
      when: 'IsShared is true',
      bad: template`
        Parameters:
          Shared:
            Type: String
        Conditions:
          IsShared: !Equals [!Ref Shared, 'yes']
        Resources:
          Images:
            Type: AWS::ECR::Repository
            Properties:
              RepositoryPolicyText:
                Statement:
                  - Effect: Allow
                    Principal:
                      AWS: !If [IsShared, '*', !Ref AWS::AccountId]
                                        # ^^^
                    Action: ecr:BatchGetImage
      `,
      good: template`
        Parameters:
          Shared:
            Type: String
        Conditions:
          IsShared: !Equals [!Ref Shared, 'yes']
        Resources:
          Images:
            Type: AWS::ECR::Repository
            Properties:
              RepositoryPolicyText:
                Statement:
                  - Effect: Allow
                    Principal:
                      AWS: !If [IsShared, !Sub 'arn:\${AWS::Partition}:iam::\${AWS::AccountId}:root', !Ref AWS::AccountId]
                    Action: ecr:BatchGetImage
      `,
    },
    {
      name: 'everyone in the organization',
      silent: template`
        Resources:
          Images:
            Type: AWS::ECR::Repository
            Properties:
              RepositoryPolicyText:
                Statement:
                  - Effect: Allow
                    Principal: '*'
                    Action: ecr:BatchGetImage
                    Condition:
                      StringEquals: {aws:PrincipalOrgID: o-a1b2c3d4e5}
      `,
    },
    {
      name: 'a principal without default is unknown',
      silent: template`
        Parameters:
          Puller:
            Type: String
        Resources:
          Images:
            Type: AWS::ECR::Repository
            Properties:
              RepositoryPolicyText:
                Statement:
                  - Effect: Allow
                    Principal: {AWS: !Ref Puller}
                    Action: ecr:BatchGetImage
      `,
    },
  ],
});
