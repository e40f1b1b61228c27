import type { ServiceKnowledge } from '../types.ts';

export const directConnect: ServiceKnowledge = {
  id: 'direct-connect',
  name: 'AWS Direct Connect',
  class: 'infrastructure',
  types: ['AWS::DirectConnect::'],
  summary: 'A dedicated line between your network and an AWS Region.',
  link: 'https://docs.aws.amazon.com/directconnect/latest/UserGuide/security.html',
  aspects: {
    'physical-facilities': {
      who: 'shared',
      sentence: 'AWS runs its end at the Direct Connect location; the cross connect and your own cabinet are yours.',
    },
    'network-infrastructure': {
      who: 'shared',
      sentence:
        'AWS gives you a dedicated link to a Region, and virtual interfaces to public services and to your VPCs.',
      notes: [
        'A private virtual interface leads into a VPC, a public one to services such as Amazon S3, a transit one to a transit gateway.',
      ],
      properties: {
        'AWS::DirectConnect::Connection': ['Bandwidth', 'Location'],
        'AWS::DirectConnect::PrivateVirtualInterface': ['Vlan'],
      },
    },
    'os-patching': {
      who: 'you',
      sentence: 'You maintain the router on your side; AWS maintains the devices on its own.',
    },
    'platform-patching': {
      who: 'you',
      sentence: 'You keep BGP on your router configured and filtered; AWS announces its prefixes to you.',
    },
    'identity-access': {
      who: 'you',
      sentence: 'You decide who may order connections, accept proposals and share gateways between accounts.',
    },
    'network-exposure': {
      who: 'you',
      sentence: 'You choose which prefixes to announce and which VPCs a gateway reaches.',
      properties: {
        'AWS::DirectConnect::DirectConnectGatewayAssociation': ['AllowedPrefixesToDirectConnectGateway'],
      },
    },
    'encryption-in-transit': {
      who: 'you',
      sentence: 'You add MACsec or a VPN, since a dedicated line is private but not encrypted by itself.',
      properties: {
        'AWS::DirectConnect::Connection': ['RequestMACSec'],
        'AWS::DirectConnect::Lag': ['RequestMACSec'],
      },
      link: 'https://docs.aws.amazon.com/directconnect/latest/UserGuide/encryption-in-transit.html',
    },
    'keys-secrets': {
      who: 'you',
      sentence: 'You hold the MACsec key and the BGP authentication key, and keep both out of the template.',
      properties: {
        'AWS::DirectConnect::PrivateVirtualInterface': ['BgpPeers[].AuthKey'],
        'AWS::DirectConnect::PublicVirtualInterface': ['BgpPeers[].AuthKey'],
        'AWS::DirectConnect::TransitVirtualInterface': ['BgpPeers[].AuthKey'],
      },
    },
    'logging-monitoring': {
      who: 'shared',
      sentence: 'AWS publishes the state and errors of the line; alarms on them are yours.',
    },
    'backup-durability': {
      who: 'you',
      sentence:
        'You order a second connection at another location, or a VPN as its backup; one line is one point of failure.',
      properties: {
        'AWS::DirectConnect::Connection': ['Location', 'LagId'],
      },
    },
  },
  notApplicable: {
    'encryption-at-rest': 'A line stores nothing.',
    'media-sanitization': 'A line keeps no data on media.',
  },
};
