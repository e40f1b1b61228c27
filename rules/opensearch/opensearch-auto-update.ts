import { defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'opensearch-auto-update',
  title: 'OpenSearch domain waits for somebody to update it',
  on: 'AWS::OpenSearchService::Domain',
  severity: 'low',
  category: 'patching',
  profile: 'strict',
  aspect: 'platform-patching',
  peers: { security_hub: ['Opensearch.10'] },
  controls: { 'aws-fsbp': ['Opensearch.10'], 'nist-800-53-r5': ['SI-2'], 'pci-dss-4': ['6.3.3'] },
  why: 'Service software updates carry security fixes. Optional ones are left to the author unless automatic updates are on.',
  remedy: 'Set SoftwareUpdateOptions.AutoSoftwareUpdateEnabled to true.',
  references: ['https://docs.aws.amazon.com/opensearch-service/latest/developerguide/service-software.html'],
  check(domain, report) {
    const update = domain.get('SoftwareUpdateOptions.AutoSoftwareUpdateEnabled');
    if (!update.isNot(true)) return;
    report(update, `${domain.logicalId} waits for somebody to update it`, {
      fixes: [fix('Update the service software off peak', 'behaviour', set(update, true))],
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
              SoftwareUpdateOptions:
                AutoSoftwareUpdateEnabled: true
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
              EngineVersion: OpenSearch_2.19
              SoftwareUpdateOptions:
                AutoSoftwareUpdateEnabled: !If [IsProd, true, false]
                                                            # ^^^^^
      `,
      good: template`
        Parameters:
          Env:
            Type: String
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Search:
            Type: AWS::OpenSearchService::Domain
            Properties:
              EngineVersion: OpenSearch_2.19
              SoftwareUpdateOptions:
                AutoSoftwareUpdateEnabled: !If [IsProd, true, true]
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
              SoftwareUpdateOptions:
                AutoSoftwareUpdateEnabled: !Ref Setting
      `,
    },
  ],
});
