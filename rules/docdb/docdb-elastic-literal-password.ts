import { secretRule } from '#kit';

export default secretRule({
  id: 'docdb-elastic-literal-password',
  title: 'DocumentDB elastic cluster password stands in the template',
  on: 'AWS::DocDBElastic::Cluster',
  severity: 'critical',
  why: 'Everyone who reads the repository, the stack or its change sets knows the administrator’s password of the cluster, and it is seldom changed.',
  remedy: 'Refer to a secret of Secrets Manager.',
  references: ['https://docs.aws.amazon.com/documentdb/latest/developerguide/elastic-managing.html'],
  secrets: [{ path: 'AdminUserPassword', what: 'Administrator password', name: 'Password', isOwn: true, peers: {} }],
  sample: { logicalId: 'Orders', type: 'AWS::DocDBElastic::Cluster', properties: ['AdminUserName: orders'] },
});
