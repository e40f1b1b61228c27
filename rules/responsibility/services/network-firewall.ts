import type { ServiceKnowledge } from '../types.ts';

export const networkFirewall: ServiceKnowledge = {
  id: 'network-firewall',
  name: 'AWS Network Firewall',
  class: 'container',
  types: ['AWS::NetworkFirewall::'],
  summary: 'A managed, stateful firewall for VPCs.',
  link: 'https://docs.aws.amazon.com/network-firewall/latest/developerguide/security.html',
  aspects: {
    'platform-patching': {
      who: 'shared',
      sentence: 'AWS updates engine and managed rule groups; keeping your own rules current is yours.',
      properties: {
        'AWS::NetworkFirewall::RuleGroup': ['RuleGroup'],
        'AWS::NetworkFirewall::FirewallPolicy': ['FirewallPolicy'],
      },
    },
    'identity-access': {
      who: 'you',
      sentence: 'You protect policy and subnets from change by those whose traffic they filter.',
      properties: {
        'AWS::NetworkFirewall::Firewall': ['FirewallPolicyChangeProtection', 'SubnetChangeProtection'],
      },
    },
    'network-exposure': {
      who: 'you',
      sentence: 'You route traffic through its endpoints and drop by default what no rule names.',
      properties: {
        'AWS::NetworkFirewall::FirewallPolicy': [
          'FirewallPolicy.StatelessDefaultActions',
          'FirewallPolicy.StatefulDefaultActions',
        ],
      },
    },
    'encryption-at-rest': {
      who: 'aws',
      sentence: 'AWS encrypts rules, policies and their state at rest.',
    },
    'encryption-in-transit': {
      who: 'you',
      sentence: 'You decide if TLS is opened for inspection, and bring the certificates for it.',
      properties: {
        'AWS::NetworkFirewall::TLSInspectionConfiguration': ['TLSInspectionConfiguration'],
      },
    },
    'logging-monitoring': {
      who: 'you',
      sentence: 'You configure alert and flow logs; the firewall writes none by default.',
      properties: {
        'AWS::NetworkFirewall::LoggingConfiguration': ['LoggingConfiguration'],
      },
    },
    'backup-durability': {
      who: 'you',
      sentence: 'You put an endpoint in each Availability Zone you use and protect the firewall from deletion.',
      properties: {
        'AWS::NetworkFirewall::Firewall': ['SubnetMappings', 'DeleteProtection'],
      },
    },
  },
};
