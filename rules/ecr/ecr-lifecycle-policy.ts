import { defineRule, fix, set, template } from '#kit';

/** Images without a tag are what a push left behind; nothing that is deployed by tag refers to them. */
const EXPIRE_UNTAGGED = JSON.stringify({
  rules: [
    {
      rulePriority: 1,
      description: 'Expire images without a tag',
      selection: { tagStatus: 'untagged', countType: 'sinceImagePushed', countUnit: 'days', countNumber: 14 },
      action: { type: 'expire' },
    },
  ],
});

export default defineRule({
  id: 'ecr-lifecycle-policy',
  title: 'ECR repository keeps every image for ever',
  on: 'AWS::ECR::Repository',
  severity: 'low',
  category: 'organisation',
  profile: 'strict',
  aspect: 'platform-patching',
  peers: { security_hub: ['ECR.3'] },
  controls: { 'aws-fsbp': ['ECR.3'], 'nist-800-53-r5': ['CM-2'] },
  why: 'Old images are billed, and each one is a version with known holes that can be deployed by mistake.',
  remedy: 'Add a lifecycle policy that expires images without tags, and old ones.',
  references: ['https://docs.aws.amazon.com/AmazonECR/latest/userguide/LifecyclePolicies.html'],
  check(repository, report) {
    const policy = repository.get('LifecyclePolicy.LifecyclePolicyText');
    if (!policy.isAbsent) return;
    report(policy, `${repository.logicalId} keeps every image for ever`, {
      fixes: [fix('Expire images without a tag after two weeks', 'behaviour', set(policy, EXPIRE_UNTAGGED))],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Images:
        # ^^^^^^
            Type: AWS::ECR::Repository
      `,
      good: template`
        Resources:
          Images:
            Type: AWS::ECR::Repository
            Properties:
              LifecyclePolicy:
                LifecyclePolicyText: '{"rules":[{"rulePriority":1,"description":"Expire images without a tag","selection":{"tagStatus":"untagged","countType":"sinceImagePushed","countUnit":"days","countNumber":14},"action":{"type":"expire"}}]}'
      `,
    },
    {
      when: 'HasPolicy is false',
      bad: template`
        Parameters:
          Policy:
            Type: String
        Conditions:
          HasPolicy: !Not [!Equals [!Ref Policy, '']]
        Resources:
          Images:
            Type: AWS::ECR::Repository
            Properties:
              LifecyclePolicy: !If [HasPolicy, {LifecyclePolicyText: !Ref Policy}, !Ref AWS::NoValue]
            # ^^^^^^^^^^^^^^^
      `,
    },
    {
      name: 'a policy without default is unknown',
      silent: template`
        Parameters:
          Policy:
            Type: String
        Resources:
          Images:
            Type: AWS::ECR::Repository
            Properties:
              LifecyclePolicy:
                LifecyclePolicyText: !Ref Policy
      `,
    },
  ],
});
