import type { Aspect, ServiceClass } from './types.ts';

/** Where the statements come from: AWS's paper "Amazon Web Services: Overview of Security Processes". */
export const SOURCE_DOCUMENT = 'https://d1.awsstatic.com/whitepapers/Security/AWS_Security_Whitepaper.pdf';

/** One statement of the paper, in our own words, and where Remit answers it. */
export interface SourceStatement {
  /** The heading it stands under. */
  readonly section: string;
  readonly statement: string;
  /** The duty of a service or of a whole class, or the compliance programme, that says it. */
  readonly answer:
    | { readonly service: string; readonly aspect: Aspect }
    | { readonly class: ServiceClass; readonly aspect: Aspect }
    | { readonly programme: string };
  /** Words that the answer must contain, in any case: the key fact. */
  readonly keywords: readonly string[];
  /** What AWS has changed since; the answer says so, too. */
  readonly aged?: string;
}

/** Everything the paper says of AWS's and the customer's duties: a test fails when one is not answered. */
export const SOURCE_STATEMENTS: readonly SourceStatement[] = [
  {
    section: 'Shared Security Responsibility Model',
    statement: 'AWS secures the underlying infrastructure that supports the cloud.',
    answer: {
      service: 'global-infrastructure',
      aspect: 'hardware-virtualization',
    },
    keywords: ['AWS owns the servers', 'infrastructure'],
  },
  {
    section: 'Shared Security Responsibility Model',
    statement: 'The customer is responsible for what it puts on the cloud or connects to it.',
    answer: {
      class: 'infrastructure',
      aspect: 'identity-access',
    },
    keywords: ['leaves all necessary security configuration'],
  },
  {
    section: 'AWS Security Responsibilities',
    statement: 'AWS is responsible for the security configuration of its managed services.',
    answer: {
      class: 'abstracted',
      aspect: 'platform-patching',
    },
    keywords: ['AWS keeps the service itself up to date'],
  },
  {
    section: 'AWS Security Responsibilities',
    statement:
      'AWS handles guest OS and database patching, firewall configuration and disaster recovery of managed services.',
    answer: {
      class: 'container',
      aspect: 'platform-patching',
    },
    keywords: ['database patching', 'firewall configuration', 'disaster recovery'],
  },
  {
    section: 'AWS Security Responsibilities',
    statement:
      'For most managed services the customer configures logical access controls and protects its account credentials.',
    answer: {
      class: 'abstracted',
      aspect: 'identity-access',
    },
    keywords: ['logical access control', 'account credentials'],
  },
  {
    section: 'Customer Security Responsibilities',
    statement:
      "Infrastructure as a Service is completely under the customer's control, with all necessary security configuration and management.",
    answer: {
      class: 'infrastructure',
      aspect: 'identity-access',
    },
    keywords: ['Infrastructure as a Service', 'configuration and management'],
  },
  {
    section: 'Customer Security Responsibilities',
    statement: "EC2 is among the services under the customer's control.",
    answer: {
      service: 'ec2',
      aspect: 'os-patching',
    },
    keywords: ['You own the guest operating system'],
  },
  {
    section: 'Customer Security Responsibilities',
    statement: "VPC is among the services under the customer's control.",
    answer: {
      service: 'vpc',
      aspect: 'network-exposure',
    },
    keywords: ['You shape the network'],
  },
  {
    section: 'Customer Security Responsibilities',
    statement: "S3 is among the services under the customer's control.",
    answer: {
      service: 's3',
      aspect: 'identity-access',
    },
    keywords: ['wholly under your control'],
    aged: 'AWS counts S3 among the abstracted services today.',
  },
  {
    section: 'Customer Security Responsibilities',
    statement: 'With managed services the customer does not launch or maintain instances.',
    answer: {
      service: 'rds',
      aspect: 'os-patching',
    },
    keywords: ['launches and maintains'],
  },
  {
    section: 'Customer Security Responsibilities',
    statement: 'With managed services the customer does not patch the guest OS or database.',
    answer: {
      service: 'rds',
      aspect: 'platform-patching',
    },
    keywords: ['AWS tests database patches'],
  },
  {
    section: 'Customer Security Responsibilities',
    statement: 'With managed services the customer does not replicate databases.',
    answer: {
      service: 'rds',
      aspect: 'backup-durability',
    },
    keywords: ['replicates'],
  },
  {
    section: 'Customer Security Responsibilities',
    statement: "Account credentials are the customer's to protect, with multi-factor authentication for each account.",
    answer: {
      service: 'account',
      aspect: 'account-credentials',
    },
    keywords: ['MFA', 'You protect'],
    aged: 'AWS requires MFA of root users since 2024.',
  },
  {
    section: 'Customer Security Responsibilities',
    statement: 'Individual user accounts are set up with IAM.',
    answer: {
      service: 'iam',
      aspect: 'identity-access',
    },
    keywords: ['individual identities'],
    aged: 'People sign in through IAM Identity Center rather than as IAM users.',
  },
  {
    section: 'Customer Security Responsibilities',
    statement: 'Communication with AWS resources should require SSL/TLS.',
    answer: {
      service: 'account',
      aspect: 'encryption-in-transit',
    },
    keywords: ['TLS 1.2'],
    aged: 'TLS took the place of SSL.',
  },
  {
    section: 'Customer Security Responsibilities',
    statement: 'API and user activity logging is set up with CloudTrail.',
    answer: {
      service: 'cloudtrail',
      aspect: 'logging-monitoring',
    },
    keywords: ['trail for all Regions'],
  },
  {
    section: 'AWS Global Infrastructure Security',
    statement:
      'The infrastructure includes facilities, network, hardware and operational software such as host OS and virtualization software.',
    answer: {
      service: 'global-infrastructure',
      aspect: 'hardware-virtualization',
    },
    keywords: ['facilities', 'network', 'host operating system', 'virtualization'],
  },
  {
    section: 'AWS Compliance Program',
    statement: 'SOC 1, SSAE 16, ISAE 3402, formerly SAS 70.',
    answer: {
      programme: 'soc-1',
    },
    keywords: ['ISAE 3402', 'SSAE'],
    aged: 'SSAE 18 took the place of SSAE 16 in 2017.',
  },
  {
    section: 'AWS Compliance Program',
    statement: 'SOC 2.',
    answer: {
      programme: 'soc-2',
    },
    keywords: ['SOC 2'],
  },
  {
    section: 'AWS Compliance Program',
    statement: 'SOC 3.',
    answer: {
      programme: 'soc-3',
    },
    keywords: ['SOC 3'],
  },
  {
    section: 'AWS Compliance Program',
    statement: 'FISMA.',
    answer: {
      programme: 'fisma',
    },
    keywords: ['FISMA'],
  },
  {
    section: 'AWS Compliance Program',
    statement: 'FedRAMP.',
    answer: {
      programme: 'fedramp',
    },
    keywords: ['FedRAMP'],
  },
  {
    section: 'AWS Compliance Program',
    statement: 'DIACAP.',
    answer: {
      programme: 'dod-srg',
    },
    keywords: ['DIACAP'],
    aged: 'The Risk Management Framework replaced DIACAP in 2014.',
  },
  {
    section: 'AWS Compliance Program',
    statement: 'DoD CSM levels 1 to 5.',
    answer: {
      programme: 'dod-srg',
    },
    keywords: ['CSM'],
    aged: 'Impact levels 2 to 6 of the DoD Cloud Computing SRG replaced the levels of the Cloud Security Model.',
  },
  {
    section: 'AWS Compliance Program',
    statement: 'PCI DSS level 1.',
    answer: {
      programme: 'pci-dss',
    },
    keywords: ['PCI DSS', 'Level 1'],
  },
  {
    section: 'AWS Compliance Program',
    statement: 'ISO 9001.',
    answer: {
      programme: 'iso-9001',
    },
    keywords: ['ISO 9001'],
  },
  {
    section: 'AWS Compliance Program',
    statement: 'ISO 27001.',
    answer: {
      programme: 'iso-27001',
    },
    keywords: ['ISO/IEC 27001'],
  },
  {
    section: 'AWS Compliance Program',
    statement: 'ITAR.',
    answer: {
      programme: 'itar',
    },
    keywords: ['ITAR'],
  },
  {
    section: 'AWS Compliance Program',
    statement: 'FIPS 140-2.',
    answer: {
      programme: 'fips-140',
    },
    keywords: ['FIPS 140-2'],
    aged: 'FIPS 140-3 supersedes it.',
  },
  {
    section: 'AWS Compliance Program',
    statement: 'MTCS level 3.',
    answer: {
      programme: 'mtcs',
    },
    keywords: ['MTCS', 'Level 3'],
  },
  {
    section: 'AWS Config Security Checks',
    statement: 'HIPAA is among the regimes for which compliance can be checked.',
    answer: {
      programme: 'hipaa',
    },
    keywords: ['HIPAA'],
  },
  {
    section: 'Fire Detection and Suppression',
    statement: 'Data centers detect and suppress fire automatically.',
    answer: {
      service: 'global-infrastructure',
      aspect: 'physical-facilities',
    },
    keywords: ['fire detection and suppression'],
  },
  {
    section: 'Power',
    statement: 'Power systems are redundant and maintainable without impact.',
    answer: {
      service: 'global-infrastructure',
      aspect: 'physical-facilities',
    },
    keywords: ['power', 'redundant'],
  },
  {
    section: 'Climate and Temperature',
    statement: 'Climate is controlled to keep hardware at an operating temperature.',
    answer: {
      service: 'global-infrastructure',
      aspect: 'physical-facilities',
    },
    keywords: ['Climate', 'temperature'],
  },
  {
    section: 'Management',
    statement: 'Electrical, mechanical and life support systems are monitored and maintained.',
    answer: {
      service: 'global-infrastructure',
      aspect: 'physical-facilities',
    },
    keywords: ['monitor electrical', 'management'],
  },
  {
    section: 'Storage Device Decommissioning',
    statement: 'Storage devices at the end of their life are decommissioned so that data is not exposed.',
    answer: {
      service: 'global-infrastructure',
      aspect: 'media-sanitization',
    },
    keywords: ['NIST SP 800-88', 'decommissioning'],
  },
  {
    section: 'Business Continuity Management',
    statement: 'The infrastructure is highly available and offers the features to deploy a resilient architecture.',
    answer: {
      service: 'global-infrastructure',
      aspect: 'backup-durability',
    },
    keywords: ['business continuity', 'Availability Zones'],
  },
  {
    section: 'Availability',
    statement: 'Data centers are built in clusters in various Regions, and none is cold.',
    answer: {
      service: 'global-infrastructure',
      aspect: 'backup-durability',
    },
    keywords: ['Availability', 'none is cold'],
  },
  {
    section: 'Incident Response',
    statement: 'AWS staff respond to incidents around the clock.',
    answer: {
      service: 'global-infrastructure',
      aspect: 'logging-monitoring',
    },
    keywords: ['incident response'],
  },
  {
    section: 'Company-Wide Executive Review',
    statement: 'Internal audit and executives review the resilience plans.',
    answer: {
      service: 'global-infrastructure',
      aspect: 'logging-monitoring',
    },
    keywords: ['executive review'],
  },
  {
    section: 'Communication',
    statement: 'AWS communicates events internally and to customers.',
    answer: {
      service: 'global-infrastructure',
      aspect: 'logging-monitoring',
    },
    keywords: ['Communication'],
    aged: 'The Service Health Dashboard became the AWS Health Dashboard.',
  },
  {
    section: 'Secure Network Architecture',
    statement: 'Boundary devices with rule sets and access control lists control the flow of information.',
    answer: {
      service: 'global-infrastructure',
      aspect: 'network-infrastructure',
    },
    keywords: ['Secure network architecture', 'access control lists'],
  },
  {
    section: 'Secure Access Points',
    statement: 'A limited number of access points allow HTTPS.',
    answer: {
      service: 'global-infrastructure',
      aspect: 'network-infrastructure',
    },
    keywords: ['Secure access points', 'HTTPS'],
  },
  {
    section: 'Transmission Protection',
    statement: 'Access points are reached by HTTPS with SSL, and a VPC by an IPsec VPN.',
    answer: {
      service: 'global-infrastructure',
      aspect: 'network-infrastructure',
    },
    keywords: ['Transmission protection', 'TLS'],
    aged: 'TLS took the place of SSL.',
  },
  {
    section: 'Amazon Corporate Segregation',
    statement:
      "The production network is segregated from Amazon's corporate network; staff enter by a bastion host that logs all activity.",
    answer: {
      service: 'global-infrastructure',
      aspect: 'network-infrastructure',
    },
    keywords: ['Corporate segregation', 'bastion host', 'logs all activity'],
  },
  {
    section: 'Fault-Tolerant Design',
    statement: 'Regions and Availability Zones are designed for fault tolerance.',
    answer: {
      service: 'global-infrastructure',
      aspect: 'network-infrastructure',
    },
    keywords: ['Fault-tolerant design'],
  },
  {
    section: 'Network Monitoring and Protection',
    statement: 'AWS monitors the network and protects against common attacks.',
    answer: {
      service: 'global-infrastructure',
      aspect: 'network-infrastructure',
    },
    keywords: ['Network monitoring and protection', 'spoofing'],
  },
  {
    section: 'Account Review and Audit',
    statement:
      'Staff accounts are reviewed every 90 days; without explicit re-approval access is revoked automatically.',
    answer: {
      service: 'global-infrastructure',
      aspect: 'identity-access',
    },
    keywords: ['90 days', 'revoked automatically'],
  },
  {
    section: 'Background Checks',
    statement: 'Employees are subject to background checks.',
    answer: {
      service: 'global-infrastructure',
      aspect: 'identity-access',
    },
    keywords: ['Background checks'],
  },
  {
    section: 'Credentials Policy',
    statement: 'Passwords of staff must be complex and change every 90 days.',
    answer: {
      service: 'global-infrastructure',
      aspect: 'identity-access',
    },
    keywords: ['passwords must be complex', '90 days'],
  },
  {
    section: 'Secure Design Principles',
    statement: 'Services are developed by secure design principles.',
    answer: {
      service: 'global-infrastructure',
      aspect: 'platform-patching',
    },
    keywords: ['Secure design principles'],
  },
  {
    section: 'Change Management',
    statement: 'Routine, emergency and configuration changes are authorized, logged, tested, approved and documented.',
    answer: {
      service: 'global-infrastructure',
      aspect: 'platform-patching',
    },
    keywords: ['authorized', 'logged', 'tested', 'approved', 'documented'],
  },
  {
    section: 'Change Management: Software',
    statement: 'Changes to customer-impacting services are reviewed, tested, approved and communicated.',
    answer: {
      service: 'global-infrastructure',
      aspect: 'platform-patching',
    },
    keywords: ['communicated'],
  },
  {
    section: 'Change Management: Infrastructure',
    statement: "Amazon's own software automates IT processes for UNIX/Linux hosts.",
    answer: {
      service: 'global-infrastructure',
      aspect: 'platform-patching',
    },
    keywords: ['UNIX/Linux hosts', 'configuration management'],
  },
  {
    section: 'AWS Account Security Features',
    statement:
      'The account offers credentials, HTTPS endpoints, IAM user accounts, activity logging and Trusted Advisor checks.',
    answer: {
      service: 'account',
      aspect: 'logging-monitoring',
    },
    keywords: ['credentials', 'HTTPS endpoints', 'activity logging', 'Trusted Advisor'],
  },
  {
    section: 'AWS Credentials',
    statement: 'Passwords.',
    answer: {
      service: 'account',
      aspect: 'account-credentials',
    },
    keywords: ['Passwords'],
  },
  {
    section: 'AWS Credentials',
    statement: 'Multi-factor authentication.',
    answer: {
      service: 'account',
      aspect: 'account-credentials',
    },
    keywords: ['Multi-factor authentication'],
  },
  {
    section: 'AWS Credentials',
    statement: 'Access keys.',
    answer: {
      service: 'account',
      aspect: 'account-credentials',
    },
    keywords: ['Access keys'],
  },
  {
    section: 'AWS Credentials',
    statement: 'Key pairs.',
    answer: {
      service: 'account',
      aspect: 'account-credentials',
    },
    keywords: ['Key pairs'],
  },
  {
    section: 'AWS Credentials',
    statement: 'X.509 certificates.',
    answer: {
      service: 'account',
      aspect: 'account-credentials',
    },
    keywords: ['X.509'],
    aged: 'They no longer sign SOAP requests; IAM Roles Anywhere exchanges them for temporary credentials.',
  },
  {
    section: 'Individual User Accounts',
    statement: 'Each user has an account of its own.',
    answer: {
      service: 'account',
      aspect: 'identity-access',
    },
    keywords: ['individual identity', 'Separate user accounts'],
    aged: 'IAM Identity Center gives people their identity.',
  },
  {
    section: 'Secure HTTPS Access Points',
    statement: 'AWS provides HTTPS access points for its APIs.',
    answer: {
      service: 'account',
      aspect: 'encryption-in-transit',
    },
    keywords: ['HTTPS access points'],
    aged: 'TLS 1.2 is the least that they accept.',
  },
  {
    section: 'Security Logs',
    statement: 'CloudTrail tells which service was accessed, what action was performed and who made the request.',
    answer: {
      service: 'cloudtrail',
      aspect: 'logging-monitoring',
    },
    keywords: ['which service was accessed', 'what action', 'who made the request'],
  },
  {
    section: 'AWS Trusted Advisor Security Checks',
    statement: 'Trusted Advisor inspects the account for security gaps.',
    answer: {
      service: 'trusted-advisor',
      aspect: 'logging-monitoring',
    },
    keywords: ['security checks', 'open ports'],
  },
  {
    section: 'AWS Config Security Checks',
    statement: 'Config records configuration changes continuously.',
    answer: {
      service: 'config',
      aspect: 'logging-monitoring',
    },
    keywords: ['records changes', 'continuously'],
  },
  {
    section: 'AWS Config Security Checks',
    statement: 'Config rules verify compliance with own policies, best practices and regimes such as PCI or HIPAA.',
    answer: {
      service: 'config',
      aspect: 'logging-monitoring',
    },
    keywords: ['rules', 'PCI', 'HIPAA'],
    aged: 'Conformance packs bundle rules per regime.',
  },
  {
    section: 'Amazon EC2: Multiple Levels of Security',
    statement: 'Security is provided on the host OS, the guest OS, a firewall and signed API calls.',
    answer: {
      service: 'ec2',
      aspect: 'hardware-virtualization',
    },
    keywords: ['host operating system', 'guest operating system', 'firewall', 'signed API calls'],
  },
  {
    section: 'Amazon EC2: The Hypervisor',
    statement: 'EC2 uses a customized Xen hypervisor with paravirtualization for Linux guests.',
    answer: {
      service: 'ec2',
      aspect: 'hardware-virtualization',
    },
    keywords: ['Nitro', 'Xen', 'paravirtualized'],
    aged: 'The Nitro System took the place of Xen.',
  },
  {
    section: 'Amazon EC2: Instance Isolation',
    statement: 'Instances on one machine are isolated from each other by the hypervisor.',
    answer: {
      service: 'ec2',
      aspect: 'hardware-virtualization',
    },
    keywords: ['isolates instances'],
    aged: 'Nitro isolates them today.',
  },
  {
    section: 'Amazon EC2: Instance Isolation',
    statement: 'The firewall resides within the hypervisor layer between the physical and the virtual interface.',
    answer: {
      service: 'ec2',
      aspect: 'network-exposure',
    },
    keywords: ['firewall', 'between the physical interface'],
    aged: 'The firewall runs on the Nitro card.',
  },
  {
    section: 'Amazon EC2: Elastic Block Storage',
    statement:
      'Volume access is restricted to the account that created it and to its IAM users that were granted EBS operations.',
    answer: {
      service: 'ebs',
      aspect: 'identity-access',
    },
    keywords: ['restricts volume access', 'EBS operations'],
  },
  {
    section: 'Amazon EC2: Elastic Block Storage',
    statement: 'Volumes from 1 GB to 16 TB are mounted as devices.',
    answer: {
      service: 'ebs',
      aspect: 'hardware-virtualization',
    },
    keywords: ['devices'],
    aged: 'Volumes grow to 64 TiB.',
  },
  {
    section: 'Auto Scaling',
    statement: 'Every request to the control API is authenticated.',
    answer: {
      service: 'auto-scaling',
      aspect: 'identity-access',
    },
    keywords: ['authenticates every request'],
  },
  {
    section: 'Auto Scaling',
    statement: 'Instances launched with an IAM role get its credentials automatically.',
    answer: {
      service: 'auto-scaling',
      aspect: 'identity-access',
    },
    keywords: ['role', 'automatically'],
  },
  {
    section: 'Elastic Load Balancing',
    statement: 'Encryption and decryption move from the instances to the load balancer.',
    answer: {
      service: 'elb',
      aspect: 'encryption-in-transit',
    },
    keywords: ['takes over encryption and decryption'],
  },
  {
    section: 'Elastic Load Balancing',
    statement: 'Clients have a single point of contact, a first line of defense.',
    answer: {
      service: 'elb',
      aspect: 'network-exposure',
    },
    keywords: ['single point of contact', 'first line of defense'],
  },
  {
    section: 'Elastic Load Balancing',
    statement: 'In a VPC, security groups are managed for the load balancer.',
    answer: {
      service: 'elb',
      aspect: 'network-exposure',
    },
    keywords: ['security groups', 'VPC'],
  },
  {
    section: 'Elastic Load Balancing',
    statement: 'Traffic can be encrypted end to end with TLS, and certificates are managed centrally.',
    answer: {
      service: 'elb',
      aspect: 'encryption-in-transit',
    },
    keywords: ['End-to-end', 'managed centrally'],
    aged: 'TLS took the place of SSL.',
  },
  {
    section: 'Amazon VPC',
    statement: 'Architectures with public and private subnets and VPN access give varying levels of public access.',
    answer: {
      service: 'vpc',
      aspect: 'network-exposure',
    },
    keywords: ['public subnet', 'private subnets', 'VPN access'],
  },
  {
    section: 'Amazon VPC',
    statement: 'EC2 security groups do not work inside a VPC; groups are created for it.',
    answer: {
      service: 'vpc',
      aspect: 'network-exposure',
    },
    keywords: ['EC2-Classic', 'security groups'],
    aged: 'EC2-Classic was retired in 2022, so all groups belong to a VPC.',
  },
  {
    section: 'Amazon VPC',
    statement: 'Each VPC is a distinct, isolated network.',
    answer: {
      service: 'vpc',
      aspect: 'network-infrastructure',
    },
    keywords: ['distinct', 'isolates'],
  },
  {
    section: 'Amazon VPC: API Access',
    statement: 'Calls that change networks are signed by a secret access key.',
    answer: {
      service: 'vpc',
      aspect: 'identity-access',
    },
    keywords: ['signed'],
    aged: "Signing with the account's own keys is discouraged today.",
  },
  {
    section: 'Amazon VPC: Subnets and Route Tables',
    statement: 'Each instance is connected to one subnet, whose route table decides where leaving traffic goes.',
    answer: {
      service: 'vpc',
      aspect: 'network-exposure',
    },
    keywords: ['one subnet', 'route table'],
  },
  {
    section: 'Amazon VPC: Firewall (Security Groups)',
    statement:
      'Security groups filter ingress and egress; the default group admits its members and lets everything out.',
    answer: {
      service: 'vpc',
      aspect: 'network-exposure',
    },
    keywords: ['ingress and egress', 'default group'],
  },
  {
    section: 'Amazon VPC: Network Access Control Lists',
    statement: 'Network ACLs are stateless filters of all traffic of a subnet.',
    answer: {
      service: 'vpc',
      aspect: 'network-exposure',
    },
    keywords: ['stateless', 'Network ACLs'],
  },
  {
    section: 'Amazon VPC: Virtual Private Gateway',
    statement: 'A virtual private gateway connects the VPC privately to another network.',
    answer: {
      service: 'vpc',
      aspect: 'network-exposure',
    },
    keywords: ['virtual private gateway'],
  },
  {
    section: 'Amazon VPC: Internet Gateway',
    statement: 'An internet gateway connects the VPC directly to S3, other services and the internet.',
    answer: {
      service: 'vpc',
      aspect: 'network-exposure',
    },
    keywords: ['internet gateway', 'Amazon S3'],
  },
  {
    section: 'Amazon VPC: Dedicated Instances',
    statement: 'A VPC can be created with dedicated tenancy.',
    answer: {
      service: 'vpc',
      aspect: 'hardware-virtualization',
    },
    keywords: ['dedicated tenancy'],
  },
  {
    section: 'Amazon VPC: Elastic Network Interfaces',
    statement: 'An instance has a default network interface and takes an additional one.',
    answer: {
      service: 'vpc',
      aspect: 'network-exposure',
    },
    keywords: ['elastic network interfaces'],
    aged: 'The limit of two interfaces grew with instance types.',
  },
  {
    section: 'Amazon VPC: Default VPC',
    statement: 'A default VPC gets a default subnet in each zone, an internet gateway and a main route table to it.',
    answer: {
      service: 'vpc',
      aspect: 'network-exposure',
    },
    keywords: ['default subnet', 'main route table'],
  },
  {
    section: 'Amazon VPC: Default VPC',
    statement: 'A default VPC gets a default security group, network ACL and DHCP options set.',
    answer: {
      service: 'vpc',
      aspect: 'network-exposure',
    },
    keywords: ['default security group', 'default network ACL', 'DHCP options'],
  },
  {
    section: 'Amazon Route 53',
    statement: 'Distributed DNS servers route users consistently.',
    answer: {
      service: 'route53',
      aspect: 'network-infrastructure',
    },
    keywords: ['distributed', 'consistent'],
  },
  {
    section: 'Amazon Route 53',
    statement: 'Health checks and DNS failover keep a site available.',
    answer: {
      service: 'route53',
      aspect: 'backup-durability',
    },
    keywords: ['checks health', 'fails over'],
  },
  {
    section: 'Amazon Route 53',
    statement: 'Every request to the control API is authenticated.',
    answer: {
      service: 'route53',
      aspect: 'identity-access',
    },
    keywords: ['authenticates every request'],
  },
  {
    section: 'Amazon CloudFront',
    statement: 'Every request to the control API is authenticated, over SSL-enabled endpoints only.',
    answer: {
      service: 'cloudfront',
      aspect: 'identity-access',
    },
    keywords: ['authenticates every control request', 'TLS only'],
    aged: 'TLS took the place of SSL.',
  },
  {
    section: 'Amazon CloudFront',
    statement: 'Durability of data at edge locations is not guaranteed.',
    answer: {
      service: 'cloudfront',
      aspect: 'backup-durability',
    },
    keywords: ['Durability at edge locations is not guaranteed'],
  },
  {
    section: 'Amazon CloudFront',
    statement: 'Private content controls delivery to viewers and access of edge locations to S3.',
    answer: {
      service: 'cloudfront',
      aspect: 'identity-access',
    },
    keywords: ['Private content', 'two parts'],
  },
  {
    section: 'Amazon CloudFront',
    statement: 'Origin access identities control access to the originals in S3.',
    answer: {
      service: 'cloudfront',
      aspect: 'network-exposure',
    },
    keywords: ['origin access control', 'OAI'],
    aged: 'Origin access control replaced them in 2022.',
  },
  {
    section: 'Amazon CloudFront',
    statement: 'Signed URLs control who downloads from edge locations.',
    answer: {
      service: 'cloudfront',
      aspect: 'identity-access',
    },
    keywords: ['Signed URLs'],
    aged: "Key groups took the place of the root user's key pairs.",
  },
  {
    section: 'AWS Direct Connect',
    statement: 'A dedicated link runs from the internal network to a Region.',
    answer: {
      service: 'direct-connect',
      aspect: 'network-infrastructure',
    },
    keywords: ['dedicated link'],
  },
  {
    section: 'AWS Direct Connect',
    statement: 'Virtual interfaces lead to services such as EC2 and S3 and to a VPC.',
    answer: {
      service: 'direct-connect',
      aspect: 'network-infrastructure',
    },
    keywords: ['virtual interface', 'Amazon S3', 'VPC'],
  },
  {
    section: 'Amazon S3: Data Access',
    statement: 'IAM policies control users.',
    answer: {
      service: 's3',
      aspect: 'identity-access',
    },
    keywords: ['IAM policies'],
  },
  {
    section: 'Amazon S3: Data Access',
    statement: 'ACLs control other accounts.',
    answer: {
      service: 's3',
      aspect: 'identity-access',
    },
    keywords: ['ACLs'],
    aged: 'ACLs are off for new buckets since 2023.',
  },
  {
    section: 'Amazon S3: Data Access',
    statement: 'Bucket policies control accounts and users.',
    answer: {
      service: 's3',
      aspect: 'identity-access',
    },
    keywords: ['bucket policies'],
  },
  {
    section: 'Amazon S3: Data Access',
    statement: 'Query string authentication shares objects by URLs valid for a time.',
    answer: {
      service: 's3',
      aspect: 'identity-access',
    },
    keywords: ['query string authentication', 'Presigned'],
  },
  {
    section: 'Amazon S3: Data Transfer',
    statement: 'Uploads and downloads go via SSL-encrypted endpoints.',
    answer: {
      service: 's3',
      aspect: 'encryption-in-transit',
    },
    keywords: ['TLS endpoints'],
    aged: 'TLS took the place of SSL.',
  },
  {
    section: 'Amazon S3: Data Storage',
    statement: 'Client-side encryption.',
    answer: {
      service: 's3',
      aspect: 'encryption-at-rest',
    },
    keywords: ['client-side encryption'],
  },
  {
    section: 'Amazon S3: Data Storage',
    statement: 'Server-side encryption.',
    answer: {
      service: 's3',
      aspect: 'encryption-at-rest',
    },
    keywords: ['server-side encryption'],
    aged: 'It is the default for all new objects since January 2023.',
  },
  {
    section: 'Amazon S3: Data Storage',
    statement: 'Metadata of an object is not encrypted.',
    answer: {
      service: 's3',
      aspect: 'encryption-at-rest',
    },
    keywords: ['Metadata', 'not encrypted'],
  },
  {
    section: 'Amazon S3: Data Durability and Reliability',
    statement: 'PUT and COPY store data across several facilities before they return success.',
    answer: {
      service: 's3',
      aspect: 'backup-durability',
    },
    keywords: ['PUT and COPY', 'several facilities', 'before it returns success'],
  },
  {
    section: 'Amazon S3: Data Durability and Reliability',
    statement: 'Versioning protects further.',
    answer: {
      service: 's3',
      aspect: 'backup-durability',
    },
    keywords: ['versioning'],
  },
  {
    section: 'Amazon S3: Access Logs',
    statement: 'A bucket can log access to itself and its objects.',
    answer: {
      service: 's3',
      aspect: 'logging-monitoring',
    },
    keywords: ['access logs', 'objects'],
  },
  {
    section: 'Amazon S3: Cross-Origin Resource Sharing',
    statement: 'A bucket can allow cross-origin requests explicitly.',
    answer: {
      service: 's3',
      aspect: 'identity-access',
    },
    keywords: ['Cross-origin'],
  },
  {
    section: 'Amazon S3 Glacier: Data Upload',
    statement: 'Uploads and downloads go via SSL-encrypted endpoints.',
    answer: {
      service: 'glacier',
      aspect: 'encryption-in-transit',
    },
    keywords: ['TLS-encrypted endpoints'],
    aged: 'TLS took the place of SSL.',
  },
  {
    section: 'Amazon S3 Glacier: Data Retrieval',
    statement: 'An archive is retrieved whole or in part.',
    answer: {
      service: 'glacier',
      aspect: 'backup-durability',
    },
    keywords: ['whole or in part'],
  },
  {
    section: 'Amazon S3 Glacier: Data Storage',
    statement: 'Integrity is checked regularly and systematically, and the service heals itself.',
    answer: {
      service: 'glacier',
      aspect: 'backup-durability',
    },
    keywords: ['integrity', 'regularly', 'heals itself'],
  },
  {
    section: 'Amazon S3 Glacier: Data Access',
    statement: 'IAM specifies which users have rights to operations on a vault.',
    answer: {
      service: 'glacier',
      aspect: 'identity-access',
    },
    keywords: ['operations on a given vault'],
    aged: 'The S3 Glacier storage classes took the place of vaults.',
  },
  {
    section: 'AWS Storage Gateway',
    statement: 'Data moves asynchronously from the premises to AWS over SSL.',
    answer: {
      service: 'storage-gateway',
      aspect: 'encryption-in-transit',
    },
    keywords: ['asynchronously', 'TLS'],
    aged: 'TLS took the place of SSL.',
  },
  {
    section: 'AWS Import/Export',
    statement: 'The storage device has to be identified and authenticated.',
    answer: {
      service: 'snow',
      aspect: 'identity-access',
    },
    keywords: ['identify and authenticate'],
    aged: 'The Snow Family took the place of Import/Export.',
  },
  {
    section: 'AWS Import/Export',
    statement: 'Data on the device can be encrypted before it is shipped.',
    answer: {
      service: 'snow',
      aspect: 'encryption-at-rest',
    },
    keywords: ['encrypts all data on the device', 'before shipping'],
    aged: 'Snow devices always encrypt.',
  },
  {
    section: 'AWS Import/Export',
    statement: 'The device is erased after the import.',
    answer: {
      service: 'snow',
      aspect: 'media-sanitization',
    },
    keywords: ['erases the device', 'after the import'],
    aged: 'AWS erases its own devices rather than yours.',
  },
  {
    section: 'Amazon EFS: Data Access',
    statement: 'Security groups of instances and mount targets are the firewall that defines the traffic flow.',
    answer: {
      service: 'efs',
      aspect: 'network-exposure',
    },
    keywords: ['security groups', 'mount targets', 'traffic flow'],
  },
  {
    section: 'Amazon EFS: Data Access',
    statement: 'File systems are owned by an account.',
    answer: {
      service: 'efs',
      aspect: 'identity-access',
    },
    keywords: ['own the file system by account'],
  },
  {
    section: 'Amazon EFS: Data Durability and Reliability',
    statement: 'Data and metadata are stored across Availability Zones, synchronously and strongly consistent.',
    answer: {
      service: 'efs',
      aspect: 'backup-durability',
    },
    keywords: ['data and metadata', 'synchronously', 'strongly consistent'],
    aged: 'One Zone file systems give up the second zone.',
  },
  {
    section: 'Amazon EFS: Data Sanitization',
    statement: 'Deleted data is never served again.',
    answer: {
      service: 'efs',
      aspect: 'media-sanitization',
    },
    keywords: ['never serves data again'],
  },
  {
    section: 'Amazon DynamoDB',
    statement: 'Items are stored on solid state drives.',
    answer: {
      service: 'dynamodb',
      aspect: 'hardware-virtualization',
    },
    keywords: ['solid state drives'],
  },
  {
    section: 'Amazon DynamoDB',
    statement: 'Items are replicated automatically across Availability Zones.',
    answer: {
      service: 'dynamodb',
      aspect: 'backup-durability',
    },
    keywords: ['across Availability Zones automatically'],
  },
  {
    section: 'Amazon DynamoDB',
    statement: 'Permissions are set up in IAM, at the level of resources.',
    answer: {
      service: 'dynamodb',
      aspect: 'identity-access',
    },
    keywords: ['permissions in IAM'],
    aged: 'Tables take resource policies of their own since 2024.',
  },
  {
    section: 'Amazon DynamoDB',
    statement: 'Database-level permissions allow or deny access to items and attributes.',
    answer: {
      service: 'dynamodb',
      aspect: 'identity-access',
    },
    keywords: ['items (rows)', 'attributes (columns)'],
  },
  {
    section: 'Amazon DynamoDB',
    statement: 'Users of an identity provider get temporary credentials from STS for the specific table.',
    answer: {
      service: 'dynamodb',
      aspect: 'identity-access',
    },
    keywords: ['identity provider', 'AWS STS', 'specific table'],
  },
  {
    section: 'Amazon RDS',
    statement: 'RDS has security of its own, which the excerpt announces and does not go into.',
    answer: {
      service: 'rds',
      aspect: 'identity-access',
    },
    keywords: ['IAM authentication'],
  },
];
