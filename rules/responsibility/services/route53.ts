import type { ServiceKnowledge } from '../types.ts';

export const route53: ServiceKnowledge = {
  id: 'route53',
  name: 'Amazon Route 53',
  class: 'abstracted',
  types: ['AWS::Route53::', 'AWS::Route53Resolver::', 'AWS::Route53Profiles::', 'AWS::Route53GlobalResolver::'],
  summary: 'Authoritative DNS, health checks and the VPC resolver.',
  link: 'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/security.html',
  aspects: {
    'network-infrastructure': {
      who: 'aws',
      sentence:
        'AWS answers from distributed, anycast DNS servers, so that routing end users to your application stays consistent.',
    },
    'identity-access': {
      who: 'shared',
      sentence:
        "AWS authenticates every request to Route 53's control API; you decide who may change which zone and record.",
    },
    'network-exposure': {
      who: 'you',
      sentence:
        'You keep internal names in private hosted zones, and delete records that point at what you no longer own.',
      properties: {
        'AWS::Route53::HostedZone': ['VPCs'],
        'AWS::Route53::RecordSet': ['AliasTarget', 'ResourceRecords'],
        'AWS::Route53Resolver::FirewallRuleGroup': ['FirewallRules'],
      },
    },
    'encryption-in-transit': {
      who: 'shared',
      sentence:
        'DNS answers travel unencrypted; DNSSEC, which you turn on, lets resolvers check that they are genuine.',
      properties: {
        'AWS::Route53::DNSSEC': ['HostedZoneId'],
        'AWS::Route53::KeySigningKey': ['Status', 'KeyManagementServiceArn'],
        'AWS::Route53Resolver::ResolverDNSSECConfig': ['ResourceId'],
      },
    },
    'keys-secrets': {
      who: 'shared',
      sentence: 'AWS signs zones with a key-signing key you keep in AWS KMS, and rotates the zone-signing key itself.',
      properties: {
        'AWS::Route53::KeySigningKey': ['KeyManagementServiceArn'],
      },
    },
    'logging-monitoring': {
      who: 'you',
      sentence: 'You turn on query logging for public zones and resolvers; neither is logged by itself.',
      properties: {
        'AWS::Route53::HostedZone': ['QueryLoggingConfig'],
        'AWS::Route53Resolver::ResolverQueryLoggingConfig': ['DestinationArn'],
      },
    },
    'backup-durability': {
      who: 'shared',
      sentence:
        'AWS checks health and fails over DNS to a healthy target, once you define health checks and failover records.',
      properties: {
        'AWS::Route53::HealthCheck': ['HealthCheckConfig'],
        'AWS::Route53::RecordSet': ['Failover', 'HealthCheckId'],
      },
    },
  },
  carries: {
    'AWS::Route53::RecordSet*': ['network-exposure', 'backup-durability'],
    'AWS::Route53::HealthCheck': ['backup-durability', 'logging-monitoring'],
    'AWS::Route53::KeySigningKey': ['encryption-in-transit', 'keys-secrets'],
    'AWS::Route53::DNSSEC': ['encryption-in-transit'],
  },
  notApplicable: {
    'encryption-at-rest': 'DNS records are made to be read; put no secret in them.',
  },
};
