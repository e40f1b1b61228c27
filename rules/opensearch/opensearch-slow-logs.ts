import { defineRule, template } from '#kit';

const NAMES = ['SEARCH_SLOW_LOGS', 'INDEX_SLOW_LOGS'];

export default defineRule({
  id: 'opensearch-slow-logs',
  title: 'OpenSearch domain keeps no slow logs',
  on: ['AWS::OpenSearchService::Domain', 'AWS::Elasticsearch::Domain'],
  severity: 'low',
  category: 'logging',
  profile: 'strict',
  aspect: 'logging-monitoring',
  peers: { cdk_nag: ['OpenSearchSlowLogsToCloudWatch', 'AwsSolutions-OS9'], kics: ['086ea2eb'] },
  controls: { 'nist-800-53-r5': ['AU-2', 'AU-12'], 'pci-dss-4': ['10.2.1'] },
  why: 'A query that brings the domain down shows in the slow logs only. They also need thresholds, set per index.',
  remedy: 'Publish SEARCH_SLOW_LOGS and INDEX_SLOW_LOGS to a log group.',
  references: [
    'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/createdomain-configure-slow-logs.html',
  ],
  check(domain, report) {
    const logs = domain.get('LogPublishingOptions');
    const missing = NAMES.filter((name) => logs.get(name).get('Enabled').isNot(true));
    const [first] = missing;
    if (first === undefined) return;
    const at = missing.length === 1 ? logs.get(first).get('Enabled') : logs;
    report(at, `${domain.logicalId} does not publish ${missing.join(' and ')}`);
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
            Type: AWS::OpenSearchService::Domain
            Properties:
              LogPublishingOptions:
                SEARCH_SLOW_LOGS:
                  Enabled: true
                  CloudWatchLogsLogGroupArn: !ImportValue Logs
                INDEX_SLOW_LOGS:
                  Enabled: !If [IsProd, true, false]
                                            # ^^^^^
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
              LogPublishingOptions:
                SEARCH_SLOW_LOGS:
                  Enabled: !Ref Setting
                INDEX_SLOW_LOGS:
                  Enabled: !Ref Setting
      `,
    },
  ],
});
