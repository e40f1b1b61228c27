import type { ServiceKnowledge } from '../types.ts';

export const amplify: ServiceKnowledge = {
  id: 'amplify',
  name: 'AWS Amplify Hosting',
  class: 'abstracted',
  types: ['AWS::Amplify::', 'AWS::AmplifyUIBuilder::'],
  summary: 'Build and hosting of web apps from Git.',
  link: 'https://docs.aws.amazon.com/amplify/latest/userguide/security.html',
  aspects: {
    'platform-patching': {
      who: 'shared',
      sentence: 'AWS maintains the build image and server runtime; your dependencies and build commands are yours.',
      properties: {
        'AWS::Amplify::App': ['BuildSpec', 'CustomHeaders'],
      },
    },
    'identity-access': {
      who: 'you',
      sentence: 'You hide previews and branches behind a password or access control.',
      properties: {
        'AWS::Amplify::App': ['BasicAuthConfig'],
        'AWS::Amplify::Branch': ['BasicAuthConfig', 'EnablePullRequestPreview'],
      },
    },
    'network-exposure': {
      who: 'you',
      sentence: 'You attach a web ACL and set security headers.',
      properties: {
        'AWS::Amplify::App': ['CustomHeaders'],
      },
    },
    'encryption-in-transit': {
      who: 'aws',
      sentence: 'AWS gives every domain a certificate and redirects to HTTPS.',
    },
    'keys-secrets': {
      who: 'you',
      sentence: 'You keep tokens of the repository and secrets of builds out of plain variables.',
      properties: {
        'AWS::Amplify::App': ['AccessToken', 'OauthToken', 'EnvironmentVariables'],
      },
    },
    'logging-monitoring': {
      who: 'you',
      sentence: 'You download access logs, and alarm on errors.',
    },
    'backup-durability': {
      who: 'aws',
      sentence: 'AWS keeps former builds, to which you can go back.',
    },
  },
};
