import { defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'ecr-immutable-tags',
  title: 'ECR repository lets tags be moved',
  on: ['AWS::ECR::Repository', 'AWS::ECR::RepositoryCreationTemplate'],
  severity: 'medium',
  category: 'configuration',
  profile: 'recommended',
  aspect: 'platform-patching',
  peers: { checkov: ['CKV_AWS_51'], trivy: ['AWS-0031'], kics: ['33f41d31'], security_hub: ['ECR.2'] },
  controls: { 'aws-fsbp': ['ECR.2'], 'nist-800-53-r5': ['CM-2', 'CM-8'] },
  why: 'With mutable tags the image that was reviewed and the image that runs tomorrow can carry the same tag: whoever may push can replace what is deployed.',
  remedy: 'Set ImageTagMutability to IMMUTABLE, and give each build a tag of its own.',
  references: ['https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-tag-mutability.html'],
  check(repository, report) {
    const mutability = repository.get('ImageTagMutability');
    if (!mutability.isNot('IMMUTABLE', 'IMMUTABLE_WITH_EXCLUSION')) return;
    report(mutability, `${repository.logicalId} lets a tag be moved to another image`, {
      fixes: [
        fix('Make tags immutable (a push to a tag that exists fails)', 'behaviour', set(mutability, 'IMMUTABLE')),
      ],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Images:
        # ^^^^^^
            Type: AWS::ECR::Repository
            Properties:
              RepositoryName: orders
      `,
      good: template`
        Resources:
          Images:
            Type: AWS::ECR::Repository
            Properties:
              RepositoryName: orders
              ImageTagMutability: IMMUTABLE
      `,
    },
    {
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env:
            Type: String
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Images:
            Type: AWS::ECR::Repository
            Properties:
              ImageTagMutability: !If [IsProd, IMMUTABLE, MUTABLE]
                                                        # ^^^^^^^
      `,
      good: template`
        Parameters:
          Env:
            Type: String
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Images:
            Type: AWS::ECR::Repository
            Properties:
              ImageTagMutability: !If [IsProd, IMMUTABLE, IMMUTABLE]
      `,
    },
    {
      name: 'a mutability without default is unknown',
      silent: template`
        Parameters:
          Tags:
            Type: String
        Resources:
          Images:
            Type: AWS::ECR::Repository
            Properties:
              ImageTagMutability: !Ref Tags
      `,
    },
  ],
});
