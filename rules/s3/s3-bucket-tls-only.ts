import {
  addResource,
  append,
  associatedWith,
  bucketArns,
  bucketPolicyBody,
  defineRule,
  denyPlainHttp,
  type Fragment,
  fix,
  mayDenyPlainHttp,
  type ResourceView,
  resourcesReferring,
  type Statement,
  statementsOf,
  template,
  type Value,
} from '#kit';

const PEERS = {
  guard: ['S3_BUCKET_SSL_REQUESTS_ONLY'],
  cdk_nag: ['S3BucketSSLRequestsOnly', 'AwsSolutions-S10'],
  kics: ['38c64e76'],
  security_hub: ['S3.5'],
};

export default defineRule({
  id: 's3-bucket-tls-only',
  title: 'S3 bucket accepts plain HTTP',
  on: ['AWS::S3::Bucket', 'AWS::S3::BucketPolicy'],
  severity: 'medium',
  category: 'encryption-in-transit',
  profile: 'recommended',
  aspect: 'encryption-in-transit',
  peers: { ...PEERS, cfn_nag: ['W51'], kics: ['38c64e76', '37fa8188'] },
  controls: {
    'aws-fsbp': ['S3.5'],
    'cis-aws-3': ['2.1.1'],
    'nist-800-53-r5': ['SC-8', 'SC-13', 'SC-23'],
    'pci-dss-4': ['4.2.1'],
  },
  why: 'S3 answers on port 80 too: a client with an http:// endpoint sends objects and signed requests in the clear. Only a Deny on aws:SecureTransport in the bucket’s policy turns it away.',
  remedy: 'Deny every action on the bucket and its objects when aws:SecureTransport is false.',
  references: [
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html',
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/amazon-s3-policy-keys.html',
  ],
  check(resource, report) {
    if (resource.type === 'AWS::S3::BucketPolicy') {
      const statements = resource.get('PolicyDocument.Statement');
      if (statements.isUnknown || statements.isOpen || statements.items().some((item) => !item.isMap)) return;
      const given = statementsOf(resource.get('PolicyDocument'));
      if (given.some(isFence)) return;
      const arns = arnsOf(resource.get('Bucket'));
      report(statements, `${resource.logicalId} does not turn away plain HTTP`, {
        // Guard does not ask which resources a Deny is for.
        peers: given.some((statement) => mayDenyPlainHttp(statement, 's3')) ? { ...PEERS, guard: [] } : PEERS,
        fixes: [arns && fix('Deny requests without TLS', 'behaviour', append(statements, denyPlainHttp(...arns)))],
      });
      return;
    }
    if (resource.template.isOpen || mayHavePolicy(resource)) return;
    const { logicalId } = resource;
    const policy = bucketPolicyBody(resource, logicalId, [denyPlainHttp(...bucketArns(logicalId))]);
    report(resource, `${logicalId} has no policy that turns away plain HTTP`, {
      // Guard looks at policies alone.
      peers: { ...PEERS, guard: [], cfn_nag: ['W51'], kics: ['38c64e76', '37fa8188'] },
      fixes: () => [
        // A bucket has one policy: another one must not meet it in another world.
        namesBucket(resource, resource.template.declared('AWS::S3::BucketPolicy'))
          ? undefined
          : fix(
              'Add a policy that denies requests without TLS',
              'behaviour',
              addResource(`${logicalId}Policy`, policy, resource),
            ),
      ],
    });
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
          DataPolicy:
            Type: AWS::S3::BucketPolicy
            Properties:
              Bucket: !Ref Data
              PolicyDocument:
                Version: '2012-10-17'
                Statement:
                  - Sid: DenyPlainHttp
                    Effect: Deny
                    Principal: '*'
                    Action: s3:*
                    Resource:
                      - !GetAtt Data.Arn
                      - !Sub '\${Data.Arn}/*'
                    Condition:
                      Bool:
                        aws:SecureTransport: false
      `,
    },
    {
      name: 'a policy that is there is extended',
      bad: template`
        Resources:
          Data:
            Type: AWS::S3::Bucket
          Readers:
            Type: AWS::S3::BucketPolicy
            Properties:
              Bucket: !Ref Data
              PolicyDocument:
                Version: '2012-10-17'
                Statement:
              # ^^^^^^^^^
                  - Effect: Allow
                    Principal:
                      AWS: arn:aws:iam::111122223333:root
                    Action: s3:GetObject
                    Resource: !Sub \${Data.Arn}/*
      `,
      good: template`
        Resources:
          Data:
            Type: AWS::S3::Bucket
          Readers:
            Type: AWS::S3::BucketPolicy
            Properties:
              Bucket: !Ref Data
              PolicyDocument:
                Version: '2012-10-17'
                Statement:
                  - Effect: Allow
                    Principal:
                      AWS: arn:aws:iam::111122223333:root
                    Action: s3:GetObject
                    Resource: !Sub \${Data.Arn}/*
                  - Sid: DenyPlainHttp
                    Effect: Deny
                    Principal: '*'
                    Action: s3:*
                    Resource:
                      - !GetAtt Data.Arn
                      - !Sub '\${Data.Arn}/*'
                    Condition:
                      Bool:
                        aws:SecureTransport: false
      `,
    },
    {
      name: 'a bucket that only some stacks have gets its policy in those',
      bad: template`
        Parameters:
          Env:
            Type: String
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Data:
        # ^^^^
            Type: AWS::S3::Bucket
            Condition: IsProd
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
            Condition: IsProd
          DataPolicy:
            Type: AWS::S3::BucketPolicy
            Condition: IsProd
            Properties:
              Bucket: !Ref Data
              PolicyDocument:
                Version: '2012-10-17'
                Statement:
                  - Sid: DenyPlainHttp
                    Effect: Deny
                    Principal: '*'
                    Action: s3:*
                    Resource:
                      - !GetAtt Data.Arn
                      - !Sub '\${Data.Arn}/*'
                    Condition:
                      Bool:
                        aws:SecureTransport: false
      `,
    },
    {
      name: 'a lone statement becomes the first of a list',
      bad: template`
        Resources:
          Readers:
            Type: AWS::S3::BucketPolicy
            Properties:
              Bucket: data
              PolicyDocument:
                Statement:
              # ^^^^^^^^^
                  Effect: Allow
                  Principal: {AWS: 'arn:aws:iam::111122223333:root'}
                  Action: s3:GetObject
                  Resource: arn:aws:s3:::data/*
      `,
      good: template`
        Resources:
          Readers:
            Type: AWS::S3::BucketPolicy
            Properties:
              Bucket: data
              PolicyDocument:
                Statement:
                  - Effect: Allow
                    Principal: {AWS: 'arn:aws:iam::111122223333:root'}
                    Action: s3:GetObject
                    Resource: arn:aws:s3:::data/*
                  - Sid: DenyPlainHttp
                    Effect: Deny
                    Principal: '*'
                    Action: s3:*
                    Resource:
                      - !Sub 'arn:\${AWS::Partition}:s3:::data'
                      - !Sub 'arn:\${AWS::Partition}:s3:::data/*'
                    Condition:
                      Bool:
                        aws:SecureTransport: false
      `,
    },
    {
      name: 'a Deny for the objects alone leaves the list of their names in the clear',
      bad: template`
        Resources:
          Readers:
            Type: AWS::S3::BucketPolicy
            Properties:
              Bucket: data
              PolicyDocument:
                Statement:
              # ^^^^^^^^^
                  - Effect: Deny
                    Principal: '*'
                    Action: s3:*
                    Resource: arn:aws:s3:::data/*
                    Condition:
                      Bool:
                        aws:SecureTransport: false
      `,
    },
    {
      name: 'the policy is there in production only',
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env:
            Type: String
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Data:
        # ^^^^
            Type: AWS::S3::Bucket
          TlsOnly:
            Type: AWS::S3::BucketPolicy
            Condition: IsProd
            Properties:
              Bucket: !Ref Data
              PolicyDocument:
                Statement:
                  - Effect: Deny
                    Principal: {AWS: '*'}
                    Action: '*'
                    Resource: [!GetAtt Data.Arn, !Sub '\${Data.Arn}/*']
                    Condition: {BoolIfExists: {AWS:SecureTransport: 'false'}}
      `,
    },
    {
      name: 'a policy whose statements are unknown may turn HTTP away',
      silent: template`
        Parameters:
          Statements:
            Type: CommaDelimitedList
        Resources:
          Data:
            Type: AWS::S3::Bucket
          Policy:
            Type: AWS::S3::BucketPolicy
            Properties:
              Bucket: !Ref Data
              PolicyDocument:
                Statement: !Ref Statements
      `,
    },
    {
      name: 'a condition whose value is unknown may turn HTTP away',
      silent: template`
        Parameters:
          Secure:
            Type: String
        Resources:
          Policy:
            Type: AWS::S3::BucketPolicy
            Properties:
              Bucket: data
              PolicyDocument:
                Statement:
                  - Effect: Deny
                    Principal: '*'
                    Action: s3:*
                    Resource: '*'
                    Condition: {Bool: {aws:SecureTransport: !Ref Secure}}
      `,
    },
    {
      name: 'a policy for a bucket that is not named may be the one',
      silent: template`
        Parameters:
          Name:
            Type: String
        Resources:
          Data:
            Type: AWS::S3::Bucket
          Policy:
            Type: AWS::S3::BucketPolicy
            Properties:
              Bucket: !Ref Name
              PolicyDocument:
                Statement:
                  - Effect: Deny
                    Principal: '*'
                    Action: s3:*
                    Resource: !Sub arn:aws:s3:::\${Name}*
                    Condition:
                      Bool:
                        aws:SecureTransport: 'false'
      `,
    },
  ],
});

/** A policy names this bucket, or a bucket that the template does not tell. */
function mayHavePolicy(bucket: ResourceView): boolean {
  if (resourcesReferring(bucket, 'AWS::S3::BucketPolicy', 'Bucket', 'BucketName').length > 0) return true;
  return bucket.template
    .resources('AWS::S3::BucketPolicy')
    .some((policy) => policy.get('Bucket').isUnknown && !policy.get('Bucket').target());
}

function namesBucket(bucket: ResourceView, policies: readonly ResourceView[]): boolean {
  return policies.some((policy) => associatedWith(policy.get('Bucket'), bucket, 'BucketName'));
}

/** Its action may be all of S3, its resources the bucket and all of its objects. */
function isFence(statement: Statement): boolean {
  const { resources } = statement;
  return mayDenyPlainHttp(statement, 's3') && resources.some(mayCoverObjects) && resources.some(mayCoverBucket);
}

function mayCoverObjects(resource: Value): boolean {
  return isBlank(resource) || (resource.pattern()?.endsWith('*') ?? true);
}

function mayCoverBucket(resource: Value): boolean {
  return isBlank(resource) || !(resource.pattern()?.endsWith('/*') ?? false);
}

/** Unknown as a whole, so that it may be any ARN. */
function isBlank(resource: Value): boolean {
  return resource.isUnknown && resource.targets().length === 0 && /^\$\{[^}]*\}$/.test(resource.pattern() ?? '');
}

/** The ARNs of the bucket a policy names, and of its objects; undefined where the template does not say its name. */
function arnsOf(bucket: Value): readonly [bucket: Fragment, objects: Fragment] | undefined {
  const target = bucket.target();
  if (target?.resource.type === 'AWS::S3::Bucket') return bucketArns(target.resource.logicalId);
  const name = bucket.parameter === undefined ? bucket.text() : `\${${bucket.parameter}}`;
  if (name === undefined) return undefined;
  const arn = `arn:\${AWS::Partition}:s3:::${name}`;
  return [{ 'Fn::Sub': arn }, { 'Fn::Sub': `${arn}/*` }];
}
