import type { ServiceKnowledge } from '../types.ts';

export const ec2: ServiceKnowledge = {
  id: 'ec2',
  name: 'Amazon EC2',
  class: 'infrastructure',
  types: ['AWS::EC2::'],
  summary: 'Virtual machines, and the network interfaces, addresses and groups around them.',
  link: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-security.html',
  aspects: {
    'hardware-virtualization': {
      who: 'aws',
      sentence:
        'AWS isolates instances on one machine from each other by the Nitro hypervisor, and clears memory before the next gets it.',
      notes: [
        'Security works on several levels: host operating system, guest operating system, firewall and signed API calls.',
        "Instances reach no raw disk, only virtualized ones, and a stopped instance's memory is scrubbed.",
      ],
      link: 'https://docs.aws.amazon.com/whitepapers/latest/security-design-of-aws-nitro-system/security-design-of-aws-nitro-system.html',
      since:
        'Isolation by a customized Xen hypervisor with paravirtualized Linux guests gave way to Nitro; Xen lives on in old families alone.',
    },
    'os-patching': {
      who: 'you',
      sentence:
        'You own the guest operating system: choose a current image, patch it and replace instances whose image is old.',
      properties: {
        'AWS::EC2::Instance': ['ImageId', 'SsmAssociations'],
        'AWS::EC2::LaunchTemplate': ['LaunchTemplateData.ImageId'],
      },
    },
    'platform-patching': {
      who: 'you',
      sentence: 'You install, configure and update every application, agent and runtime on the instance.',
      properties: {
        'AWS::EC2::Instance': ['UserData'],
        'AWS::EC2::LaunchTemplate': ['LaunchTemplateData.UserData'],
      },
    },
    'identity-access': {
      who: 'you',
      sentence:
        'You give the instance a role with least privilege, and require IMDSv2 so that a forged request cannot steal its credentials.',
      properties: {
        'AWS::EC2::Instance': [
          'IamInstanceProfile',
          'MetadataOptions.HttpTokens',
          'MetadataOptions.HttpPutResponseHopLimit',
        ],
        'AWS::EC2::LaunchTemplate': [
          'LaunchTemplateData.IamInstanceProfile',
          'LaunchTemplateData.MetadataOptions.HttpTokens',
        ],
      },
      link: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-service.html',
      since:
        'IMDSv2 has asked for a session token since 2019; newer instance types and account defaults can require it.',
    },
    'network-exposure': {
      who: 'you',
      sentence:
        'You decide which ports answer to whom: security groups deny all inbound until you allow it, and public addresses are your choice.',
      notes: [
        "The firewall sits below the guest, between the physical interface and the instance's virtual one, so the guest cannot turn it off.",
      ],
      properties: {
        'AWS::EC2::Instance': ['SecurityGroupIds', 'NetworkInterfaces[].AssociatePublicIpAddress', 'SubnetId'],
        'AWS::EC2::LaunchTemplate': [
          'LaunchTemplateData.SecurityGroupIds',
          'LaunchTemplateData.NetworkInterfaces[].AssociatePublicIpAddress',
        ],
        'AWS::EC2::EIP': ['InstanceId'],
      },
      since: 'The firewall moved from the hypervisor layer to the Nitro card.',
    },
    'encryption-at-rest': {
      who: 'you',
      sentence:
        'You encrypt the volumes an instance launches with; NVMe instance store disks encrypt themselves with keys that die with it.',
      properties: {
        'AWS::EC2::Instance': ['BlockDeviceMappings[].Ebs.Encrypted', 'BlockDeviceMappings[].Ebs.KmsKeyId'],
        'AWS::EC2::LaunchTemplate': ['LaunchTemplateData.BlockDeviceMappings[].Ebs.Encrypted'],
      },
    },
    'encryption-in-transit': {
      who: 'you',
      sentence:
        'You run TLS or SSH in the guest; between many Nitro instance types AWS also encrypts the traffic on the wire.',
    },
    'keys-secrets': {
      who: 'you',
      sentence:
        'You keep secrets out of user data, which anyone on the instance can read, and guard the private half of every key pair.',
      properties: {
        'AWS::EC2::Instance': ['KeyName', 'UserData'],
        'AWS::EC2::KeyPair': ['PublicKeyMaterial'],
      },
    },
    'logging-monitoring': {
      who: 'shared',
      sentence:
        'AWS counts CPU, network and status checks; guest logs, memory metrics and detailed monitoring are yours to add.',
      properties: {
        'AWS::EC2::Instance': ['Monitoring'],
        'AWS::EC2::LaunchTemplate': ['LaunchTemplateData.Monitoring.Enabled'],
      },
    },
    'backup-durability': {
      who: 'you',
      sentence:
        'You protect instances from termination and rebuild them from images and snapshots; AWS does not copy them for you.',
      properties: {
        'AWS::EC2::Instance': ['DisableApiTermination', 'BlockDeviceMappings[].Ebs.DeleteOnTermination'],
        'AWS::EC2::LaunchTemplate': ['LaunchTemplateData.DisableApiTermination'],
      },
    },
  },
  overrides: {
    'AWS::EC2::KeyPair': {
      'account-credentials': {
        who: 'you',
        sentence:
          'You hold the private key: AWS keeps only the public half, or puts a generated private key in Parameter Store once.',
        properties: {
          'AWS::EC2::KeyPair': ['PublicKeyMaterial', 'KeyType'],
        },
      },
    },
    'AWS::EC2::Host': {
      'hardware-virtualization': {
        who: 'shared',
        sentence:
          'AWS runs the host; you reserve a whole physical server for yourself and decide which instances share it.',
        properties: {
          'AWS::EC2::Host': ['HostRecovery', 'AutoPlacement'],
        },
      },
    },
    'AWS::EC2::EIP': {
      'network-exposure': {
        who: 'you',
        sentence:
          'You give out an address that the whole internet can route to, and release it when nothing should answer there.',
        properties: {
          'AWS::EC2::EIP': ['InstanceId'],
        },
      },
    },
    'AWS::EC2::LaunchTemplate': {
      'network-exposure': {
        who: 'you',
        sentence:
          'You decide for every instance launched from it: security groups, subnets and whether it gets a public address.',
        properties: {
          'AWS::EC2::LaunchTemplate': [
            'LaunchTemplateData.SecurityGroupIds',
            'LaunchTemplateData.NetworkInterfaces[].AssociatePublicIpAddress',
          ],
        },
      },
    },
    'AWS::EC2::InstanceConnectEndpoint': {
      'network-exposure': {
        who: 'you',
        sentence:
          'You open SSH and RDP to private instances without a public address: its security group says to which.',
        properties: {
          'AWS::EC2::InstanceConnectEndpoint': ['SecurityGroupIds', 'PreserveClientIp'],
        },
      },
    },
    'AWS::EC2::NetworkInterface': {
      'network-exposure': {
        who: 'you',
        sentence:
          'You choose its security groups, and keep the source/destination check on unless it routes for others.',
        properties: {
          'AWS::EC2::NetworkInterface': ['GroupSet', 'SourceDestCheck'],
        },
      },
    },
  },
  carries: {
    'AWS::EC2::EIP': ['network-exposure'],
    'AWS::EC2::EIPAssociation': ['network-exposure'],
    'AWS::EC2::KeyPair': ['identity-access', 'keys-secrets', 'account-credentials'],
    'AWS::EC2::PlacementGroup': ['backup-durability'],
    'AWS::EC2::InstanceConnectEndpoint': ['identity-access', 'network-exposure', 'logging-monitoring'],
    'AWS::EC2::NetworkInterface': ['network-exposure'],
    'AWS::EC2::NetworkInterfaceAttachment': ['network-exposure'],
    'AWS::EC2::NetworkInterfacePermission': ['identity-access', 'network-exposure'],
    'AWS::EC2::CapacityReservation': ['backup-durability'],
    'AWS::EC2::CapacityReservationFleet': ['backup-durability'],
    'AWS::EC2::InstanceEventWindow': ['backup-durability'],
  },
};
