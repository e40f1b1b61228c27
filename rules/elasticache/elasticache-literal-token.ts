import { secretRule } from '#kit';

export default secretRule({
  id: 'elasticache-literal-token',
  title: 'ElastiCache token stands in the template',
  on: 'AWS::ElastiCache::ReplicationGroup',
  severity: 'critical',
  why: 'Everyone who reads the repository, the stack or its change sets knows the token of the cache, and it is seldom changed.',
  remedy: 'Refer to a secret of Secrets Manager.',
  references: ['https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/auth.html'],
  secrets: [{ path: 'AuthToken', what: 'Token', name: 'Token', isOwn: true, peers: { cfn_nag: ['F44'] } }],
  sample: {
    logicalId: 'Sessions',
    type: 'AWS::ElastiCache::ReplicationGroup',
    properties: ['TransitEncryptionEnabled: true'],
  },
});
