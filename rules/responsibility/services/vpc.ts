import type { ServiceKnowledge } from '../types.ts';

export const vpc: ServiceKnowledge = {
  id: 'vpc',
  name: 'Amazon VPC',
  class: 'infrastructure',
  types: [
    'AWS::EC2::VPC*',
    'AWS::EC2::Subnet*',
    'AWS::EC2::Route*',
    'AWS::EC2::SecurityGroup*',
    'AWS::EC2::NetworkAcl*',
    'AWS::EC2::InternetGateway',
    'AWS::EC2::EgressOnlyInternetGateway',
    'AWS::EC2::NatGateway',
    'AWS::EC2::FlowLog',
    'AWS::EC2::VPN*',
    'AWS::EC2::CustomerGateway',
    'AWS::EC2::ClientVpn*',
    'AWS::EC2::TransitGateway*',
    'AWS::EC2::DHCPOptions',
    'AWS::EC2::PrefixList',
    'AWS::EC2::IPAM*',
    'AWS::EC2::Ipam*',
    'AWS::EC2::CarrierGateway',
    'AWS::EC2::LocalGateway*',
    'AWS::EC2::TrafficMirror*',
    'AWS::EC2::VerifiedAccess*',
    'AWS::EC2::NetworkInsights*',
    'AWS::EC2::GatewayRouteTableAssociation',
  ],
  summary: 'Your own isolated network: subnets, routes, gateways, security groups and access control lists.',
  link: 'https://docs.aws.amazon.com/vpc/latest/userguide/security.html',
  aspects: {
    'hardware-virtualization': {
      who: 'shared',
      sentence: 'AWS can run every instance of a VPC on single-tenant hardware, if you choose dedicated tenancy.',
      properties: {
        'AWS::EC2::VPC': ['InstanceTenancy'],
      },
    },
    'network-infrastructure': {
      who: 'aws',
      sentence:
        'AWS isolates each VPC as a distinct network: no traffic enters another VPC unless both sides connect them.',
    },
    'identity-access': {
      who: 'you',
      sentence:
        'You decide who may create VPCs or change routes, security groups and network ACLs; AWS accepts only signed API calls.',
      notes: [
        "Requests are signed by the access key of a principal; sign with those of a role, not with the account's own.",
      ],
      since: 'Root access keys once signed these calls as well; AWS now advises to have none.',
    },
    'network-exposure': {
      who: 'you',
      sentence:
        'You shape the network: public or private subnets, route tables, gateways, stateful security groups and stateless network ACLs.',
      notes: [
        'Common designs are one public subnet, public and private subnets, both with a VPN, and private subnets with VPN access alone.',
        'Each instance is connected to one subnet, and the route table of the subnet decides where all traffic leaving it goes.',
        'Security groups filter ingress and egress; the default group lets its members reach each other and lets everything out.',
        'Network ACLs are stateless filters for all traffic into and out of a subnet.',
        'A virtual private gateway gives private connectivity between the VPC and another network.',
        'An internet gateway gives direct connectivity to Amazon S3, other AWS services and the internet.',
        'An instance takes several elastic network interfaces, as many as its type allows, each with its own security groups.',
        'A default VPC comes with a default subnet in each Availability Zone, an internet gateway, and a main route table that sends internet traffic to it.',
        "A default VPC also has a default security group, a default network ACL and the account's default DHCP options set.",
      ],
      properties: {
        'AWS::EC2::Subnet': ['MapPublicIpOnLaunch'],
        'AWS::EC2::SecurityGroup': ['SecurityGroupIngress', 'SecurityGroupEgress'],
        'AWS::EC2::Route': ['DestinationCidrBlock', 'GatewayId'],
        'AWS::EC2::NetworkAclEntry': ['CidrBlock', 'RuleAction'],
        'AWS::EC2::VPCBlockPublicAccessOptions': ['InternetGatewayBlockMode'],
      },
      link: 'https://docs.aws.amazon.com/vpc/latest/userguide/infrastructure-security.html',
      since:
        'EC2-Classic, whose groups did not work in a VPC, was retired in 2022, and an interface limit of two grew with instance types.',
    },
    'encryption-in-transit': {
      who: 'shared',
      sentence:
        'AWS encrypts traffic between Regions and between most Nitro instances; a VPN, TLS or VPC encryption controls are your choice.',
      properties: {
        'AWS::EC2::VPC': ['VpcEncryptionControl'],
      },
      link: 'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-encryption-controls.html',
    },
    'logging-monitoring': {
      who: 'you',
      sentence: 'You turn on flow logs: AWS records no traffic of a VPC, accepted or rejected, until you do.',
      properties: {
        'AWS::EC2::FlowLog': ['ResourceId', 'TrafficType', 'LogDestinationType'],
      },
      link: 'https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs.html',
    },
    'backup-durability': {
      who: 'shared',
      sentence:
        'AWS makes gateways redundant; that subnets and NAT gateways stand in more than one Availability Zone is yours.',
      properties: {
        'AWS::EC2::Subnet': ['AvailabilityZone'],
        'AWS::EC2::NatGateway': ['SubnetId'],
      },
    },
  },
  overrides: {
    'AWS::EC2::SecurityGroup': {
      'network-exposure': {
        who: 'you',
        sentence:
          'You list who may connect: inbound is closed until a rule opens it, outbound is open until you narrow it.',
        notes: ['You create security groups for a VPC, and its default group admits only its own members.'],
        properties: {
          'AWS::EC2::SecurityGroup': ['SecurityGroupIngress', 'SecurityGroupEgress'],
        },
        link: 'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-groups.html',
      },
    },
    'AWS::EC2::SecurityGroupIngress': {
      'network-exposure': {
        who: 'you',
        sentence: 'You open one port range to one source; keep the source a group, a prefix list or a narrow CIDR.',
        properties: {
          'AWS::EC2::SecurityGroupIngress': ['CidrIp', 'CidrIpv6', 'SourceSecurityGroupId', 'FromPort', 'ToPort'],
        },
      },
    },
    'AWS::EC2::SecurityGroupEgress': {
      'network-exposure': {
        who: 'you',
        sentence:
          'You allow one destination; with any egress rule of your own, name the few places the members really need.',
        properties: {
          'AWS::EC2::SecurityGroupEgress': ['CidrIp', 'CidrIpv6', 'DestinationSecurityGroupId'],
        },
      },
    },
    'AWS::EC2::NetworkAclEntry': {
      'network-exposure': {
        who: 'you',
        sentence: 'You filter a whole subnet without state, so replies need a rule too; lower numbers win.',
        properties: {
          'AWS::EC2::NetworkAclEntry': ['CidrBlock', 'Protocol', 'RuleAction', 'Egress'],
        },
      },
    },
    'AWS::EC2::Subnet': {
      'network-exposure': {
        who: 'you',
        sentence:
          'You make a subnet public by its route to an internet gateway, and decide if launches get a public address.',
        properties: {
          'AWS::EC2::Subnet': ['MapPublicIpOnLaunch', 'AssignIpv6AddressOnCreation'],
        },
      },
    },
    'AWS::EC2::Route': {
      'network-exposure': {
        who: 'you',
        sentence:
          'You send traffic out: a route to an internet gateway is what makes every subnet of its table public.',
        properties: {
          'AWS::EC2::Route': ['GatewayId', 'DestinationCidrBlock', 'DestinationIpv6CidrBlock'],
        },
      },
    },
    'AWS::EC2::InternetGateway': {
      'network-exposure': {
        who: 'you',
        sentence:
          'You open the VPC to the internet for every subnet with a route to it; without such a route nothing gets through.',
      },
    },
    'AWS::EC2::NatGateway': {
      'network-exposure': {
        who: 'you',
        sentence:
          'You let private subnets call out without letting anyone in; stand it in a public subnet of each zone.',
        properties: {
          'AWS::EC2::NatGateway': ['SubnetId', 'ConnectivityType'],
        },
      },
    },
    'AWS::EC2::EgressOnlyInternetGateway': {
      'network-exposure': {
        who: 'you',
        sentence: 'You let IPv6 addresses call out through it while the internet cannot call in.',
      },
    },
    'AWS::EC2::VPCPeeringConnection': {
      'network-exposure': {
        who: 'you',
        sentence: 'You join two networks: routes and security groups on both sides decide what that opens.',
        properties: {
          'AWS::EC2::VPCPeeringConnection': ['PeerVpcId', 'PeerOwnerId'],
        },
      },
    },
    'AWS::EC2::FlowLog': {
      'logging-monitoring': {
        who: 'you',
        sentence: 'You choose whether accepted, rejected or all traffic is recorded, and where the records are kept.',
        properties: {
          'AWS::EC2::FlowLog': ['TrafficType', 'LogDestination', 'MaxAggregationInterval'],
        },
      },
    },
    'AWS::EC2::VPCBlockPublicAccessOptions': {
      'network-exposure': {
        who: 'you',
        sentence:
          'You block internet gateways for all VPCs of the account and Region, one way or both, save for exclusions.',
        properties: {
          'AWS::EC2::VPCBlockPublicAccessOptions': ['InternetGatewayBlockMode'],
        },
      },
    },
    'AWS::EC2::VPCEndpoint': {
      'identity-access': {
        who: 'you',
        sentence:
          'You narrow the endpoint policy: without one, every principal may do everything through the endpoint.',
        properties: {
          'AWS::EC2::VPCEndpoint': ['PolicyDocument'],
        },
      },
      'network-exposure': {
        who: 'you',
        sentence:
          'You keep calls to AWS services off the internet, and say by security groups who may use an interface endpoint.',
        properties: {
          'AWS::EC2::VPCEndpoint': ['SecurityGroupIds', 'SubnetIds', 'PrivateDnsEnabled'],
        },
      },
    },
    'AWS::EC2::VPNConnection': {
      'encryption-in-transit': {
        who: 'shared',
        sentence: 'AWS ends two IPsec tunnels; you choose IKEv2 and strong algorithms and configure your own side.',
        properties: {
          'AWS::EC2::VPNConnection': ['VpnTunnelOptionsSpecifications'],
        },
      },
      'keys-secrets': {
        who: 'shared',
        sentence:
          'AWS generates the pre-shared keys or stores them in Secrets Manager; one you write yourself is in the template.',
        properties: {
          'AWS::EC2::VPNConnection': ['PreSharedKeyStorage', 'VpnTunnelOptionsSpecifications[].PreSharedKey'],
        },
      },
    },
    'AWS::EC2::ClientVpnEndpoint': {
      'identity-access': {
        who: 'you',
        sentence:
          'You choose how people sign in to the VPN (directory, SAML or certificates) and authorize networks by group.',
        properties: {
          'AWS::EC2::ClientVpnEndpoint': ['AuthenticationOptions'],
        },
      },
      'logging-monitoring': {
        who: 'you',
        sentence: 'You record who connected from where: connection logging is off until you name a log group.',
        properties: {
          'AWS::EC2::ClientVpnEndpoint': ['ConnectionLogOptions'],
        },
      },
    },
    'AWS::EC2::TransitGateway': {
      'network-exposure': {
        who: 'you',
        sentence:
          'You decide which networks meet: turn off automatic acceptance and default route tables to keep them apart.',
        properties: {
          'AWS::EC2::TransitGateway': [
            'AutoAcceptSharedAttachments',
            'DefaultRouteTableAssociation',
            'DefaultRouteTablePropagation',
          ],
        },
      },
    },
  },
  carries: {
    'AWS::EC2::SecurityGroup': ['network-exposure'],
    'AWS::EC2::SecurityGroupIngress': ['network-exposure'],
    'AWS::EC2::SecurityGroupEgress': ['network-exposure'],
    'AWS::EC2::SecurityGroupVpcAssociation': ['network-exposure'],
    'AWS::EC2::NetworkAcl*': ['network-exposure'],
    'AWS::EC2::Subnet': ['network-exposure', 'backup-durability'],
    'AWS::EC2::Subnet*': ['network-exposure'],
    'AWS::EC2::Route': ['network-exposure'],
    'AWS::EC2::Route*': ['network-exposure'],
    'AWS::EC2::InternetGateway': ['network-exposure'],
    'AWS::EC2::EgressOnlyInternetGateway': ['network-exposure'],
    'AWS::EC2::NatGateway': ['network-exposure', 'backup-durability'],
    'AWS::EC2::VPCEndpoint': ['identity-access', 'network-exposure', 'logging-monitoring'],
    'AWS::EC2::VPCGatewayAttachment': ['network-exposure'],
    'AWS::EC2::VPCDHCPOptionsAssociation': ['network-exposure'],
    'AWS::EC2::VPCCidrBlock': ['network-exposure'],
    'AWS::EC2::VPCPeeringConnection': ['identity-access', 'network-exposure'],
    'AWS::EC2::VPCBlockPublicAccess*': ['network-exposure'],
    'AWS::EC2::VPNConnection': ['encryption-in-transit', 'keys-secrets', 'logging-monitoring', 'backup-durability'],
    'AWS::EC2::VPNGateway*': ['network-exposure'],
    'AWS::EC2::VPNConnectionRoute': ['network-exposure'],
    'AWS::EC2::CustomerGateway': ['encryption-in-transit', 'keys-secrets'],
    'AWS::EC2::FlowLog': ['logging-monitoring', 'identity-access'],
    'AWS::EC2::DHCPOptions': ['network-exposure'],
    'AWS::EC2::PrefixList': ['network-exposure'],
    'AWS::EC2::IPAM*': ['identity-access'],
    'AWS::EC2::TransitGateway': ['network-exposure', 'identity-access', 'encryption-in-transit'],
    'AWS::EC2::TransitGateway*': ['network-exposure'],
    'AWS::EC2::ClientVpnEndpoint': [
      'identity-access',
      'network-exposure',
      'encryption-in-transit',
      'keys-secrets',
      'logging-monitoring',
    ],
    'AWS::EC2::ClientVpn*': ['network-exposure', 'identity-access'],
    'AWS::EC2::GatewayRouteTableAssociation': ['network-exposure'],
    'AWS::EC2::TrafficMirror*': ['logging-monitoring', 'network-exposure'],
  },
  notApplicable: {
    'os-patching': 'A network has no operating system; AWS runs the routers that make it.',
    'platform-patching': 'A network has no software of yours; AWS keeps its implementation current.',
    'encryption-at-rest': 'A network stores nothing; encrypt what its members store.',
    'keys-secrets': 'Only a VPN of the network has keys; see the VPN connection.',
    'media-sanitization': 'A network keeps no data on media.',
  },
};
