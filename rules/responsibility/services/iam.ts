import type { ServiceKnowledge } from '../types.ts';

export const iam: ServiceKnowledge = {
  id: 'iam',
  name: 'AWS IAM',
  class: 'abstracted',
  types: ['AWS::IAM::', 'AWS::AccessAnalyzer::', 'AWS::RolesAnywhere::'],
  summary: 'Users, roles and policies: who may do what.',
  link: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/security.html',
  aspects: {
    'identity-access': {
      who: 'you',
      sentence:
        'You set up individual identities, prefer roles to users, and write policies without wildcards where one action would do.',
      properties: {
        'AWS::IAM::Policy': ['PolicyDocument'],
        'AWS::IAM::ManagedPolicy': ['PolicyDocument'],
        'AWS::IAM::Role': ['AssumeRolePolicyDocument', 'Policies', 'ManagedPolicyArns', 'PermissionsBoundary'],
        'AWS::IAM::User': ['Policies', 'ManagedPolicyArns'],
        'AWS::IAM::Group': ['Policies'],
      },
      link: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html',
      since: 'IAM Identity Center has taken over the sign-in of people, for whom IAM users were made once.',
    },
    'network-exposure': {
      who: 'you',
      sentence: 'You name in the trust policy who may assume a role; a principal of * lets anyone try.',
      properties: {
        'AWS::IAM::Role': ['AssumeRolePolicyDocument'],
        'AWS::IAM::OIDCProvider': ['ClientIdList', 'Url'],
      },
    },
    'encryption-at-rest': {
      who: 'aws',
      sentence: 'AWS encrypts everything IAM stores, passwords and keys among it.',
    },
    'keys-secrets': {
      who: 'you',
      sentence:
        'You avoid access keys, rotate those you must have, and write neither them nor passwords into templates.',
      properties: {
        'AWS::IAM::AccessKey': ['UserName', 'Serial'],
        'AWS::IAM::User': ['LoginProfile'],
      },
      link: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html',
    },
    'logging-monitoring': {
      who: 'shared',
      sentence: 'AWS records every call in CloudTrail and reports unused access; reading the findings is yours.',
      properties: {
        'AWS::AccessAnalyzer::Analyzer': ['Type', 'AnalyzerConfiguration'],
      },
    },
    'backup-durability': {
      who: 'shared',
      sentence: 'AWS replicates IAM to all Regions and keeps versions of a policy; deleted identities you make anew.',
    },
    'account-credentials': {
      who: 'you',
      sentence: 'You protect sign-in by MFA, a password policy and short sessions.',
      properties: {
        'AWS::IAM::User': ['LoginProfile'],
        'AWS::IAM::VirtualMFADevice': ['Users'],
        'AWS::IAM::Role': ['MaxSessionDuration'],
      },
    },
  },
  overrides: {
    'AWS::IAM::User': {
      'identity-access': {
        who: 'you',
        sentence: 'You create a user only where no role can serve, and grant by groups rather than to the user.',
        properties: {
          'AWS::IAM::User': ['Groups', 'Policies', 'ManagedPolicyArns', 'PermissionsBoundary'],
        },
      },
    },
    'AWS::IAM::AccessKey': {
      'keys-secrets': {
        who: 'you',
        sentence: 'You make a secret that lives until someone deletes it, and that outputs of the stack must not show.',
        properties: {
          'AWS::IAM::AccessKey': ['UserName', 'Status'],
        },
      },
    },
    'AWS::IAM::InstanceProfile': {
      'identity-access': {
        who: 'you',
        sentence: 'You hand a role to whoever controls the instance, its users and its software alike.',
        properties: {
          'AWS::IAM::InstanceProfile': ['Roles'],
        },
      },
    },
    'AWS::IAM::OIDCProvider': {
      'identity-access': {
        who: 'you',
        sentence: "You trust an outside identity provider; the role's trust policy must pin audience and subject.",
        properties: {
          'AWS::IAM::OIDCProvider': ['Url', 'ClientIdList'],
        },
      },
    },
  },
  carries: {
    'AWS::IAM::InstanceProfile': ['identity-access'],
    'AWS::IAM::ManagedPolicy': ['identity-access'],
    'AWS::IAM::Policy': ['identity-access'],
    'AWS::IAM::UserPolicy': ['identity-access'],
    'AWS::IAM::RolePolicy': ['identity-access'],
    'AWS::IAM::GroupPolicy': ['identity-access'],
    'AWS::IAM::UserToGroupAddition': ['identity-access'],
    'AWS::IAM::ServerCertificate': ['keys-secrets', 'encryption-in-transit'],
  },
};
