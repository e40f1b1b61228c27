import type { ServiceKnowledge } from '../types.ts';

export const elb: ServiceKnowledge = {
  id: 'elb',
  name: 'Elastic Load Balancing',
  class: 'abstracted',
  types: ['AWS::ElasticLoadBalancing::', 'AWS::ElasticLoadBalancingV2::'],
  summary: 'Application, Network, Gateway and Classic Load Balancers in front of your targets.',
  link: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/security.html',
  aspects: {
    'os-patching': {
      who: 'aws',
      sentence: 'AWS runs, scales and patches the load balancer nodes; your targets remain yours.',
    },
    'identity-access': {
      who: 'you',
      sentence:
        'You decide who may change listeners and certificates, and may ask clients to sign in (OIDC, Cognito) or show a certificate.',
      properties: {
        'AWS::ElasticLoadBalancingV2::Listener': [
          'DefaultActions[].AuthenticateOidcConfig',
          'DefaultActions[].AuthenticateCognitoConfig',
          'MutualAuthentication',
        ],
      },
    },
    'network-exposure': {
      who: 'you',
      sentence:
        'You choose internal or internet-facing, and the security groups of the load balancer: the single point of contact for clients.',
      notes: [
        'One point of contact is the first line of defense against attacks on your network; a web ACL makes it stronger.',
        'In a VPC you create and manage security groups for the load balancer, for further control of its network.',
      ],
      properties: {
        'AWS::ElasticLoadBalancingV2::LoadBalancer': ['Scheme', 'SecurityGroups', 'Subnets', 'LoadBalancerAttributes'],
        'AWS::ElasticLoadBalancing::LoadBalancer': ['Scheme', 'SecurityGroups'],
      },
    },
    'encryption-at-rest': {
      who: 'shared',
      sentence:
        "AWS encrypts the certificate's private key; access logs are encrypted by the S3 bucket you send them to.",
    },
    'encryption-in-transit': {
      who: 'shared',
      sentence:
        'AWS takes over encryption and decryption from your instances; you give listeners HTTPS or TLS and a policy of TLS 1.2 or later.',
      notes: [
        'End-to-end encryption goes on with TLS from the load balancer to the targets.',
        'The TLS server certificate is managed centrally on the load balancer instead of on every instance.',
      ],
      properties: {
        'AWS::ElasticLoadBalancingV2::Listener': ['Protocol', 'SslPolicy', 'Certificates'],
        'AWS::ElasticLoadBalancingV2::TargetGroup': ['Protocol'],
        'AWS::ElasticLoadBalancing::LoadBalancer': ['Listeners'],
      },
      link: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html',
      since:
        'TLS took over from SSL, though policies and properties keep its name, and TLS 1.3 policies exist since 2023.',
    },
    'keys-secrets': {
      who: 'shared',
      sentence: "AWS Certificate Manager keeps and renews the listener's certificate when you take it from there.",
      properties: {
        'AWS::ElasticLoadBalancingV2::Listener': [
          'Certificates[].CertificateArn',
          'DefaultActions[].AuthenticateOidcConfig.ClientSecret',
        ],
        'AWS::ElasticLoadBalancingV2::ListenerRule': ['Actions[].AuthenticateOidcConfig.ClientSecret'],
      },
    },
    'logging-monitoring': {
      who: 'you',
      sentence: 'You turn on access logs to a bucket of yours; without them AWS offers only metrics.',
      properties: {
        'AWS::ElasticLoadBalancingV2::LoadBalancer': ['LoadBalancerAttributes'],
        'AWS::ElasticLoadBalancing::LoadBalancer': ['AccessLoggingPolicy'],
      },
    },
    'backup-durability': {
      who: 'shared',
      sentence: 'AWS replaces failed nodes; you give it two zones or more, health checks and deletion protection.',
      properties: {
        'AWS::ElasticLoadBalancingV2::LoadBalancer': ['Subnets', 'LoadBalancerAttributes'],
        'AWS::ElasticLoadBalancingV2::TargetGroup': ['HealthCheckEnabled'],
      },
    },
  },
  overrides: {
    'AWS::ElasticLoadBalancing::LoadBalancer': {
      'platform-patching': {
        who: 'you',
        sentence:
          'You move on: Classic Load Balancers get no new features, and take neither web ACLs nor newer TLS policies.',
        properties: {
          'AWS::ElasticLoadBalancing::LoadBalancer': ['Listeners'],
        },
      },
    },
    'AWS::ElasticLoadBalancingV2::Listener': {
      'encryption-in-transit': {
        who: 'you',
        sentence: 'You choose HTTPS or TLS with a policy of 1.2 or later, and let port 80 do nothing but redirect.',
        properties: {
          'AWS::ElasticLoadBalancingV2::Listener': ['Protocol', 'SslPolicy', 'DefaultActions'],
        },
      },
    },
    'AWS::ElasticLoadBalancingV2::TargetGroup': {
      'encryption-in-transit': {
        who: 'you',
        sentence:
          'You carry encryption on to the targets by HTTPS or TLS; the load balancer does not check their certificates.',
        properties: {
          'AWS::ElasticLoadBalancingV2::TargetGroup': ['Protocol'],
        },
      },
    },
  },
  carries: {
    'AWS::ElasticLoadBalancingV2::Listener': [
      'network-exposure',
      'encryption-in-transit',
      'keys-secrets',
      'identity-access',
    ],
    'AWS::ElasticLoadBalancingV2::ListenerCertificate': ['encryption-in-transit', 'keys-secrets'],
    'AWS::ElasticLoadBalancingV2::ListenerRule': ['network-exposure', 'identity-access'],
    'AWS::ElasticLoadBalancingV2::TargetGroup': ['encryption-in-transit', 'backup-durability'],
    'AWS::ElasticLoadBalancingV2::TrustStore*': ['identity-access', 'keys-secrets'],
  },
};
