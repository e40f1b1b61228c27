import type { SourceStatement } from './source-statement.ts';

/** The account: credentials, users, logs and checks. */
export const ACCOUNT: readonly SourceStatement[] = [
  {
    section: 'AWS Account Security Features',
    statement:
      'The account offers credentials, HTTPS endpoints, IAM user accounts, activity logging and Trusted Advisor checks.',
    answer: { service: 'account', aspect: 'logging-monitoring' },
    keywords: ['credentials', 'HTTPS endpoints', 'activity logging', 'Trusted Advisor'],
    rules: ['cloudtrail-logging-on', 'iam-access-key-static', 'iam-group-mfa'],
  },
  {
    section: 'AWS Credentials',
    statement: 'Passwords.',
    answer: { service: 'account', aspect: 'account-credentials' },
    keywords: ['Passwords'],
    rules: ['iam-user-login-password', 'iam-user-password-reset', 'cognito-password-policy', 'config-password-policy'],
  },
  {
    section: 'AWS Credentials',
    statement: 'Multi-factor authentication.',
    answer: { service: 'account', aspect: 'account-credentials' },
    keywords: ['Multi-factor authentication'],
    rules: ['iam-group-mfa', 'iam-mfa-condition', 'iam-role-trust-user-mfa', 'cognito-mfa'],
  },
  {
    section: 'AWS Credentials',
    statement: 'Access keys.',
    answer: { service: 'account', aspect: 'account-credentials' },
    keywords: ['Access keys'],
    rules: [
      'iam-access-key-root',
      'iam-access-key-count',
      'iam-access-key-static',
      'config-access-key-age',
      'template-secret-output',
    ],
  },
  {
    section: 'AWS Credentials',
    statement: 'Key pairs.',
    answer: { service: 'account', aspect: 'account-credentials' },
    keywords: ['Key pairs'],
    rules: ['ec2-key-pair-generated', 'cloudfront-trusted-signers', 'eks-nodegroup-ssh'],
  },
  {
    section: 'AWS Credentials',
    statement: 'X.509 certificates.',
    answer: { service: 'account', aspect: 'account-credentials' },
    keywords: ['X.509'],
    aged: 'They no longer sign SOAP requests; IAM Roles Anywhere exchanges them for temporary credentials.',
    rules: ['iam-role-trust-roles-anywhere', 'acmpca-revocation', 'elbv2-expired-client-certificate'],
  },
  {
    section: 'Individual User Accounts',
    statement: 'Each user has an account of its own.',
    answer: { service: 'account', aspect: 'identity-access' },
    keywords: ['individual identity', 'Separate user accounts'],
    aged: 'IAM Identity Center gives people their identity.',
    rules: ['iam-user-without-group', 'iam-policy-on-user', 'iam-role-trust-federated', 'iam-session-duration'],
  },
  {
    section: 'Secure HTTPS Access Points',
    statement: 'AWS provides HTTPS access points for its APIs.',
    answer: { service: 'account', aspect: 'encryption-in-transit' },
    keywords: ['HTTPS access points'],
    aged: 'TLS 1.2 is the least that they accept.',
    rules: ['s3-bucket-tls-only', 'apigateway-domain-tls', 'opensearch-enforce-https'],
  },
  {
    section: 'Security Logs',
    statement: 'CloudTrail tells which service was accessed, what action was performed and who made the request.',
    answer: { service: 'cloudtrail', aspect: 'logging-monitoring' },
    keywords: ['which service was accessed', 'what action', 'who made the request'],
    rules: [
      'cloudtrail-logging-on',
      'cloudtrail-management-events',
      'cloudtrail-data-events',
      'cloudtrail-multi-region',
      'cloudtrail-log-validation',
      'cloudtrail-encryption',
      'cloudtrail-lake-ingestion',
    ],
  },
  {
    section: 'AWS Trusted Advisor Security Checks',
    statement: 'Trusted Advisor inspects the account for security gaps.',
    answer: { service: 'trusted-advisor', aspect: 'logging-monitoring' },
    keywords: ['security checks', 'open ports'],
    unseen:
      'Trusted Advisor has no resource types; what it looks for, open ports and public buckets, our rules find in the template.',
  },
  {
    section: 'AWS Config Security Checks',
    statement: 'Config records configuration changes continuously.',
    answer: { service: 'config', aspect: 'logging-monitoring' },
    keywords: ['records changes', 'continuously'],
    rules: [
      'config-recorder-all-types',
      'config-recorder-stopped',
      'config-recorder-channel',
      'config-aggregator-regions',
    ],
  },
  {
    section: 'AWS Config Security Checks',
    statement: 'Config rules verify compliance with own policies, best practices and regimes such as PCI or HIPAA.',
    answer: { service: 'config', aspect: 'logging-monitoring' },
    keywords: ['rules', 'PCI', 'HIPAA'],
    aged: 'Conformance packs bundle rules per regime.',
    rules: [
      'config-access-key-age',
      'config-password-policy',
      'securityhub-no-standard',
      'securityhub-suppression-broad',
    ],
  },
];
