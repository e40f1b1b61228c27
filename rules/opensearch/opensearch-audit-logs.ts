import { defineRule, fix, isNoLogGroup, publishDomainLog, set, template } from '#kit';

const ELASTICSEARCH_PEERS = {
  checkov: ['CKV_AWS_317'],
  guard: ['ELASTICSEARCH_AUDIT_LOGGING_ENABLED'],
  security_hub: ['ES.5'],
};
const OPENSEARCH_PEERS = {
  checkov: ['CKV_AWS_317'],
  guard: ['OPENSEARCH_AUDIT_LOGGING_ENABLED'],
  security_hub: ['Opensearch.5'],
};

export default defineRule({
  id: 'opensearch-audit-logs',
  title: 'OpenSearch domain keeps no audit log',
  on: ['AWS::OpenSearchService::Domain', 'AWS::Elasticsearch::Domain'],
  severity: 'medium',
  category: 'logging',
  profile: 'recommended',
  aspect: 'logging-monitoring',
  peers: {
    checkov: ['CKV_AWS_317'],
    guard: ['ELASTICSEARCH_AUDIT_LOGGING_ENABLED', 'OPENSEARCH_AUDIT_LOGGING_ENABLED'],
    trivy: ['AWS-0042'],
    security_hub: ['ES.5', 'Opensearch.5'],
  },
  controls: { 'aws-fsbp': ['ES.5', 'Opensearch.5'], 'nist-800-53-r5': ['AU-2', 'AU-12'], 'pci-dss-4': ['10.2.1'] },
  why: 'Who searched for what, and who failed to log in, is only known from the audit log. It needs fine-grained access control, and has to be switched on in OpenSearch Dashboards as well.',
  remedy: 'Publish AUDIT_LOGS to a log group that es.amazonaws.com may write to.',
  references: ['https://docs.aws.amazon.com/opensearch-service/latest/developerguide/audit-logs.html'],
  check(domain, report) {
    const log = domain.get('LogPublishingOptions.AUDIT_LOGS');
    const enabled = log.get('Enabled');
    const group = log.get('CloudWatchLogsLogGroupArn');
    if (!enabled.isNot(true) && !(enabled.is(true) && isNoLogGroup(group))) return;
    const isControlled = domain.get('AdvancedSecurityOptions.Enabled').is(true);
    report(enabled.is(true) ? group : enabled, `${domain.logicalId} keeps no audit log`, {
      peers: {
        ...(domain.type === 'AWS::Elasticsearch::Domain' ? ELASTICSEARCH_PEERS : OPENSEARCH_PEERS),
        // Trivy does not ask where the log goes.
        trivy: enabled.is(true) ? [] : ['AWS-0042'],
      },
      // Without fine-grained access control the service refuses to publish it.
      fixes: isControlled
        ? [
            group.isAbsent
              ? publishDomainLog(domain, log, 'Publish the audit log to a log group')
              : fix('Publish the audit log', 'cost', set(enabled, true)),
          ]
        : [],
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
              AdvancedSecurityOptions:
                Enabled: true
      `,
      good: template`
        Resources:
          Search:
            Type: AWS::OpenSearchService::Domain
            Properties:
              EngineVersion: OpenSearch_2.19
              AdvancedSecurityOptions:
                Enabled: true
              LogPublishingOptions:
                AUDIT_LOGS:
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
              AdvancedSecurityOptions:
                Enabled: true
              LogPublishingOptions:
                AUDIT_LOGS:
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
              AdvancedSecurityOptions:
                Enabled: true
              LogPublishingOptions:
                AUDIT_LOGS:
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
              AdvancedSecurityOptions:
                Enabled: true
              LogPublishingOptions:
                AUDIT_LOGS:
                  Enabled: !Ref Setting
                  CloudWatchLogsLogGroupArn: !ImportValue Logs
      `,
    },
    {
      name: 'without fine-grained access control there is no fix',
      bad: template`
        Resources:
          Search:
        # ^^^^^^
            Type: AWS::OpenSearchService::Domain
            Properties:
              EngineVersion: OpenSearch_1.3
      `,
    },
  ],
});
