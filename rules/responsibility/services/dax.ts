import type { ServiceKnowledge } from '../types.ts';

export const dax: ServiceKnowledge = {
  id: 'dax',
  name: 'Amazon DynamoDB Accelerator',
  class: 'container',
  types: ['AWS::DAX::'],
  summary: 'An in-memory cache in front of DynamoDB.',
  link: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/DAX.access-control.html',
  aspects: {
    'platform-patching': {
      who: 'aws',
      sentence: 'AWS patches cluster software in the weekly maintenance window.',
      properties: {
        'AWS::DAX::Cluster': ['PreferredMaintenanceWindow'],
      },
    },
    'identity-access': {
      who: 'you',
      sentence:
        "You separate two roles: what the cluster may do on tables, and who may ask the cluster; a hit in the cache skips the table's policy.",
      properties: {
        'AWS::DAX::Cluster': ['IAMRoleARN'],
      },
    },
    'network-exposure': {
      who: 'you',
      sentence: 'You keep the cluster in private subnets, and open ports 8111 or 9111 to application groups alone.',
      properties: {
        'AWS::DAX::Cluster': ['SecurityGroupIds', 'SubnetGroupName'],
      },
    },
    'encryption-at-rest': {
      who: 'you',
      sentence: 'You turn on encryption at creation; it cannot be added to a running cluster.',
      properties: {
        'AWS::DAX::Cluster': ['SSESpecification.SSEEnabled'],
      },
    },
    'encryption-in-transit': {
      who: 'you',
      sentence: 'You choose TLS for the cluster endpoint; the default endpoint type is unencrypted.',
      properties: {
        'AWS::DAX::Cluster': ['ClusterEndpointEncryptionType'],
      },
    },
    'logging-monitoring': {
      who: 'you',
      sentence:
        'You subscribe to cluster events and record management calls; item reads from the cache are logged nowhere.',
      properties: {
        'AWS::DAX::Cluster': ['NotificationTopicARN'],
      },
    },
    'backup-durability': {
      who: 'you',
      sentence: 'You run three nodes or more in different zones; a cache has no backups, the table behind it has.',
      properties: {
        'AWS::DAX::Cluster': ['ReplicationFactor', 'AvailabilityZones'],
      },
    },
  },
  notApplicable: {
    'keys-secrets': 'DAX uses an AWS owned key and has no passwords.',
  },
};
