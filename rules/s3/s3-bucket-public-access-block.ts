import {
  anyAccount,
  defineRule,
  fix,
  grants,
  mayLimitCallers,
  type ResourceView,
  remove,
  resourcesReferring,
  set,
  statementsOf,
  template,
} from '#kit';

const SWITCHES = ['BlockPublicAcls', 'BlockPublicPolicy', 'IgnorePublicAcls', 'RestrictPublicBuckets'] as const;

const PEERS = {
  BlockPublicAcls: { checkov: 'CKV_AWS_53', trivy: 'AWS-0086', kics: '48f100d9' },
  BlockPublicPolicy: { checkov: 'CKV_AWS_54', trivy: 'AWS-0087', kics: '860ba89b' },
  IgnorePublicAcls: { checkov: 'CKV_AWS_55', trivy: 'AWS-0091', kics: '6c8d51af' },
  RestrictPublicBuckets: { checkov: 'CKV_AWS_56', trivy: 'AWS-0093', kics: '350cd468' },
} as const;

const GUARD = [
  'S3_BUCKET_LEVEL_PUBLIC_ACCESS_PROHIBITED',
  'S3_BUCKET_PUBLIC_READ_PROHIBITED',
  'S3_BUCKET_PUBLIC_WRITE_PROHIBITED',
];
const CDK_NAG = [
  'S3BucketLevelPublicAccessProhibited',
  'S3BucketPublicReadProhibited',
  'S3BucketPublicWriteProhibited',
  'AwsSolutions-S2',
];

