import type { ServiceKnowledge } from '../types.ts';

export const eks: ServiceKnowledge = {
  id: 'eks',
  name: 'Amazon EKS',
  class: 'container',
  types: ['AWS::EKS::'],
  summary: 'Managed Kubernetes.',
  link: 'https://docs.aws.amazon.com/eks/latest/userguide/security.html',
  aspects: {
    'os-patching': {
      who: 'shared',
      sentence:
        "AWS runs the control plane's hosts, and nodes of Fargate and Auto Mode; other nodes you replace with patched images.",
      properties: {
        'AWS::EKS::Nodegroup': ['ReleaseVersion', 'AmiType'],
        'AWS::EKS::Cluster': ['ComputeConfig'],
      },
    },
    'platform-patching': {
      who: 'shared',
      sentence: 'AWS patches the control plane; you upgrade Kubernetes versions and add-ons before support ends.',
      properties: {
        'AWS::EKS::Cluster': ['Version', 'UpgradePolicy'],
        'AWS::EKS::Addon': ['AddonVersion'],
        'AWS::EKS::Nodegroup': ['Version'],
      },
    },
    'identity-access': {
      who: 'you',
      sentence: 'You map principals to Kubernetes groups by access entries, and give pods roles of their own.',
      properties: {
        'AWS::EKS::AccessEntry': ['AccessPolicies', 'KubernetesGroups'],
        'AWS::EKS::Cluster': ['AccessConfig'],
        'AWS::EKS::PodIdentityAssociation': ['RoleArn'],
      },
      since: 'Access entries replaced the aws-auth ConfigMap in 2023.',
    },
    'network-exposure': {
      who: 'you',
      sentence: 'You make the API endpoint private or list who may reach it; by default it is public to all addresses.',
      properties: {
        'AWS::EKS::Cluster': [
          'ResourcesVpcConfig.EndpointPublicAccess',
          'ResourcesVpcConfig.PublicAccessCidrs',
          'ResourcesVpcConfig.EndpointPrivateAccess',
        ],
        'AWS::EKS::Nodegroup': ['RemoteAccess'],
      },
    },
    'encryption-at-rest': {
      who: 'shared',
      sentence:
        'AWS encrypts all Kubernetes API data by envelope encryption from version 1.28; a KMS key of yours is optional.',
      properties: {
        'AWS::EKS::Cluster': ['EncryptionConfig'],
        'AWS::EKS::Nodegroup': ['DiskSize'],
      },
      link: 'https://docs.aws.amazon.com/eks/latest/userguide/envelope-encryption.html',
      since: 'Before, only secrets could be so encrypted, and only if you asked.',
    },
    'encryption-in-transit': {
      who: 'shared',
      sentence: 'AWS secures the way to the API server and kubelets by TLS; traffic between pods is yours to encrypt.',
    },
    'keys-secrets': {
      who: 'you',
      sentence:
        "You keep secrets in an external store, as anyone who may read a namespace's secrets reads them in the clear.",
    },
    'logging-monitoring': {
      who: 'you',
      sentence: 'You enable the five kinds of control plane logs, audit first of all.',
      properties: {
        'AWS::EKS::Cluster': ['Logging'],
      },
      link: 'https://docs.aws.amazon.com/eks/latest/userguide/control-plane-logs.html',
    },
    'backup-durability': {
      who: 'shared',
      sentence: 'AWS keeps etcd and API servers in three zones; backups of what runs in the cluster are yours.',
      properties: {
        'AWS::EKS::Cluster': ['DeletionProtection'],
      },
    },
  },
};
