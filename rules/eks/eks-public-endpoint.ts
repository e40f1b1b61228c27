import { addParameter, cidrScope, defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'eks-public-endpoint',
  title: 'API of a cluster answers the internet',
  on: 'AWS::EKS::Cluster',
  severity: 'high',
  category: 'network',
  profile: 'recommended',
  aspect: 'network-exposure',
  peers: {
    guard: ['EKS_ENDPOINT_NO_PUBLIC_ACCESS'],
    trivy: ['AWS-0040', 'AWS-0041'],
    cdk_nag: ['EKSClusterNoEndpointPublicAccess', 'AwsSolutions-EKS1'],
    security_hub: ['EKS.1'],
  },
  controls: { 'aws-fsbp': ['EKS.1'], 'nist-800-53-r5': ['SC-7', 'AC-4'], 'pci-dss-4': ['1.4.4'] },
  why: 'The API server is public unless told otherwise, and open to every address unless blocks are listed: a stolen token, or the next hole in Kubernetes, is used from anywhere.',
  remedy: 'Switch public access off and private access on, or list the blocks that may connect.',
  references: ['https://docs.aws.amazon.com/eks/latest/userguide/cluster-endpoint.html'],
  check(cluster, report) {
    const vpc = cluster.get('ResourcesVpcConfig');
    const publicAccess = vpc.get('EndpointPublicAccess');
    if (!publicAccess.isNot(false)) return;
    const blocks = vpc.get('PublicAccessCidrs');
    const open = blocks.items().find((block) => block.satisfies((text) => cidrScope(text) === 'world'));
    const isOpen = blocks.isAbsent || open !== undefined;
    const restricted = open ?? (blocks.isAbsent ? blocks : undefined);
    const at = open ?? publicAccess;
    report(at, `The API of ${cluster.logicalId} answers ${isOpen ? 'every address' : 'addresses of the internet'}`, {
      severity: isOpen ? 'high' : 'low',
      peers: isOpen ? undefined : ENDPOINT_PEERS,
      fixes: () => [
        fix(
          'Answer inside the VPC only (clients must connect from there)',
          'behaviour',
          set(publicAccess, false),
          set(vpc.get('EndpointPrivateAccess'), true),
        ),
        restricted
          ? fix(
              'Answer only the block of a new parameter ApiCidr',
              'behaviour',
              addParameter('ApiCidr', CIDR),
              open ? set(open, { Ref: 'ApiCidr' }) : set(restricted, [{ Ref: 'ApiCidr' }]),
            )
          : undefined,
      ],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Shop:
            Type: AWS::EKS::Cluster
            Properties:
              ResourcesVpcConfig:
            # ^^^^^^^^^^^^^^^^^^
                SubnetIds: [subnet-1, subnet-2]
      `,
      good: template`
        Resources:
          Shop:
            Type: AWS::EKS::Cluster
            Properties:
              ResourcesVpcConfig:
                SubnetIds: [subnet-1, subnet-2]
                EndpointPublicAccess: false
                EndpointPrivateAccess: true
      `,
    },
    {
      name: 'every address',
      bad: template`
        Resources:
          Shop:
            Type: AWS::EKS::Cluster
            Properties:
              ResourcesVpcConfig:
                EndpointPublicAccess: true
                PublicAccessCidrs: [0.0.0.0/0]
                                  # ^^^^^^^^^
      `,
      good: template`
        Resources:
          Shop:
            Type: AWS::EKS::Cluster
            Properties:
              ResourcesVpcConfig:
                EndpointPublicAccess: false
                PublicAccessCidrs: [0.0.0.0/0]
                EndpointPrivateAccess: true
      `,
    },
    {
      name: 'in development',
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Shop:
            Type: AWS::EKS::Cluster
            Properties:
              ResourcesVpcConfig:
                EndpointPublicAccess: !If [IsProd, false, true]
                                                        # ^^^^
                PublicAccessCidrs: [203.0.113.0/24]
      `,
    },
    {
      name: 'the answer is a parameter without default',
      silent: template`
        Parameters:
          Given: {Type: String}
        Resources:
          Shop:
            Type: AWS::EKS::Cluster
            Properties: {ResourcesVpcConfig: {EndpointPublicAccess: !Ref Given}}
      `,
    },
  ],
});

const ENDPOINT_PEERS = {
  guard: ['EKS_ENDPOINT_NO_PUBLIC_ACCESS'],
  trivy: ['AWS-0040'],
  cdk_nag: ['EKSClusterNoEndpointPublicAccess', 'AwsSolutions-EKS1'],
  security_hub: ['EKS.1'],
};

const CIDR = {
  Type: 'String',
  Description: 'IPv4 CIDR block from which administrators connect to the cluster, such as 203.0.113.0/24',
  AllowedPattern: '^([0-9]{1,3}[.]){3}[0-9]{1,3}/([89]|[12][0-9]|3[0-2])$',
};
