import type { ServiceKnowledge } from '../types.ts';

export const waf: ServiceKnowledge = {
  id: 'waf',
  name: 'AWS WAF',
  class: 'abstracted',
  types: ['AWS::WAFv2::', 'AWS::WAF::', 'AWS::WAFRegional::'],
  summary: 'Web ACLs that filter HTTP requests.',
  link: 'https://docs.aws.amazon.com/waf/latest/developerguide/security.html',
  since: 'WAF Classic (AWS::WAF and AWS::WAFRegional) reached its end of support on September 30, 2025.',
  aspects: {
    'identity-access': {
      who: 'you',
      sentence: 'You limit who may change web ACLs, or set them centrally by Firewall Manager.',
      properties: {
        'AWS::FMS::Policy': ['SecurityServicePolicyData'],
      },
    },
    'network-exposure': {
      who: 'shared',
      sentence:
        'AWS maintains managed rule groups; choosing them, setting them to block and attaching the ACL are yours.',
      properties: {
        'AWS::WAFv2::WebACL': ['Rules', 'DefaultAction'],
        'AWS::WAFv2::WebACLAssociation': ['ResourceArn', 'WebACLArn'],
        'AWS::WAFv2::IPSet': ['Addresses'],
      },
    },
    'logging-monitoring': {
      who: 'you',
      sentence: 'You name a destination for full request logs, and redact cookies and authorization headers.',
      properties: {
        'AWS::WAFv2::LoggingConfiguration': ['LogDestinationConfigs', 'RedactedFields'],
      },
    },
    'backup-durability': {
      who: 'aws',
      sentence: 'AWS runs the filter within CloudFront, load balancers and APIs, as available as those are.',
    },
  },
  carries: {
    'AWS::WAFv2::IPSet': ['network-exposure'],
    'AWS::WAFv2::WebACLAssociation': ['network-exposure'],
    'AWS::WAFv2::LoggingConfiguration': ['logging-monitoring'],
  },
  notApplicable: {
    'encryption-at-rest': 'A web ACL holds rules; its logs are encrypted where you send them.',
    'keys-secrets': 'A web ACL uses neither keys nor secrets.',
  },
};
