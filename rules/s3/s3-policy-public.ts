import {
  anyAccount,
  BUCKET_POLICY_TYPES,
  bucketPolicyDocument,
  defineRule,
  grants,
  mayLimitCallers,
  narrowPrincipal,
  type Statement,
  statementsOf,
  template,
} from '#kit';

const KICS_BY_ACTION: readonly (readonly [action: RegExp, id: string])[] = [
  [/^(?:\*|s3:\*|s3:delete.*)$/i, 'acc78859'],
  [/^(?:\*|s3:\*|s3:get.*)$/i, 'f97b7d23'],
  [/^(?:\*|s3:\*|s3:list.*)$/i, 'faa8fddf'],
  [/^(?:\*|s3:\*|s3:put.*)$/i, 'f6397a20'],
  [/^(?:\*|s3:\*|s3:restore.*)$/i, '456b00a3'],
];
const PEERS = {
  cfn_nag: ['F16'],
  guard: ['S3_BUCKET_POLICY_NO_WILDCARD_PRINCIPAL'],
  kics: ['7772bb8c'],
};

export default defineRule({
  id: 's3-policy-public',
  title: 'S3 policy lets anyone in',
  on: BUCKET_POLICY_TYPES,
  severity: 'critical',
  category: 'access-control',
  profile: 'essential',
  aspect: 'identity-access',
  peers: { ...PEERS, kics: [...PEERS.kics, ...KICS_BY_ACTION.map(([, id]) => id)] },
  controls: { 'aws-fsbp': ['S3.2', 'S3.3'], 'nist-800-53-r5': ['AC-3', 'AC-6'], 'pci-dss-4': ['1.4.4'] },
  why: 'A statement that allows the principal * without a condition on who is asking opens the bucket to everyone on the internet, with an AWS account or without. A condition on the referer or the user agent is no lock: the caller writes both.',
  remedy:
    'Name the accounts, roles or services that need access, or put CloudFront with origin access control in front of public files.',
  references: [
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html',
  ],
  check(policy, report) {
    for (const statement of statementsOf(bucketPolicyDocument(policy))) {
      const everyone = statement.principals.find(anyAccount);
      if (!everyone || !grants(statement) || mayLimitCallers(statement.condition)) continue;
      report(everyone.value, `${policy.logicalId} lets anyone on the internet ${doing(statement)}`, {
        severity: isReadOnly(statement) ? 'high' : 'critical',
        peers: { ...PEERS, kics: [...PEERS.kics, ...kicsFor(statement)] },
        fixes: narrowPrincipal(statement, everyone),
      });
    }
  },
  examples: [
    {
      bad: template`
        Resources:
          Uploads:
            Type: AWS::S3::BucketPolicy
            Properties:
              Bucket: uploads
              PolicyDocument:
                Statement:
                  - Effect: Allow
                    Principal: '*'
                             # ^^^
                    Action: [s3:GetObject, s3:PutObject]
                    Resource: arn:aws:s3:::uploads/*
      `,
      good: template`
        Resources:
          Uploads:
            Type: AWS::S3::BucketPolicy
            Properties:
              Bucket: uploads
              PolicyDocument:
                Statement:
                  - Effect: Allow
                    Principal:
                      AWS: !Sub 'arn:\${AWS::Partition}:iam::\${AWS::AccountId}:root'
                    Action: [s3:GetObject, s3:PutObject]
                    Resource: arn:aws:s3:::uploads/*
      `,
    },
    {
      name: 'a referer is no proof of who is asking',
      bad: template`
        Resources:
          Images:
            Type: AWS::S3::BucketPolicy
            Properties:
              Bucket: images
              PolicyDocument:
                Statement:
                  Effect: Allow
                  Principal: {AWS: ['*']}
                                  # ^^^
                  Action: s3:GetObject
                  Resource: arn:aws:s3:::images/*
                  Condition:
                    StringLike:
                      aws:Referer: https://example.com/*
      `,
      good: template`
        Resources:
          Images:
            Type: AWS::S3::BucketPolicy
            Properties:
              Bucket: images
              PolicyDocument:
                Statement:
                  Effect: Allow
                  Principal: {AWS: [!Sub 'arn:\${AWS::Partition}:iam::\${AWS::AccountId}:root']}
                  Action: s3:GetObject
                  Resource: arn:aws:s3:::images/*
                  Condition:
                    StringLike:
                      aws:Referer: https://example.com/*
      `,
    },
    {
      name: 'public in development only',
      when: 'IsDev is true',
      bad: template`
        Parameters:
          Env:
            Type: String
        Conditions:
          IsDev: !Equals [!Ref Env, dev]
        Resources:
          Images:
            Type: AWS::S3::BucketPolicy
            Properties:
              Bucket: images
              PolicyDocument:
                Statement:
                  - Effect: Allow
                    Principal:
                      AWS: !If [IsDev, '*', !Ref AWS::AccountId]
                                     # ^^^
                    Action: s3:GetObject
                    Resource: arn:aws:s3:::images/*
      `,
      good: template`
        Parameters:
          Env:
            Type: String
        Conditions:
          IsDev: !Equals [!Ref Env, dev]
        Resources:
          Images:
            Type: AWS::S3::BucketPolicy
            Properties:
              Bucket: images
              PolicyDocument:
                Statement:
                  - Effect: Allow
                    Principal:
                      AWS: !If [IsDev, !Sub 'arn:\${AWS::Partition}:iam::\${AWS::AccountId}:root', !Ref AWS::AccountId]
                    Action: s3:GetObject
                    Resource: arn:aws:s3:::images/*
      `,
    },
    {
      name: 'a condition on who is asking, or on whose behalf, narrows it down',
      silent: template`
        Resources:
          Uploads:
            Type: AWS::S3::BucketPolicy
            Properties:
              Bucket: uploads
              PolicyDocument:
                Statement:
                  - Effect: Allow
                    Principal: '*'
                    Action: s3:GetObject
                    Resource: arn:aws:s3:::uploads/*
                    Condition:
                      StringEquals:
                        aws:SourceVpce: vpce-0123456789abcdef0
      `,
    },
    {
      name: 'a Deny for everyone lets nobody in',
      silent: template`
        Resources:
          Uploads:
            Type: AWS::S3::BucketPolicy
            Properties:
              Bucket: uploads
              PolicyDocument:
                Statement:
                  - Effect: Deny
                    Principal: '*'
                    Action: s3:*
                    Resource: arn:aws:s3:::uploads/*
      `,
    },
    {
      name: 'a principal without default is unknown',
      silent: template`
        Parameters:
          Reader:
            Type: String
        Resources:
          Uploads:
            Type: AWS::S3::BucketPolicy
            Properties:
              Bucket: uploads
              PolicyDocument:
                Statement:
                  - Effect: Allow
                    Principal: {AWS: !Ref Reader}
                    Action: s3:GetObject
                    Resource: arn:aws:s3:::uploads/*
      `,
    },
  ],
});

function doing({ actions }: Statement): string {
  const names = actions.map((action) => action.pattern() ?? 'an action');
  if (names.length === 0) return 'in';
  return names.length > 3
    ? `use ${names.slice(0, 2).join(', ')} and ${names.length - 2} more actions`
    : `use ${names.join(', ')}`;
}

function isReadOnly({ actions }: Statement): boolean {
  return actions.length > 0 && actions.every((action) => action.satisfies((text) => /^s3:(?:Get|List)/i.test(text)));
}

function kicsFor({ actions }: Statement): readonly string[] {
  return KICS_BY_ACTION.filter(([pattern]) =>
    actions.some((action) => action.satisfies((text) => pattern.test(text))),
  ).map(([, id]) => id);
}
