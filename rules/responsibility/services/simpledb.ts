import type { ServiceKnowledge } from '../types.ts';

export const simpledb: ServiceKnowledge = {
  id: 'simpledb',
  name: 'Amazon SimpleDB',
  class: 'abstracted',
  types: ['AWS::SDB::'],
  summary: 'A small schemaless data store of the early days.',
  link: 'https://docs.aws.amazon.com/AmazonSimpleDB/latest/DeveloperGuide/Welcome.html',
  aspects: {
    'identity-access': {
      who: 'you',
      sentence: 'You allow domains and actions by IAM; there is no resource policy.',
    },
    'encryption-at-rest': {
      who: 'you',
      sentence: 'You encrypt values before you store them: the service offers no encryption at rest.',
    },
    'encryption-in-transit': {
      who: 'shared',
      sentence: 'AWS offers an HTTPS endpoint, and your clients must not use the plain HTTP one.',
    },
    'logging-monitoring': {
      who: 'you',
      sentence: 'You look elsewhere for audit: SimpleDB has hardly any metrics or data logs.',
    },
    'backup-durability': {
      who: 'shared',
      sentence: 'AWS replicates a domain within the Region; export copies yourself, as there are no backups.',
    },
  },
  notApplicable: {
    'keys-secrets': 'The service takes neither keys nor secrets.',
  },
};
