import type { ServiceKnowledge } from '../types.ts';

export const globalAccelerator: ServiceKnowledge = {
  id: 'global-accelerator',
  name: 'AWS Global Accelerator',
  class: 'abstracted',
  types: ['AWS::GlobalAccelerator::'],
  summary: 'Static anycast addresses in front of Regional endpoints.',
  link: 'https://docs.aws.amazon.com/global-accelerator/latest/dg/security.html',
  aspects: {
    'identity-access': {
      who: 'you',
      sentence: 'You share accelerators across accounts by attachment, and to named principals.',
      properties: {
        'AWS::GlobalAccelerator::CrossAccountAttachment': ['Principals'],
      },
    },
    'network-exposure': {
      who: 'you',
      sentence: 'You list ports in listeners and keep the endpoints behind them private.',
      properties: {
        'AWS::GlobalAccelerator::Listener': ['PortRanges', 'ClientAffinity'],
        'AWS::GlobalAccelerator::EndpointGroup': ['EndpointConfigurations'],
      },
    },
    'encryption-in-transit': {
      who: 'you',
      sentence: 'You end TLS at the endpoints: an accelerator passes packets on.',
    },
    'logging-monitoring': {
      who: 'you',
      sentence: 'You turn on flow logs of the accelerator.',
    },
    'backup-durability': {
      who: 'shared',
      sentence: 'AWS moves traffic off unhealthy endpoints by the health checks you set.',
      properties: {
        'AWS::GlobalAccelerator::EndpointGroup': ['HealthCheckPath', 'HealthCheckProtocol'],
      },
    },
  },
  notApplicable: {
    'encryption-at-rest': 'An accelerator stores nothing.',
  },
};
