import type { ServiceKnowledge } from '../types.ts';

export const eventbridge: ServiceKnowledge = {
  id: 'eventbridge',
  name: 'Amazon EventBridge',
  class: 'abstracted',
  types: ['AWS::Events::', 'AWS::EventsV2::', 'AWS::Pipes::', 'AWS::Scheduler::', 'AWS::EventSchemas::'],
  summary: 'Event buses, rules, pipes and schedules.',
  link: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-security.html',
  aspects: {
    'identity-access': {
      who: 'you',
      sentence: 'You let only known accounts put events on the bus, and give each target a role.',
      properties: {
        'AWS::Events::EventBusPolicy': ['Statement', 'Principal'],
        'AWS::Events::EventBus': ['Policy'],
        'AWS::Events::Rule': ['Targets[].RoleArn'],
      },
    },
    'network-exposure': {
      who: 'you',
      sentence: 'You check API destinations, which send events to any address on the internet.',
      properties: {
        'AWS::Events::ApiDestination': ['InvocationEndpoint'],
      },
    },
    'encryption-at-rest': {
      who: 'shared',
      sentence: 'AWS encrypts events and archives; customer managed keys you configure per bus, pipe and archive.',
      properties: {
        'AWS::Events::EventBus': ['KmsKeyIdentifier'],
        'AWS::Events::Archive': ['KmsKeyIdentifier'],
        'AWS::Pipes::Pipe': ['KmsKeyIdentifier'],
        'AWS::Scheduler::Schedule': ['KmsKeyArn'],
      },
    },
    'keys-secrets': {
      who: 'shared',
      sentence:
        "AWS keeps a connection's credentials in Secrets Manager; what you write in the template stays in the template.",
      properties: {
        'AWS::Events::Connection': ['AuthParameters'],
      },
    },
    'logging-monitoring': {
      who: 'you',
      sentence: 'You configure bus logging, and alarm on failed invocations.',
      properties: {
        'AWS::Events::EventBus': ['LogConfig'],
        'AWS::Pipes::Pipe': ['LogConfiguration'],
      },
    },
    'backup-durability': {
      who: 'shared',
      sentence: 'AWS retries for a day; the dead-letter queue and an archive for replay are yours.',
      properties: {
        'AWS::Events::Rule': ['Targets[].DeadLetterConfig'],
        'AWS::Events::EventBus': ['DeadLetterConfig'],
        'AWS::Events::Archive': ['RetentionDays'],
      },
    },
  },
};
