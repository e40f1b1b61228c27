import type { ServiceKnowledge } from '../types.ts';

export const globalInfrastructure = {
  id: 'global-infrastructure',
  name: 'AWS Global Infrastructure',
  class: 'infrastructure',
  types: [],
  summary: 'Facilities, network, hardware and host software that every service runs on.',
  link: 'https://docs.aws.amazon.com/whitepapers/latest/introduction-aws-security/welcome.html',
  aspects: {
    'physical-facilities': {
      who: 'aws',
      sentence:
        'AWS guards and runs the data centers, from fences and staff access to power, cooling and fire suppression.',
      notes: [
        'Automatic fire detection and suppression equipment protects people and hardware.',
        'Electrical power systems are redundant, with backup units and generators for the whole facility.',
        'Climate control keeps temperature and humidity at a level at which servers do not overheat.',
        'AWS staff monitor electrical, mechanical and life support systems, and preventive maintenance is part of their management.',
      ],
      link: 'https://aws.amazon.com/compliance/data-center/controls/',
    },
    'hardware-virtualization': {
      who: 'aws',
      sentence:
        'AWS owns the servers, firmware and the Nitro System, which isolates tenants and gives AWS staff no way into your memory.',
      notes: [
        'The global infrastructure is facilities, network, hardware and the operational software on it, such as host operating system and virtualization.',
        'On Nitro, virtual network, storage and management run on dedicated cards, and the hypervisor only divides CPU and memory.',
      ],
      link: 'https://docs.aws.amazon.com/whitepapers/latest/security-design-of-aws-nitro-system/security-design-of-aws-nitro-system.html',
      since:
        'A customized Xen hypervisor carried the first generations of EC2; new instance families run on the Nitro System since 2017.',
    },
    'network-infrastructure': {
      who: 'aws',
      sentence:
        'AWS runs the backbone, edge and regional network, encrypts links that leave its buildings and absorbs common DDoS attacks.',
      notes: [
        'Secure network architecture: boundary devices with rule sets and access control lists govern every flow, and the lists are approved and pushed centrally.',
        'Secure access points: customers enter by a limited number of API endpoints over HTTPS, which AWS can monitor in and out.',
        'Transmission protection: you reach an access point over HTTPS with TLS, and a VPC with an IPsec VPN where you need a further layer.',
        "Corporate segregation: the production network is apart from Amazon's corporate one; approved staff enter by a bastion host that logs all activity.",
        'Fault-tolerant design: Regions are isolated from each other and made of Availability Zones with their own power and network.',
        'Network monitoring and protection: AWS watches for DDoS, man-in-the-middle, IP spoofing, port scanning and sniffing, and drops spoofed traffic at the host.',
      ],
      link: 'https://docs.aws.amazon.com/whitepapers/latest/introduction-aws-security/infrastructure-security.html',
      since: 'TLS took the place of SSL; AWS endpoints refuse anything older than TLS 1.2 since 2024.',
    },
    'os-patching': {
      who: 'aws',
      sentence:
        'AWS patches the host operating system and virtualization software below every guest and every managed service.',
    },
    'platform-patching': {
      who: 'aws',
      sentence:
        'AWS reviews, tests, approves and rolls out changes to its services in phases, and tells you when one may affect you.',
      notes: [
        'Change management: routine, emergency and configuration changes are authorized, logged, tested, approved and documented.',
        'Software: changes to services that customers see are reviewed, tested, approved and communicated.',
        "Infrastructure: Amazon's own software automates third-party delivery, internally developed software and configuration management of UNIX/Linux hosts.",
        'Secure design principles: design reviews, threat models, static analysis and recurring penetration tests are part of development.',
      ],
    },
    'identity-access': {
      who: 'aws',
      sentence:
        "AWS reviews its own staff's access every 90 days, and without explicit approval anew it is revoked automatically.",
      notes: [
        'Background checks precede employment, as far as the law permits and in proportion to the position.',
        'Staff passwords must be complex and are forced to change every 90 days.',
      ],
    },
    'logging-monitoring': {
      who: 'aws',
      sentence:
        'AWS operators detect, handle and communicate incidents around the clock, and executives review how resilient the services are.',
      notes: [
        'Incident response: staff in every time zone drive the resolution of events that affect the business.',
        'Company-wide executive review: internal audit looks at the resilience plans, and so do the senior executives and the audit committee.',
        'Communication: the AWS Health Dashboard tells customers what is happening, and internal channels tell everyone else.',
      ],
      link: 'https://aws.amazon.com/premiumsupport/technology/aws-health-dashboard/',
      since: 'The Service Health Dashboard became the AWS Health Dashboard in 2022.',
    },
    'backup-durability': {
      who: 'shared',
      sentence:
        'AWS builds Regions of several Availability Zones for business continuity; that your stack uses more than one is your design.',
      notes: [
        'Availability: data centers are online and serving in clusters, none is cold, and traffic moves away from a failed one automatically.',
      ],
    },
    'media-sanitization': {
      who: 'aws',
      sentence: 'AWS wipes, degausses or destroys storage media by NIST SP 800-88 before they leave its control.',
      notes: [
        'Storage device decommissioning: no medium that held customer data leaves AWS custody before it is sanitized.',
      ],
      link: 'https://aws.amazon.com/compliance/data-center/controls/',
    },
  },
} as const satisfies ServiceKnowledge;
