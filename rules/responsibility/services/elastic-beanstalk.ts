import type { ServiceKnowledge } from '../types.ts';

export const elasticBeanstalk: ServiceKnowledge = {
  id: 'elastic-beanstalk',
  name: 'AWS Elastic Beanstalk',
  class: 'container',
  types: ['AWS::ElasticBeanstalk::'],
  summary: 'Web applications on managed platform versions.',
  link: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/security.html',
  aspects: {
    'os-patching': {
      who: 'shared',
      sentence:
        'AWS publishes patched platform versions; managed updates, which you turn on, bring them to your instances.',
      properties: {
        'AWS::ElasticBeanstalk::Environment': ['PlatformArn', 'SolutionStackName', 'OptionSettings'],
      },
    },
    'platform-patching': {
      who: 'shared',
      sentence: 'AWS maintains language platforms; your code, its libraries and retired branches are yours.',
      properties: {
        'AWS::ElasticBeanstalk::Environment': ['OptionSettings'],
      },
      link: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/environment-platform-update-managed.html',
    },
    'identity-access': {
      who: 'you',
      sentence: 'You attach an instance profile and a service role that hold no more than the application needs.',
      properties: {
        'AWS::ElasticBeanstalk::Environment': ['OptionSettings'],
      },
    },
    'network-exposure': {
      who: 'you',
      sentence: 'You put instances in private subnets behind the load balancer, by option settings.',
      properties: {
        'AWS::ElasticBeanstalk::Environment': ['OptionSettings', 'Tier'],
      },
    },
    'encryption-at-rest': {
      who: 'you',
      sentence: 'You encrypt the volumes of instances, and choose the key of the bucket that holds versions and logs.',
    },
    'encryption-in-transit': {
      who: 'you',
      sentence: 'You add an HTTPS listener and a certificate; the default environment answers plain HTTP.',
      properties: {
        'AWS::ElasticBeanstalk::ConfigurationTemplate': ['OptionSettings'],
      },
    },
    'keys-secrets': {
      who: 'you',
      sentence: 'You take environment properties from Secrets Manager references rather than in the clear.',
      properties: {
        'AWS::ElasticBeanstalk::Environment': ['OptionSettings'],
      },
    },
    'logging-monitoring': {
      who: 'you',
      sentence: 'You enable enhanced health and stream instance logs to CloudWatch.',
    },
    'backup-durability': {
      who: 'shared',
      sentence: 'AWS rebuilds environments and keeps versions; databases you keep outside the environment.',
      properties: {
        'AWS::ElasticBeanstalk::Application': ['ResourceLifecycleConfig'],
      },
    },
  },
};
