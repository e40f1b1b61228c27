import type { ServiceKnowledge } from '../types.ts';

export const dynamodb: ServiceKnowledge = {
  id: 'dynamodb',
  name: 'Amazon DynamoDB',
  class: 'abstracted',
  types: ['AWS::DynamoDB::', 'AWS::Serverless::SimpleTable'],
  summary: 'Key-value and document tables.',
  link: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/security.html',
  aspects: {
    'hardware-virtualization': {
      who: 'aws',
      sentence: 'AWS keeps items on solid state drives (SSDs) and runs all the servers behind the table.',
    },
    'identity-access': {
      who: 'you',
      sentence:
        'You set permissions in IAM down to single items and attributes, and let applications use temporary credentials.',
      notes: [
        'Fine-grained conditions such as dynamodb:LeadingKeys allow or deny access to items (rows) and attributes (columns).',
        'Users sign in to an identity provider, and AWS STS returns temporary credentials that open the specific table.',
      ],
      properties: {
        'AWS::DynamoDB::Table': ['ResourcePolicy', 'StreamSpecification.ResourcePolicy'],
      },
      link: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/security-iam.html',
      since: 'Tables take resource policies of their own since 2024.',
    },
    'network-exposure': {
      who: 'you',
      sentence:
        'You route calls by a gateway endpoint of your VPC, and refuse others by condition where they have no business.',
    },
    'encryption-at-rest': {
      who: 'shared',
      sentence:
        'AWS encrypts every table, index, stream and backup; a KMS key that you can see and revoke is your choice.',
      properties: {
        'AWS::DynamoDB::Table': ['SSESpecification'],
        'AWS::DynamoDB::GlobalTable': ['SSESpecification'],
        'AWS::Serverless::SimpleTable': ['SSESpecification'],
      },
      link: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/EncryptionAtRest.html',
    },
    'encryption-in-transit': {
      who: 'aws',
      sentence: 'AWS answers over HTTPS alone.',
    },
    'keys-secrets': {
      who: 'shared',
      sentence:
        'AWS owns the default key; a key of your own brings a key policy to guard and a table that dies with it.',
      properties: {
        'AWS::DynamoDB::Table': ['SSESpecification.KMSMasterKeyId'],
        'AWS::DynamoDB::GlobalTable': ['Replicas[].SSESpecification.KMSMasterKeyId'],
      },
    },
    'logging-monitoring': {
      who: 'you',
      sentence:
        'You add CloudTrail data events to see who read or wrote items; only changes of tables are recorded by default.',
    },
    'backup-durability': {
      who: 'shared',
      sentence:
        'AWS replicates data across Availability Zones automatically; point-in-time recovery and deletion protection are yours.',
      properties: {
        'AWS::DynamoDB::Table': ['PointInTimeRecoverySpecification', 'DeletionProtectionEnabled'],
        'AWS::DynamoDB::GlobalTable': [
          'Replicas[].PointInTimeRecoverySpecification',
          'Replicas[].DeletionProtectionEnabled',
        ],
      },
      link: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Point-in-time-recovery.html',
    },
  },
};
