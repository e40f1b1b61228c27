import type { ServiceKnowledge } from '../types.ts';

export const emr: ServiceKnowledge = {
  id: 'emr',
  name: 'Amazon EMR',
  class: 'container',
  types: ['AWS::EMR::', 'AWS::EMRContainers::', 'AWS::EMRServerless::'],
  summary: 'Spark, Hive and Hadoop clusters.',
  link: 'https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-security.html',
  aspects: {
    'os-patching': {
      who: 'shared',
      sentence:
        'AWS ships Amazon Linux with each release; running clusters you replace by a newer release to patch them.',
      properties: {
        'AWS::EMR::Cluster': ['ReleaseLabel', 'OSReleaseLabel', 'CustomAmiId'],
      },
    },
    'platform-patching': {
      who: 'shared',
      sentence: 'AWS bundles and patches the frameworks in releases; which one runs you choose.',
      properties: {
        'AWS::EMR::Cluster': ['ReleaseLabel', 'Applications'],
        'AWS::EMRServerless::Application': ['ReleaseLabel'],
      },
    },
    'identity-access': {
      who: 'you',
      sentence: 'You scope the instance profile and service role, and users by Kerberos, LDAP or runtime roles.',
      properties: {
        'AWS::EMR::Cluster': ['JobFlowRole', 'ServiceRole', 'KerberosAttributes'],
      },
    },
    'network-exposure': {
      who: 'you',
      sentence: 'You keep clusters in private subnets; block public access for EMR is on unless you change it.',
      properties: {
        'AWS::EMR::Cluster': ['Instances.Ec2SubnetId', 'Instances.EmrManagedMasterSecurityGroup'],
      },
    },
    'encryption-at-rest': {
      who: 'you',
      sentence: 'You write a security configuration that encrypts S3, local disks and volumes.',
      properties: {
        'AWS::EMR::SecurityConfiguration': ['SecurityConfiguration'],
        'AWS::EMR::Cluster': ['SecurityConfiguration'],
      },
    },
    'encryption-in-transit': {
      who: 'you',
      sentence: 'You give the same security configuration certificates for traffic between nodes.',
      properties: {
        'AWS::EMR::SecurityConfiguration': ['SecurityConfiguration'],
      },
    },
    'keys-secrets': {
      who: 'you',
      sentence: 'You keep passwords of metastores in Secrets Manager rather than in a classification.',
      properties: {
        'AWS::EMR::Cluster': ['Configurations'],
      },
    },
    'logging-monitoring': {
      who: 'you',
      sentence: 'You name an encrypted log bucket when you create the cluster.',
      properties: {
        'AWS::EMR::Cluster': ['LogUri', 'LogEncryptionKmsKeyId'],
      },
    },
    'backup-durability': {
      who: 'you',
      sentence: 'You keep data on S3 and protect long-running clusters from termination.',
      properties: {
        'AWS::EMR::Cluster': ['Instances.TerminationProtected'],
      },
    },
  },
};