export default defineRule({
  id: 's3-bucket-public-access-block',
  title: 'S3 bucket does not block public access',
  on: 'AWS::S3::Bucket',
  severity: 'high',
  category: 'access-control',
  profile: 'recommended',
  aspect: 'network-exposure',
  peers: {
    checkov: SWITCHES.map((name) => PEERS[name].checkov),
    guard: GUARD,
    trivy: [...SWITCHES.map((name) => PEERS[name].trivy), 'AWS-0094'],
    cdk_nag: CDK_NAG,
    kics: SWITCHES.map((name) => PEERS[name].kics),
    security_hub: ['S3.2', 'S3.3', 'S3.8'],
  },
  controls: {
    'aws-fsbp': ['S3.2', 'S3.3', 'S3.8'],
    'cis-aws-3': ['2.1.4'],
    'nist-800-53-r5': ['AC-3', 'AC-6', 'SC-7'],
  },
  why: 'With all four switches on, no ACL and no bucket policy can make the bucket public, whoever writes it and however wrong. S3 turns them on for buckets made since April 2023, but older buckets, and a block with a switch left out, are open to the next mistake.',
  remedy: 'Set all four switches of PublicAccessBlockConfiguration to true.',
  references: [
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-s3-bucket-publicaccessblockconfiguration.html',
  ],
  check(bucket, report) {
    const block = bucket.get('PublicAccessBlockConfiguration');
    const open = SWITCHES.filter((name) => block.get(name).isNot(true));
    const [first] = open;
    if (!first) return;
    const culprit = open.find((name) => block.get(name).isGiven) ?? first;
    const isWhole = open.length === SWITCHES.length;
    const acl = bucket.get('AccessControl');
    const isOpen = acl.is('PublicRead', 'PublicReadWrite');
    const safety = block.isGiven || isOpen || bucket.get('WebsiteConfiguration').isGiven ? 'behaviour' : 'safe';
    const intents = block.isAbsent
      ? [set(block, Object.fromEntries(SWITCHES.map((name) => [name, true])))]
      : open.map((name) => set(block.get(name), true));
    report(
      block.isAbsent ? block : block.get(culprit),
      `${bucket.logicalId} ${block.isAbsent ? 'does not say that it blocks' : 'does not block'} public access${isWhole ? '' : `: ${list(open)} not on`}`,
      {
        // New buckets block public access even where the template says nothing; what it says itself holds for all.
        severity: block.isAbsent ? 'medium' : 'high',
        peers: {
          checkov: open.map((name) => PEERS[name].checkov),
          guard: GUARD,
          trivy: [...open.map((name) => PEERS[name].trivy), ...(block.isAbsent ? ['AWS-0094'] : [])],
          cdk_nag: CDK_NAG,
          kics: open.map((name) => PEERS[name].kics),
          security_hub: ['S3.2', 'S3.3', 'S3.8'],
        },
        fixes: () => [
          // S3 refuses a public policy or ACL of a bucket that blocks them, and the deployment fails.
          hasPublicPolicy(bucket)
            ? undefined
            : fix('Block all public access', safety, ...intents, ...(isOpen ? [remove(acl)] : [])),
        ],
      },
    );
  },
  examples: [
    {
      bad: template`
        Resources:
          Data:
        # ^^^^
            Type: AWS::S3::Bucket
      `,
      good: template`
        Resources:
          Data:
            Type: AWS::S3::Bucket
            Properties:
              PublicAccessBlockConfiguration:
                BlockPublicAcls: true
                BlockPublicPolicy: true
                IgnorePublicAcls: true
                RestrictPublicBuckets: true
      `,
    },
    {
      name: 'a switch that is left out of the block is off',
      bad: template`
        Resources:
          Data:
            Type: AWS::S3::Bucket
            Properties:
              PublicAccessBlockConfiguration:
                BlockPublicAcls: true
                BlockPublicPolicy: false # the site is public
                                 # ^^^^^
                RestrictPublicBuckets: true
      `,
      good: template`
        Resources:
          Data:
            Type: AWS::S3::Bucket
            Properties:
              PublicAccessBlockConfiguration:
                BlockPublicAcls: true
                BlockPublicPolicy: true # the site is public
                RestrictPublicBuckets: true
                IgnorePublicAcls: true
      `,
    },
    {
      name: 'a public ACL goes with it, for S3 would refuse it',
      bad: template`
        Resources:
          Site:
        # ^^^^
            Type: AWS::S3::Bucket
            Properties:
              AccessControl: PublicRead
      `,
      good: template`
        Resources:
          Site:
            Type: AWS::S3::Bucket
            Properties:
              PublicAccessBlockConfiguration:
                BlockPublicAcls: true
                BlockPublicPolicy: true
                IgnorePublicAcls: true
                RestrictPublicBuckets: true
      `,
    },
    {
      name: 'only the environment that leaves it open is flagged',
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env:
            Type: String
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Data:
            Type: AWS::S3::Bucket
            Properties:
              PublicAccessBlockConfiguration:
                BlockPublicAcls: true
                BlockPublicPolicy: true
                IgnorePublicAcls: true
                RestrictPublicBuckets: !If [IsProd, true, false]
                                                        # ^^^^^
      `,
      good: template`
        Parameters:
          Env:
            Type: String
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Data:
            Type: AWS::S3::Bucket
            Properties:
              PublicAccessBlockConfiguration:
                BlockPublicAcls: true
                BlockPublicPolicy: true
                IgnorePublicAcls: true
                RestrictPublicBuckets: !If [IsProd, true, true]
      `,
    },
    {
      name: 'a switch that another stack exports is unknown',
      silent: template`
        Resources:
          Data:
            Type: AWS::S3::Bucket
            Properties:
              PublicAccessBlockConfiguration:
                BlockPublicAcls: true
                BlockPublicPolicy: !ImportValue Policy
                IgnorePublicAcls: true
                RestrictPublicBuckets: true
      `,
    },
  ],
});

function list(names: readonly string[]): string {
  return names.length === 1 ? `${names[0]} is` : `${names.slice(0, -1).join(', ')} and ${names.at(-1)} are`;
}

function hasPublicPolicy(bucket: ResourceView): boolean {
  return resourcesReferring(bucket, 'AWS::S3::BucketPolicy', 'Bucket', 'BucketName')
    .flatMap((policy) => statementsOf(policy.get('PolicyDocument')))
    .some(
      (statement) =>
        grants(statement) && statement.principals.some(anyAccount) && !mayLimitCallers(statement.condition),
    );
}
