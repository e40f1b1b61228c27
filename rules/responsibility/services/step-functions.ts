import type { ServiceKnowledge } from '../types.ts';

export const stepFunctions: ServiceKnowledge = {
  id: 'step-functions',
  name: 'AWS Step Functions',
  class: 'abstracted',
  types: ['AWS::StepFunctions::', 'AWS::Serverless::StateMachine'],
  summary: 'State machines that call other services.',
  link: 'https://docs.aws.amazon.com/step-functions/latest/dg/security.html',
  aspects: {
    'identity-access': {
      who: 'you',
      sentence: "You let the machine's role call only the resources its states name.",
      properties: {
        'AWS::StepFunctions::StateMachine': ['RoleArn'],
      },
    },
    'encryption-at-rest': {
      who: 'shared',
      sentence: 'AWS encrypts definitions and execution data; a KMS key of yours is optional.',
      properties: {
        'AWS::StepFunctions::StateMachine': ['EncryptionConfiguration'],
        'AWS::StepFunctions::Activity': ['EncryptionConfiguration'],
      },
    },
    'keys-secrets': {
      who: 'you',
      sentence: 'You pass references, not secrets, as input: history shows it for 90 days.',
    },
    'logging-monitoring': {
      who: 'you',
      sentence: 'You log executions, tracing included, as Express ones leave no history otherwise.',
      properties: {
        'AWS::StepFunctions::StateMachine': ['LoggingConfiguration', 'TracingConfiguration'],
      },
    },
    'backup-durability': {
      who: 'shared',
      sentence: 'AWS keeps state in several zones; retries, catches and versions you write.',
      properties: {
        'AWS::StepFunctions::StateMachine': ['DefinitionString'],
      },
    },
  },
};
