import type { ServiceKnowledge } from '../types.ts';

export const cloudsearch: ServiceKnowledge = {
  id: 'cloudsearch',
  name: 'Amazon CloudSearch',
  class: 'container',
  types: [],
  summary: 'Search domains, closed to new customers.',
  link: 'https://docs.aws.amazon.com/cloudsearch/latest/developerguide/what-is-cloudsearch.html',
  since: 'Closed to new customers since July 2024; OpenSearch Service is what AWS recommends instead.',
  aspects: {
    'platform-patching': {
      who: 'aws',
      sentence: 'AWS maintains the search engine, which gets no new features any more.',
    },
    'identity-access': {
      who: 'you',
      sentence:
        'You set access policies for document and search endpoints; the search endpoint may be open to IP ranges without a signature.',
    },
    'network-exposure': {
      who: 'you',
      sentence: 'You narrow the IP addresses that may search; a domain cannot stand in a VPC.',
    },
    'encryption-at-rest': {
      who: 'aws',
      sentence: 'AWS keeps indexes on volumes of its own; the service has no setting for encryption.',
    },
    'encryption-in-transit': {
      who: 'you',
      sentence: 'You require HTTPS for all traffic to the domain, by its endpoint options.',
    },
    'logging-monitoring': {
      who: 'you',
      sentence: 'You record configuration calls with CloudTrail; searches are not logged.',
    },
    'backup-durability': {
      who: 'shared',
      sentence: 'AWS can run the domain in a second zone when you choose Multi-AZ; the documents you keep elsewhere.',
    },
  },
};
