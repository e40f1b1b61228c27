import type { ServiceKnowledge } from '../types.ts';

export const appstream: ServiceKnowledge = {
  id: 'appstream',
  name: 'Amazon WorkSpaces Applications',
  class: 'container',
  types: ['AWS::AppStream::'],
  summary: 'Streaming of desktop applications, formerly AppStream 2.0.',
  link: 'https://docs.aws.amazon.com/appstream2/latest/developerguide/security.html',
  since: 'AppStream 2.0 has been called WorkSpaces Applications since 2025.',
  aspects: {
    'os-patching': {
      who: 'shared',
      sentence:
        'AWS publishes patched base images; you rebuild your own images from them, or let managed image updates do it.',
      properties: {
        'AWS::AppStream::Fleet': ['ImageName', 'ImageArn'],
        'AWS::AppStream::ImageBuilder': ['ImageName'],
      },
    },
    'platform-patching': {
      who: 'you',
      sentence: 'You update the applications inside the image, and the streaming agent unless it updates itself.',
      properties: {
        'AWS::AppStream::ImageBuilder': ['AppstreamAgentVersion'],
      },
    },
    'identity-access': {
      who: 'you',
      sentence: 'You federate users by SAML, and give the fleet a role instead of keys in the image.',
      properties: {
        'AWS::AppStream::Fleet': ['IamRoleArn'],
        'AWS::AppStream::User': ['AuthenticationType'],
      },
    },
    'network-exposure': {
      who: 'you',
      sentence: 'You put fleets in private subnets, and switch off their default internet access.',
      properties: {
        'AWS::AppStream::Fleet': ['EnableDefaultInternetAccess', 'VpcConfig'],
        'AWS::AppStream::ImageBuilder': ['EnableDefaultInternetAccess'],
      },
    },
    'encryption-at-rest': {
      who: 'shared',
      sentence:
        'AWS discards a streaming instance after its session; what users keep lies in storage you choose and encrypt.',
    },
    'encryption-in-transit': {
      who: 'aws',
      sentence: 'AWS streams pixels over TLS, and ends idle sessions at the limits you set.',
    },
    'logging-monitoring': {
      who: 'you',
      sentence: 'You turn on usage reports and collect logs from inside the session yourself.',
    },
    'backup-durability': {
      who: 'you',
      sentence: 'You save user files in home folders on S3; an instance does not outlive its session.',
      properties: {
        'AWS::AppStream::Stack': ['StorageConnectors'],
      },
    },
  },
};
