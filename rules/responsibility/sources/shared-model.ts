import type { SourceStatement } from './source-statement.ts';
import { BY_AWS } from './unseen.ts';

/** The model itself: what AWS and what the customer answers for. */
export const SHARED_MODEL: readonly SourceStatement[] = [
  {
    section: 'Shared Security Responsibility Model',
    statement: 'AWS secures the underlying infrastructure that supports the cloud.',
    answer: { service: 'global-infrastructure', aspect: 'hardware-virtualization' },
    keywords: ['AWS owns the servers', 'infrastructure'],
    unseen: BY_AWS,
  },
  {
    section: 'Shared Security Responsibility Model',
    statement: 'The customer is responsible for what it puts on the cloud or connects to it.',
    answer: { class: 'infrastructure', aspect: 'identity-access' },
    keywords: ['leaves all necessary security configuration'],
    rules: ['iam-policy-admin', 'ec2-security-group-open-ingress', 'template-secret-parameter'],
  },
  {
    section: 'AWS Security Responsibilities',
    statement: 'AWS is responsible for the security configuration of its managed services.',
    answer: { class: 'abstracted', aspect: 'platform-patching' },
    keywords: ['AWS keeps the service itself up to date'],
    unseen: BY_AWS,
  },
  {
    section: 'AWS Security Responsibilities',
    statement:
      'AWS handles guest OS and database patching, firewall configuration and disaster recovery of managed services.',
    answer: { class: 'container', aspect: 'platform-patching' },
    keywords: ['database patching', 'firewall configuration', 'disaster recovery'],
    unseen: 'AWS does this part; the settings that let it are those of each service, such as rds-minor-upgrade.',
  },
  {
    section: 'AWS Security Responsibilities',
    statement:
      'For most managed services the customer configures logical access controls and protects its account credentials.',
    answer: { class: 'abstracted', aspect: 'identity-access' },
    keywords: ['logical access control', 'account credentials'],
    rules: ['iam-policy-admin', 'iam-policy-privilege-escalation', 'iam-access-key-static'],
  },
  {
    section: 'Customer Security Responsibilities',
    statement:
      "Infrastructure as a Service is completely under the customer's control, with all necessary security configuration and management.",
    answer: { class: 'infrastructure', aspect: 'identity-access' },
    keywords: ['Infrastructure as a Service', 'configuration and management'],
    rules: ['ec2-security-group-open-ingress', 'ec2-volume-encryption', 'ec2-imdsv2'],
  },
  {
    section: 'Customer Security Responsibilities',
    statement: "EC2 is among the services under the customer's control.",
    answer: { service: 'ec2', aspect: 'os-patching' },
    keywords: ['You own the guest operating system'],
    rules: ['ec2-imdsv2', 'ec2-user-data-secret', 'ec2-instance-profile', 'autoscaling-instance-lifetime'],
  },
  {
    section: 'Customer Security Responsibilities',
    statement: "VPC is among the services under the customer's control.",
    answer: { service: 'vpc', aspect: 'network-exposure' },
    keywords: ['You shape the network'],
    rules: ['ec2-security-group-open-ingress', 'ec2-vpc-flow-logs', 'ec2-subnet-public-address'],
  },
  {
    section: 'Customer Security Responsibilities',
    statement: "S3 is among the services under the customer's control.",
    answer: { service: 's3', aspect: 'identity-access' },
    keywords: ['wholly under your control'],
    aged: 'AWS counts S3 among the abstracted services today.',
    rules: ['s3-bucket-public-access-block', 's3-policy-public', 's3-bucket-tls-only', 's3-bucket-versioning'],
  },
  {
    section: 'Customer Security Responsibilities',
    statement: 'With managed services the customer does not launch or maintain instances.',
    answer: { service: 'rds', aspect: 'os-patching' },
    keywords: ['launches and maintains'],
    unseen: BY_AWS,
  },
  {
    section: 'Customer Security Responsibilities',
    statement: 'With managed services the customer does not patch the guest OS or database.',
    answer: { service: 'rds', aspect: 'platform-patching' },
    keywords: ['AWS tests database patches'],
    rules: ['rds-minor-upgrade', 'rds-engine-end-of-life'],
  },
  {
    section: 'Customer Security Responsibilities',
    statement: 'With managed services the customer does not replicate databases.',
    answer: { service: 'rds', aspect: 'backup-durability' },
    keywords: ['replicates'],
    rules: ['rds-multi-az', 'rds-backup-retention'],
  },
  {
    section: 'Customer Security Responsibilities',
    statement: "Account credentials are the customer's to protect, with multi-factor authentication for each account.",
    answer: { service: 'account', aspect: 'account-credentials' },
    keywords: ['MFA', 'You protect'],
    aged: 'AWS requires MFA of root users since 2024.',
    rules: [
      'iam-access-key-root',
      'iam-group-mfa',
      'iam-mfa-condition',
      'iam-role-trust-user-mfa',
      'iam-policy-credentials',
    ],
  },
  {
    section: 'Customer Security Responsibilities',
    statement: 'Individual user accounts are set up with IAM.',
    answer: { service: 'iam', aspect: 'identity-access' },
    keywords: ['individual identities'],
    aged: 'People sign in through IAM Identity Center rather than as IAM users.',
    rules: ['iam-policy-on-user', 'iam-user-without-group', 'iam-user-login-password', 'iam-role-trust-account'],
  },
  {
    section: 'Customer Security Responsibilities',
    statement: 'Communication with AWS resources should require SSL/TLS.',
    answer: { service: 'account', aspect: 'encryption-in-transit' },
    keywords: ['TLS 1.2'],
    aged: 'TLS took the place of SSL.',
    rules: [
      's3-bucket-tls-only',
      'sns-topic-tls-only',
      'sqs-queue-tls-only',
      'efs-tls-only',
      'cloudfront-viewer-https',
      'elbv2-listener-plaintext',
    ],
  },
  {
    section: 'Customer Security Responsibilities',
    statement: 'API and user activity logging is set up with CloudTrail.',
    answer: { service: 'cloudtrail', aspect: 'logging-monitoring' },
    keywords: ['trail for all Regions'],
    rules: [
      'cloudtrail-logging-on',
      'cloudtrail-multi-region',
      'cloudtrail-log-validation',
      'cloudtrail-management-events',
    ],
  },
];
