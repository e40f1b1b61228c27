import { secretRule } from '#kit';

export default secretRule({
  id: 'opensearch-literal-password',
  title: 'OpenSearch master password stands in the template',
  on: ['AWS::OpenSearchService::Domain', 'AWS::Elasticsearch::Domain'],
  severity: 'critical',
  why: 'Everyone who reads the repository, the stack or its change sets knows the master password of the domain, and it is seldom changed.',
  remedy: 'Refer to a secret of Secrets Manager, or make an IAM role the master user (MasterUserARN).',
  references: ['https://docs.aws.amazon.com/opensearch-service/latest/developerguide/fgac.html'],
  secrets: [
    {
      path: 'AdvancedSecurityOptions.MasterUserOptions.MasterUserPassword',
      what: 'Master password',
      name: 'Password',
      isOwn: true,
      peers: {},
    },
  ],
  sample: {
    logicalId: 'Search',
    type: 'AWS::OpenSearchService::Domain',
    properties: ['EngineVersion: OpenSearch_2.19'],
  },
});
