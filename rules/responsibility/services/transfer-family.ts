import type { ServiceKnowledge } from '../types.ts';

export const transferFamily: ServiceKnowledge = {
  id: 'transfer-family',
  name: 'AWS Transfer Family',
  class: 'abstracted',
  types: ['AWS::Transfer::'],
  summary: 'SFTP, FTPS, FTP and AS2 servers over S3 and EFS.',
  link: 'https://docs.aws.amazon.com/transfer/latest/userguide/security.html',
  aspects: {
    'identity-access': {
      who: 'you',
      sentence: 'You confine each user to a home directory by role, session policy and POSIX profile.',
      properties: {
        'AWS::Transfer::User': ['Role', 'Policy', 'HomeDirectoryMappings', 'PosixProfile'],
        'AWS::Transfer::Server': ['IdentityProviderType'],
      },
    },
    'network-exposure': {
      who: 'you',
      sentence: 'You place the endpoint in a VPC behind security groups; a public one takes the whole internet.',
      properties: {
        'AWS::Transfer::Server': ['EndpointType', 'EndpointDetails'],
      },
    },
    'encryption-at-rest': {
      who: 'you',
      sentence: 'You encrypt the bucket or file system behind the server.',
    },
    'encryption-in-transit': {
      who: 'you',
      sentence: 'You offer SFTP or FTPS with a current security policy, and never plain FTP.',
      properties: {
        'AWS::Transfer::Server': ['Protocols', 'SecurityPolicyName', 'Certificate'],
      },
    },
    'keys-secrets': {
      who: 'you',
      sentence: "You manage users' SSH public keys, and rotate the host key with notice.",
      properties: {
        'AWS::Transfer::User': ['SshPublicKeys'],
        'AWS::Transfer::HostKey': ['HostKeyBody'],
      },
    },
    'logging-monitoring': {
      who: 'you',
      sentence: 'You give the server a logging role or structured log groups.',
      properties: {
        'AWS::Transfer::Server': ['LoggingRole', 'StructuredLogDestinations'],
      },
    },
    'backup-durability': {
      who: 'shared',
      sentence: 'AWS spreads a server over zones; files are as safe as you made their bucket.',
    },
  },
};
