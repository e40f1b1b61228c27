import type { SourceStatement } from './source-statement.ts';
import { BY_AWS } from './unseen.ts';

/** DynamoDB and RDS. */
export const DATABASES: readonly SourceStatement[] = [
  {
    section: 'Amazon DynamoDB',
    statement: 'Items are stored on solid state drives.',
    answer: { service: 'dynamodb', aspect: 'hardware-virtualization' },
    keywords: ['solid state drives'],
    unseen: BY_AWS,
  },
  {
    section: 'Amazon DynamoDB',
    statement: 'Items are replicated automatically across Availability Zones.',
    answer: { service: 'dynamodb', aspect: 'backup-durability' },
    keywords: ['across Availability Zones automatically'],
    rules: ['dynamodb-pitr', 'dynamodb-backup-plan'],
  },
  {
    section: 'Amazon DynamoDB',
    statement: 'Permissions are set up in IAM, at the level of resources.',
    answer: { service: 'dynamodb', aspect: 'identity-access' },
    keywords: ['permissions in IAM'],
    aged: 'Tables take resource policies of their own since 2024.',
    rules: ['iam-policy-wildcard-resource', 'iam-policy-service-wildcard', 'dynamodb-customer-key'],
  },
  {
    section: 'Amazon DynamoDB',
    statement: 'Database-level permissions allow or deny access to items and attributes.',
    answer: { service: 'dynamodb', aspect: 'identity-access' },
    keywords: ['items (rows)', 'attributes (columns)'],
    rules: ['dynamodb-leading-keys'],
  },
  {
    section: 'Amazon DynamoDB',
    statement: 'Users of an identity provider get temporary credentials from STS for the specific table.',
    answer: { service: 'dynamodb', aspect: 'identity-access' },
    keywords: ['identity provider', 'AWS STS', 'specific table'],
    rules: ['dynamodb-leading-keys', 'iam-role-trust-federated', 'cognito-unauthenticated-identities'],
  },
  {
    section: 'Amazon RDS',
    statement: 'RDS has security of its own, which the excerpt announces and does not go into.',
    answer: { service: 'rds', aspect: 'identity-access' },
    keywords: ['IAM authentication'],
    rules: [
      'rds-public-access',
      'rds-instance-encryption',
      'rds-iam-authentication',
      'rds-literal-password',
      'rds-transit-encryption',
      'rds-ca-certificate',
      'rds-backup-retention',
    ],
  },
];
