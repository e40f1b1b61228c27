import type { ServiceKnowledge } from '../types.ts';

export const account = {
  id: 'account',
  name: 'AWS account',
  class: 'infrastructure',
  types: [],
  summary: 'The account that holds the stack: its credentials, users, and the endpoints they call.',
  link: 'https://docs.aws.amazon.com/accounts/latest/reference/security.html',
  aspects: {
    'identity-access': {
      who: 'you',
      sentence:
        'You give every person an individual identity, by federation through IAM Identity Center rather than shared or IAM users.',
      notes: [
        'Separate user accounts let you grant least privilege, see who did what, and take access back from one person.',
      ],
      properties: {
        'AWS::SSO::PermissionSet': ['ManagedPolicies', 'InlinePolicy', 'SessionDuration'],
      },
      link: 'https://docs.aws.amazon.com/singlesignon/latest/userguide/what-is.html',
      since: 'IAM Identity Center, called AWS Single Sign-On until 2022, replaces an IAM user for each person.',
    },
    'network-exposure': {
      who: 'you',
      sentence:
        'You keep the account out of reach by service control policies, a named set of Regions and conditions on the source network.',
    },
    'encryption-in-transit': {
      who: 'shared',
      sentence:
        'AWS offers HTTPS access points with TLS 1.2 or later for every API; your own clients must verify and use them.',
      since: 'TLS replaced SSL, and versions 1.0 and 1.1 are gone from AWS API endpoints since 2024.',
    },
    'keys-secrets': {
      who: 'you',
      sentence:
        'You rotate long-lived access keys, delete unused ones and never write them into a template or repository.',
    },
    'logging-monitoring': {
      who: 'you',
      sentence: 'You turn on an organization-wide CloudTrail trail and look at the Trusted Advisor security checks.',
      notes: [
        'Account security features are credentials for access control, HTTPS endpoints, separate IAM users, activity logging and Trusted Advisor checks.',
      ],
    },
    'backup-durability': {
      who: 'you',
      sentence: 'You keep a second account for backups and logs, so that whoever takes the first cannot erase both.',
    },
    'account-credentials': {
      who: 'you',
      sentence:
        "You protect the root user and everyone else by MFA, use temporary credentials, and give nobody the root user's access keys.",
      notes: [
        'Passwords sign people in to the console; a policy for their length and reuse is yours to set.',
        'Multi-factor authentication (MFA) asks for a second factor: a passkey, a security key or an authenticator.',
        'Access keys sign API requests and last until you rotate or delete them; roles give temporary ones instead.',
        'Key pairs open SSH sessions to EC2 instances, and sign CloudFront URLs.',
        'X.509 certificates now serve IAM Roles Anywhere, which exchanges them for temporary credentials.',
      ],
      properties: {
        'AWS::IAM::User': ['LoginProfile'],
        'AWS::IAM::AccessKey': ['UserName', 'Status'],
        'AWS::IAM::VirtualMFADevice': ['Users'],
      },
      link: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html',
      since: 'AWS requires MFA of root users since 2024, and X.509 certificates no longer sign SOAP requests.',
    },
  },
  notApplicable: {
    'physical-facilities': 'An account stands in no building; its services run on the AWS Global Infrastructure.',
  },
} as const satisfies ServiceKnowledge;
