import { account } from './services/account.ts';
import { globalInfrastructure } from './services/global-infrastructure.ts';
import type { Aspect, Duties, Duty, ServiceClass } from './types.ts';

/** What a service inherits in every aspect of which it says nothing of its own. */
export const CLASS_DUTIES: { readonly [name in ServiceClass]: { readonly [aspect in Aspect]: Duty } } = {
  infrastructure: {
    ...everywhere(),
    'os-patching': {
      who: 'you',
      sentence: 'You patch and harden the guest operating system; AWS patches only the host beneath it.',
    },
    'platform-patching': {
      who: 'you',
      sentence: 'You install, configure and update everything that runs on the machine or network you create.',
    },
    'identity-access': {
      who: 'you',
      sentence: 'You grant each principal and each workload only the actions and resources it needs.',
      notes: [
        'Infrastructure as a Service is under your control and leaves all necessary security configuration and management to you.',
      ],
    },
    'network-exposure': {
      who: 'you',
      sentence: 'You decide by subnets, routes and security groups who can reach it; AWS only enforces what you wrote.',
    },
    'encryption-at-rest': {
      who: 'you',
      sentence: 'You turn encryption of stored data on and choose its key; AWS offers the means.',
    },
    'encryption-in-transit': {
      who: 'you',
      sentence: "You encrypt your own traffic, by TLS or a VPN; AWS's API endpoints speak TLS 1.2 or later.",
    },
    'keys-secrets': {
      who: 'you',
      sentence: 'You keep keys and passwords out of templates, user data and images, and rotate them.',
    },
    'logging-monitoring': {
      who: 'you',
      sentence:
        'AWS CloudTrail records the API calls; logs of what runs and of its traffic are for you to turn on and keep.',
    },
    'backup-durability': {
      who: 'you',
      sentence: 'You take, keep and test backups, and spread what must stay up over Availability Zones.',
    },
  },
  container: {
    ...everywhere(),
    'hardware-virtualization': {
      who: 'aws',
      sentence: 'AWS owns and replaces the hosts of the platform, and isolates yours from those of other customers.',
    },
    'os-patching': {
      who: 'aws',
      sentence:
        'AWS patches the operating system under the platform, within the maintenance window where there is one.',
    },
    'platform-patching': {
      who: 'shared',
      sentence: 'AWS builds and tests new versions of the platform; you choose the version and let updates in.',
      notes: [
        'For managed services AWS handles guest operating system and database patching, firewall configuration and disaster recovery of the platform.',
      ],
    },
    'identity-access': {
      who: 'you',
      sentence: 'You decide who may manage it and, apart from that, who may sign in to the platform itself.',
    },
    'network-exposure': {
      who: 'you',
      sentence:
        'You place it in private subnets, keep it off the public internet and name its clients in security groups.',
    },
    'encryption-at-rest': {
      who: 'shared',
      sentence:
        'AWS encrypts storage, snapshots and logs where you ask for it, mostly only when the resource is created.',
    },
    'encryption-in-transit': {
      who: 'shared',
      sentence: 'AWS provides TLS on the endpoint; you make clients use it and refuse those that do not.',
    },
    'keys-secrets': {
      who: 'shared',
      sentence: 'AWS KMS guards the keys; you choose them and keep the administrator password in a secret store.',
    },
    'logging-monitoring': {
      who: 'shared',
      sentence: "AWS publishes metrics and records API calls; the platform's own logs are exported only if you say so.",
    },
    'backup-durability': {
      who: 'shared',
      sentence:
        'AWS runs backups and failover as you configure them: retention, a second zone, protection from deletion.',
    },
  },
  abstracted: {
    ...everywhere(),
    'hardware-virtualization': {
      who: 'aws',
      sentence: 'AWS owns the machines behind the API, and keeps what is yours apart from what is of other customers.',
    },
    'os-patching': {
      who: 'aws',
      sentence: 'AWS runs and patches every server behind the API; there is no operating system for you to see.',
    },
    'platform-patching': {
      who: 'aws',
      sentence: 'AWS keeps the service itself up to date, without a version for you to choose.',
    },
    'identity-access': {
      who: 'you',
      sentence: 'You configure who may call it and on what: IAM policies and, where it has one, its resource policy.',
      notes: [
        'For most managed services, logical access control and the protection of account credentials is all that is left to you.',
      ],
    },
    'network-exposure': {
      who: 'shared',
      sentence: 'AWS defends the public endpoint; you decide whether callers must come from your VPC or organization.',
    },
    'encryption-at-rest': {
      who: 'shared',
      sentence: 'AWS encrypts what it stores where the service offers it; the choice of a key of your own is yours.',
    },
    'encryption-in-transit': {
      who: 'aws',
      sentence: 'AWS serves its API over TLS 1.2 or later only.',
    },
    'keys-secrets': {
      who: 'shared',
      sentence:
        'AWS guards the keys it owns; you guard those you choose yourself and every secret you hand to the service.',
    },
    'logging-monitoring': {
      who: 'shared',
      sentence: 'AWS CloudTrail records management calls; logs of data access and alarms are yours to turn on.',
    },
    'backup-durability': {
      who: 'shared',
      sentence:
        'AWS keeps the service available across Availability Zones; copies against your own mistakes are yours.',
    },
  },
};

type Everywhere =
  | 'physical-facilities'
  | 'hardware-virtualization'
  | 'network-infrastructure'
  | 'media-sanitization'
  | 'account-credentials';

/** Whatever the service, the building and the network are AWS's and the account is yours. */
function everywhere(): Pick<Required<Duties>, Everywhere> {
  const { aspects } = globalInfrastructure;
  return {
    'physical-facilities': aspects['physical-facilities'],
    'hardware-virtualization': aspects['hardware-virtualization'],
    'network-infrastructure': aspects['network-infrastructure'],
    'media-sanitization': aspects['media-sanitization'],
    'account-credentials': account.aspects['account-credentials'],
  };
}
