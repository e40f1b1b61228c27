import type { ServiceKnowledge } from '../types.ts';

export const cloudfront: ServiceKnowledge = {
  id: 'cloudfront',
  name: 'Amazon CloudFront',
  class: 'abstracted',
  types: ['AWS::CloudFront::'],
  summary: 'Content delivery from edge locations close to the viewers.',
  link: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/security.html',
  aspects: {
    'identity-access': {
      who: 'shared',
      sentence:
        'AWS authenticates every control request and takes it over TLS only; signed URLs or cookies for viewers are yours to require.',
      notes: [
        'Private content has two parts: how the edge delivers to viewers on the internet, and how the edge reads objects in S3.',
        'Signed URLs and signed cookies, checked against your public key, decide who may download from edge locations.',
      ],
      properties: {
        'AWS::CloudFront::Distribution': [
          'DistributionConfig.DefaultCacheBehavior.TrustedKeyGroups',
          'DistributionConfig.CacheBehaviors[].TrustedKeyGroups',
        ],
        'AWS::CloudFront::KeyGroup': ['KeyGroupConfig'],
        'AWS::CloudFront::PublicKey': ['PublicKeyConfig'],
      },
      link: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/PrivateContent.html',
      since: "Trusted key groups replaced the account's root CloudFront key pairs in 2020.",
    },
    'network-exposure': {
      who: 'you',
      sentence:
        'You let only CloudFront read the origin, by origin access control on the bucket, and put a web ACL in front.',
      notes: [
        "An origin access control signs CloudFront's requests to S3, and the bucket policy admits only that distribution.",
      ],
      properties: {
        'AWS::CloudFront::Distribution': [
          'DistributionConfig.Origins[].OriginAccessControlId',
          'DistributionConfig.WebACLId',
          'DistributionConfig.DefaultRootObject',
          'DistributionConfig.Restrictions',
        ],
        'AWS::CloudFront::OriginAccessControl': ['OriginAccessControlConfig.SigningBehavior'],
      },
      link: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html',
      since:
        'Origin access control replaced origin access identities (OAI) in 2022; OAI cannot read SSE-KMS objects or newer Regions.',
    },
    'encryption-at-rest': {
      who: 'shared',
      sentence: 'AWS encrypts edge caches; field-level encryption, for single form fields, is yours to set up.',
      properties: {
        'AWS::CloudFront::Distribution': ['DistributionConfig.DefaultCacheBehavior.FieldLevelEncryptionId'],
      },
    },
    'encryption-in-transit': {
      who: 'shared',
      sentence:
        'AWS ends TLS at the edge; you redirect viewers to HTTPS, demand TLS 1.2 and encrypt the way to the origin.',
      properties: {
        'AWS::CloudFront::Distribution': [
          'DistributionConfig.ViewerCertificate.MinimumProtocolVersion',
          'DistributionConfig.DefaultCacheBehavior.ViewerProtocolPolicy',
          'DistributionConfig.Origins[].CustomOriginConfig.OriginProtocolPolicy',
          'DistributionConfig.Origins[].CustomOriginConfig.OriginSSLProtocols',
        ],
      },
      since: 'Where SSL was the word, viewers now connect by TLS, and SSLv3 remains as a value nobody should choose.',
    },
    'keys-secrets': {
      who: 'shared',
      sentence: 'AWS renews ACM certificates; the private keys that sign URLs are in your hands.',
      properties: {
        'AWS::CloudFront::Distribution': ['DistributionConfig.ViewerCertificate.AcmCertificateArn'],
      },
    },
    'logging-monitoring': {
      who: 'you',
      sentence: 'You turn on standard or real-time logs of viewer requests; CloudFront keeps none by itself.',
      properties: {
        'AWS::CloudFront::Distribution': ['DistributionConfig.Logging'],
        'AWS::CloudFront::RealtimeLogConfig': ['EndPoints'],
      },
    },
    'backup-durability': {
      who: 'shared',
      sentence:
        'Durability at edge locations is not guaranteed: you keep the originals at the origin, and may name a second one.',
      properties: {
        'AWS::CloudFront::Distribution': ['DistributionConfig.OriginGroups'],
      },
    },
  },
  overrides: {
    'AWS::CloudFront::CloudFrontOriginAccessIdentity': {
      'network-exposure': {
        who: 'you',
        sentence:
          'You should replace this identity by an origin access control, which signs with SigV4 and reads SSE-KMS objects.',
      },
    },
    'AWS::CloudFront::OriginAccessControl': {
      'network-exposure': {
        who: 'you',
        sentence:
          "You let CloudFront always sign its requests, and admit only this distribution in the origin's policy.",
        properties: {
          'AWS::CloudFront::OriginAccessControl': [
            'OriginAccessControlConfig.SigningBehavior',
            'OriginAccessControlConfig.SigningProtocol',
          ],
        },
      },
    },
    'AWS::CloudFront::ResponseHeadersPolicy': {
      'encryption-in-transit': {
        who: 'you',
        sentence: 'You tell browsers by strict transport security to come back over HTTPS alone.',
        properties: {
          'AWS::CloudFront::ResponseHeadersPolicy': ['ResponseHeadersPolicyConfig.SecurityHeadersConfig'],
        },
      },
    },
  },
  carries: {
    'AWS::CloudFront::CloudFrontOriginAccessIdentity': ['network-exposure'],
    'AWS::CloudFront::OriginAccessControl': ['network-exposure'],
    'AWS::CloudFront::CachePolicy': ['network-exposure'],
    'AWS::CloudFront::OriginRequestPolicy': ['network-exposure'],
    'AWS::CloudFront::ResponseHeadersPolicy': ['network-exposure', 'encryption-in-transit'],
    'AWS::CloudFront::KeyGroup': ['identity-access', 'keys-secrets'],
    'AWS::CloudFront::PublicKey': ['identity-access', 'keys-secrets'],
  },
};
