import type { ServiceKnowledge } from '../types.ts';

export const swf: ServiceKnowledge = {
  id: 'swf',
  name: 'Amazon SWF',
  class: 'abstracted',
  types: [],
  summary: 'Workflow state for workers you run; Step Functions is its younger relative.',
  link: 'https://docs.aws.amazon.com/amazonswf/latest/developerguide/swf-dev-iam.html',
  aspects: {
    'os-patching': {
      who: 'you',
      sentence: 'You patch the hosts that run your workers and deciders; AWS runs only the state between them.',
    },
    'identity-access': {
      who: 'you',
      sentence: 'You grant workers and deciders their domain and task lists, no more.',
    },
    'encryption-at-rest': {
      who: 'aws',
      sentence: 'AWS encrypts workflow histories at rest.',
    },
    'logging-monitoring': {
      who: 'you',
      sentence: 'You read the workflow history, and alarm on timed-out tasks.',
    },
    'backup-durability': {
      who: 'shared',
      sentence: 'AWS keeps closed workflows for the retention period of the domain, which you set.',
    },
  },
};
