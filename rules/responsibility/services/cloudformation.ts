import type { ServiceKnowledge } from '../types.ts';

export const cloudformation: ServiceKnowledge = {
  id: 'cloudformation',
  name: 'AWS CloudFormation',
  class: 'abstracted',
  types: ['AWS::CloudFormation::'],
  summary: 'Stacks from templates such as this one.',
  link: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/security.html',
  aspects: {
    'identity-access': {
      who: 'you',
      sentence:
        'You give the stack a service role, so that deploying needs no administrator; a stack policy guards what must not be replaced.',
      properties: {
        'AWS::CloudFormation::StackSet': ['AdministrationRoleARN', 'ExecutionRoleName', 'PermissionModel'],
      },
    },
    'encryption-at-rest': {
      who: 'aws',
      sentence: 'AWS encrypts templates, parameters and outputs at rest.',
    },
    'keys-secrets': {
      who: 'you',
      sentence: 'You pass secrets by dynamic references; NoEcho hides a parameter but not what a resource shows of it.',
      properties: {
        'AWS::CloudFormation::Stack': ['Parameters'],
        'AWS::CloudFormation::HookTypeConfig': ['Configuration'],
      },
      link: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/security-best-practices.html',
    },
    'logging-monitoring': {
      who: 'shared',
      sentence: 'AWS records stack events and calls; drift you detect by asking for it.',
    },
    'backup-durability': {
      who: 'you',
      sentence:
        'You set deletion and update-replace policies on what holds data, and termination protection on the stack.',
    },
  },
  overrides: {
    'AWS::CloudFormation::CustomResource': {
      'identity-access': {
        who: 'you',
        sentence:
          'You own the code behind a custom resource; what its role may do, anyone who can change the template can do.',
        properties: {
          'AWS::CloudFormation::CustomResource': ['ServiceToken'],
        },
      },
      'keys-secrets': {
        who: 'you',
        sentence:
          'You keep secrets out of its properties and its response, both of which are logged or stored in the clear.',
        properties: {
          'AWS::CloudFormation::CustomResource': ['ServiceToken'],
        },
      },
    },
  },
  carries: {
    'AWS::CloudFormation::WaitCondition*': ['backup-durability'],
    'AWS::CloudFormation::Macro': ['identity-access'],
    'AWS::CloudFormation::CustomResource': ['identity-access', 'keys-secrets', 'logging-monitoring'],
  },
};
