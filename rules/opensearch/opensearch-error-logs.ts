import { defineRule, fix, isNoLogGroup, type Peers, publishDomainLog, type ResourceView, set, template } from '#kit';

export default defineRule({
  id: 'opensearch-error-logs',
  title: 'OpenSearch domain keeps its error log to itself',
  on: ['AWS::OpenSearchService::Domain', 'AWS::Elasticsearch::Domain'],
  severity: 'medium',
  category: 'logging',
  profile: 'recommended',
  aspect: 'logging-monitoring',
  peers: {
    checkov: ['CKV_AWS_84'],
    guard: [
      'ELASTICSEARCH_LOGS_TO_CLOUDWATCH',
      'ELASTICSEARCH_APPLICATION_LOGGING_ENABLED',
      'OPENSEARCH_APPLICATION_LOGGING_ENABLED',
    ],
    cdk_nag: ['OpenSearchErrorLogsToCloudWatch'],
    kics: ['edbd62d4'],
    security_hub: ['ES.4', 'Opensearch.4'],
  },
  controls: { 'aws-fsbp': ['ES.4', 'Opensearch.4'], 'nist-800-53-r5': ['AU-2', 'AU-12'], 'pci-dss-4': ['10.2.1'] },
  why: 'Failed queries, rejected logins and crashes of nodes are not seen anywhere else. Nothing is published by default.',
  remedy: 'Publish ES_APPLICATION_LOGS to a log group that es.amazonaws.com may write to.',
  references: [
    'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/createdomain-configure-slow-logs.html',
  ],
  check(domain, report) {
    const logs = domain.get('LogPublishingOptions');
    const log = logs.get('ES_APPLICATION_LOGS');
    const enabled = log.get('Enabled');
    const group = log.get('CloudWatchLogsLogGroupArn');
    if (!enabled.isNot(true) && !(enabled.is(true) && isNoLogGroup(group))) return;
    const enabledLogs = logs.entries().filter(([, other]) => !other.get('Enabled').isNot(true));
    const isSent = enabledLogs.some(([, other]) => !isNoLogGroup(other.get('CloudWatchLogsLogGroupArn')));
    report(enabled.is(true) ? group : enabled, `${domain.logicalId} does not publish its error log`, {
      peers: peersOf(domain, enabledLogs.length > 0, isSent),
      fixes: [
        group.isAbsent
          ? publishDomainLog(domain, log, 'Publish the error log to a log group')
          : fix('Publish the error log', 'cost', set(enabled, true)),
      ],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Search:
        # ^^^^^^
            Type: AWS::OpenSearchService::Domain
            Properties:
              EngineVersion: OpenSearch_2.19
      `,
      good: template`
        Resources:
          Search:
            Type: AWS::OpenSearchService::Domain
            Properties:
              EngineVersion: OpenSearch_2.19
              LogPublishingOptions:
                ES_APPLICATION_LOGS:
                  Enabled: true
                  CloudWatchLogsLogGroupArn: !GetAtt SearchLogs.Arn
            DependsOn:
              - SearchLogsPolicy
          SearchLogs:
            Type: AWS::Logs::LogGroup
            Properties:
              RetentionInDays: 365
          SearchLogsPolicy:
            Type: AWS::Logs::ResourcePolicy
            Properties:
              PolicyName: !Sub '\${AWS::StackName}-SearchLogs'
              PolicyDocument: !Sub '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"es.amazonaws.com"},"Action":["logs:CreateLogStream","logs:PutLogEvents"],"Resource":"\${SearchLogs.Arn}"}]}'
      `,
    },
    {
      name: 'in one environment only',
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env:
            Type: String
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Search:
            Type: AWS::Elasticsearch::Domain
            Properties:
              ElasticsearchVersion: "7.10"
              LogPublishingOptions:
                ES_APPLICATION_LOGS:
                  Enabled: !If [IsProd, true, false]
                                            # ^^^^^
                  CloudWatchLogsLogGroupArn: !ImportValue Logs
      `,
      good: template`
        Parameters:
          Env:
            Type: String
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Search:
            Type: AWS::Elasticsearch::Domain
            Properties:
              ElasticsearchVersion: "7.10"
              LogPublishingOptions:
                ES_APPLICATION_LOGS:
                  Enabled: !If [IsProd, true, true]
                  CloudWatchLogsLogGroupArn: !ImportValue Logs
      `,
    },
    {
      name: 'a parameter without default decides',
      silent: template`
        Parameters:
          Setting:
            Type: String
        Resources:
          Search:
            Type: AWS::OpenSearchService::Domain
            Properties:
              EngineVersion: OpenSearch_2.19
              LogPublishingOptions:
                ES_APPLICATION_LOGS:
                  Enabled: !Ref Setting
                  CloudWatchLogsLogGroupArn: !ImportValue Logs
      `,
    },
  ],
});

/** Some are content with any log that is enabled, or with any that is also sent somewhere. */
function peersOf(domain: ResourceView, isEnabled: boolean, isSent: boolean): Peers {
  const isElasticsearch = domain.type === 'AWS::Elasticsearch::Domain';
  const guard = isElasticsearch
    ? ['ELASTICSEARCH_APPLICATION_LOGGING_ENABLED']
    : ['OPENSEARCH_APPLICATION_LOGGING_ENABLED'];
  const common = {
    cdk_nag: ['OpenSearchErrorLogsToCloudWatch'],
    security_hub: [isElasticsearch ? 'ES.4' : 'Opensearch.4'],
  };
  return {
    ...common,
    guard: isElasticsearch && !isSent ? [...guard, 'ELASTICSEARCH_LOGS_TO_CLOUDWATCH'] : guard,
    ...(isEnabled ? {} : { checkov: ['CKV_AWS_84'], kics: ['edbd62d4'] }),
  };
}
