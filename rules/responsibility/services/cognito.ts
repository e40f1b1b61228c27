import type { ServiceKnowledge } from '../types.ts';

export const cognito: ServiceKnowledge = {
  id: 'cognito',
  name: 'Amazon Cognito',
  class: 'abstracted',
  types: ['AWS::Cognito::'],
  summary: "Sign-up, sign-in and federated identities for your app's users.",
  link: 'https://docs.aws.amazon.com/cognito/latest/developerguide/security.html',
  aspects: {
    'identity-access': {
      who: 'you',
      sentence:
        'You decide if strangers may sign up or be guests, and give identity pool roles only what an end user needs.',
      properties: {
        'AWS::Cognito::UserPool': ['AdminCreateUserConfig'],
        'AWS::Cognito::IdentityPool': ['AllowUnauthenticatedIdentities'],
        'AWS::Cognito::IdentityPoolRoleAttachment': ['Roles'],
        'AWS::Cognito::UserPoolClient': ['AllowedOAuthFlows', 'CallbackURLs'],
      },
    },
    'network-exposure': {
      who: 'you',
      sentence: 'You put a web ACL on the pool, and threat protection against stuffed passwords.',
      properties: {
        'AWS::Cognito::UserPool': ['UserPoolAddOns'],
        'AWS::Cognito::UserPoolRiskConfigurationAttachment': ['AccountTakeoverRiskConfiguration'],
      },
    },
    'encryption-at-rest': {
      who: 'shared',
      sentence: 'AWS encrypts user profiles at rest; a KMS key for custom senders is yours.',
      properties: {
        'AWS::Cognito::UserPool': ['LambdaConfig.KMSKeyID'],
      },
    },
    'keys-secrets': {
      who: 'you',
      sentence: 'You keep client secrets off devices and tokens short-lived.',
      properties: {
        'AWS::Cognito::UserPoolClient': [
          'GenerateSecret',
          'AccessTokenValidity',
          'RefreshTokenValidity',
          'EnableTokenRevocation',
        ],
      },
    },
    'logging-monitoring': {
      who: 'you',
      sentence: 'You export user activity and threat logs, where the feature plan you pay for allows it.',
      properties: {
        'AWS::Cognito::LogDeliveryConfiguration': ['LogConfigurations'],
      },
    },
    'backup-durability': {
      who: 'shared',
      sentence: 'AWS keeps the pool in its Region; deletion protection you set, and passwords cannot be exported.',
      properties: {
        'AWS::Cognito::UserPool': ['DeletionProtection'],
      },
    },
    'account-credentials': {
      who: 'you',
      sentence: "You set the users' password policy and MFA; without your settings MFA is off.",
      properties: {
        'AWS::Cognito::UserPool': ['MfaConfiguration', 'EnabledMfas', 'Policies.PasswordPolicy'],
      },
      link: 'https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa.html',
    },
  },
  overrides: {
    'AWS::Cognito::IdentityPool': {
      'identity-access': {
        who: 'you',
        sentence: 'You turn unauthenticated identities off, or give their role next to nothing: anyone can become one.',
        properties: {
          'AWS::Cognito::IdentityPool': ['AllowUnauthenticatedIdentities', 'AllowClassicFlow'],
        },
      },
    },
    'AWS::Cognito::UserPoolClient': {
      'identity-access': {
        who: 'you',
        sentence: 'You choose the code flow, exact callback URLs and errors that do not tell which users exist.',
        properties: {
          'AWS::Cognito::UserPoolClient': ['AllowedOAuthFlows', 'CallbackURLs', 'PreventUserExistenceErrors'],
        },
      },
    },
  },
  carries: {
    'AWS::Cognito::IdentityPool': ['identity-access', 'network-exposure', 'logging-monitoring'],
    'AWS::Cognito::UserPoolClient': ['identity-access', 'keys-secrets'],
    'AWS::Cognito::UserPoolGroup': ['identity-access'],
    'AWS::Cognito::UserPoolDomain': ['encryption-in-transit', 'network-exposure'],
    'AWS::Cognito::UserPoolResourceServer': ['identity-access'],
    'AWS::Cognito::UserPoolUICustomizationAttachment': ['network-exposure'],
  },
};
