import type { ServiceKnowledge } from '../types.ts';

export const dms: ServiceKnowledge = {
  id: 'dms',
  name: 'AWS Database Migration Service',
  class: 'container',
  types: ['AWS::DMS::'],
  summary: 'Replication between databases.',
  link: 'https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Security.html',
  aspects: {
    'platform-patching': {
      who: 'shared',
      sentence: 'AWS patches replication engines; minor upgrades come by themselves if you let them.',
      properties: {
        'AWS::DMS::ReplicationInstance': ['AutoMinorVersionUpgrade', 'EngineVersion'],
      },
    },
    'identity-access': {
      who: 'you',
      sentence: 'You give endpoints database users with replication rights only.',
    },
    'network-exposure': {
      who: 'you',
      sentence: 'You make the replication instance not publicly accessible; the default is public.',
      properties: {
        'AWS::DMS::ReplicationInstance': [
          'PubliclyAccessible',
          'VpcSecurityGroupIds',
          'ReplicationSubnetGroupIdentifier',
        ],
      },
    },
    'encryption-at-rest': {
      who: 'aws',
      sentence: "AWS encrypts the replication instance's storage with a key it manages or one you name.",
      properties: {
        'AWS::DMS::ReplicationInstance': ['KmsKeyId'],
      },
    },
    'encryption-in-transit': {
      who: 'you',
      sentence: 'You set an SSL mode that verifies the certificate on each endpoint.',
      properties: {
        'AWS::DMS::Endpoint': ['SslMode', 'CertificateArn'],
      },
    },
    'keys-secrets': {
      who: 'you',
      sentence: 'You refer to secrets for endpoint passwords.',
      properties: {
        'AWS::DMS::Endpoint': ['Password'],
      },
    },
    'logging-monitoring': {
      who: 'you',
      sentence: 'You enable task logs for source and target.',
      properties: {
        'AWS::DMS::ReplicationTask': ['ReplicationTaskSettings'],
      },
    },
    'backup-durability': {
      who: 'shared',
      sentence: 'AWS keeps a standby if you choose Multi-AZ; both databases you back up.',
      properties: {
        'AWS::DMS::ReplicationInstance': ['MultiAZ'],
      },
    },
  },
};
