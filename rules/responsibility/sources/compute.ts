import type { SourceStatement } from './source-statement.ts';

/** EC2, its volumes, and Auto Scaling. */
export const COMPUTE: readonly SourceStatement[] = [
  {
    section: 'Amazon EC2: Multiple Levels of Security',
    statement: 'Security is provided on the host OS, the guest OS, a firewall and signed API calls.',
    answer: { service: 'ec2', aspect: 'hardware-virtualization' },
    keywords: ['host operating system', 'guest operating system', 'firewall', 'signed API calls'],
    rules: ['ec2-security-group-open-ingress', 'ec2-imdsv2', 'ec2-user-data-secret'],
  },
  {
    section: 'Amazon EC2: The Hypervisor',
    statement: 'EC2 uses a customized Xen hypervisor with paravirtualization for Linux guests.',
    answer: { service: 'ec2', aspect: 'hardware-virtualization' },
    keywords: ['Nitro', 'Xen', 'paravirtualized'],
    aged: 'The Nitro System took the place of Xen.',
    rules: ['ec2-previous-generation-instance'],
  },
  {
    section: 'Amazon EC2: Instance Isolation',
    statement: 'Instances on one machine are isolated from each other by the hypervisor.',
    answer: { service: 'ec2', aspect: 'hardware-virtualization' },
    keywords: ['isolates instances'],
    aged: 'Nitro isolates them today.',
    rules: ['ec2-shared-tenancy', 'ec2-host-auto-placement'],
  },
  {
    section: 'Amazon EC2: Instance Isolation',
    statement: 'The firewall resides within the hypervisor layer between the physical and the virtual interface.',
    answer: { service: 'ec2', aspect: 'network-exposure' },
    keywords: ['firewall', 'between the physical interface'],
    aged: 'The firewall runs on the Nitro card.',
    rules: ['ec2-security-group-open-ingress', 'ec2-security-group-open-egress', 'ec2-source-dest-check'],
  },
  {
    section: 'Amazon EC2: Elastic Block Storage',
    statement:
      'Volume access is restricted to the account that created it and to its IAM users that were granted EBS operations.',
    answer: { service: 'ebs', aspect: 'identity-access' },
    keywords: ['restricts volume access', 'EBS operations'],
    rules: [
      'ec2-volume-encryption',
      'ec2-snapshot-block-public-access',
      'ec2-volume-customer-key',
      'iam-policy-wildcard-resource',
    ],
  },
  {
    section: 'Amazon EC2: Elastic Block Storage',
    statement: 'Volumes from 1 GB to 16 TB are mounted as devices.',
    answer: { service: 'ebs', aspect: 'hardware-virtualization' },
    keywords: ['devices'],
    aged: 'Volumes grow to 64 TiB.',
    rules: ['ec2-volume-encryption', 'ec2-block-device-encryption', 'ec2-volume-backup-plan'],
  },
  {
    section: 'Auto Scaling',
    statement: 'Every request to the control API is authenticated.',
    answer: { service: 'auto-scaling', aspect: 'identity-access' },
    keywords: ['authenticates every request'],
    rules: ['iam-policy-service-wildcard'],
  },
  {
    section: 'Auto Scaling',
    statement: 'Instances launched with an IAM role get its credentials automatically.',
    answer: { service: 'auto-scaling', aspect: 'identity-access' },
    keywords: ['role', 'automatically'],
    rules: ['ec2-imdsv2', 'ec2-metadata-hop-limit', 'ec2-instance-profile', 'ec2-user-data-secret'],
  },
];
