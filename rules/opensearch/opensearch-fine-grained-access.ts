import { addParameter, defineRule, fix, isOlderSearchDomain, type ResourceView, set, template } from '#kit';

export default defineRule({
  id: 'opensearch-fine-grained-access',
  title: 'OpenSearch domain knows no users',
  on: 'AWS::OpenSearchService::Domain',
  severity: 'medium',
  category: 'access-control',
  profile: 'strict',
  aspect: 'identity-access',
  peers: { guard: ['OPENSEARCH_ACCESS_CONTROL_ENABLED'], security_hub: ['Opensearch.7'] },
  controls: { 'aws-fsbp': ['Opensearch.7'], 'nist-800-53-r5': ['AC-3', 'AC-6'], 'pci-dss-4': ['7.2.2'] },
  why: 'Whoever the access policy lets in may read and delete every index. Fine-grained access control gives roles their indexes, documents and fields; it cannot be taken off again.',
  remedy:
    'Enable AdvancedSecurityOptions with a master user; encryption at rest, between nodes and HTTPS have to be on.',
  references: ['https://docs.aws.amazon.com/opensearch-service/latest/developerguide/fgac.html'],
  check(domain, report) {
    const enabled = domain.get('AdvancedSecurityOptions.Enabled');
    if (!enabled.isNot(true)) return;
    const options = domain.get('AdvancedSecurityOptions');
    const name = `${domain.logicalId}MasterUserArn`;
    const master = addParameter(name, {
      Type: 'String',
      Description: 'ARN of the IAM role that administers the search domain',
      AllowedPattern: '^arn:aws[a-z-]*:iam::[0-9]{12}:(role|user)/.+$',
    });
    report(enabled, `${domain.logicalId} gives everyone it lets in every index`, {
      fixes: () => {
        if (!options.isAbsent || isOlderSearchDomain(domain, 6.7)) return [];
        const access = {
          Enabled: true,
          InternalUserDatabaseEnabled: false,
          MasterUserOptions: { MasterUserARN: { Ref: name } },
        };
        const title = 'Control access by role, with a master role that is chosen at deployment (for good)';
        return [fix(title, 'behaviour', set(options, access), ...encryptEverything(domain), master)];
      },
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
              DomainEndpointOptions: {EnforceHTTPS: true}
      `,
      good: template`
        Parameters:
          SearchMasterUserArn:
            Type: String
            Description: ARN of the IAM role that administers the search domain
            AllowedPattern: '^arn:aws[a-z-]*:iam::[0-9]{12}:(role|user)/.+$'
        Resources:
          Search:
            Type: AWS::OpenSearchService::Domain
            Properties:
              EngineVersion: OpenSearch_2.19
              DomainEndpointOptions: {EnforceHTTPS: true}
              AdvancedSecurityOptions:
                Enabled: true
                InternalUserDatabaseEnabled: false
                MasterUserOptions:
                  MasterUserARN: !Ref SearchMasterUserArn
              EncryptionAtRestOptions:
                Enabled: true
              NodeToNodeEncryptionOptions:
                Enabled: true
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
              AdvancedSecurityOptions:
                Enabled: !If [IsProd, true, false]
                                          # ^^^^^
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
              AdvancedSecurityOptions:
                Enabled: !Ref Setting
      `,
    },
  ],
});

/** What fine-grained access control demands, as far as it is missing: a domain without it is not accepted. */
function encryptEverything(domain: ResourceView) {
  return [
    domain.get('EncryptionAtRestOptions.Enabled'),
    domain.get('NodeToNodeEncryptionOptions.Enabled'),
    domain.get('DomainEndpointOptions.EnforceHTTPS'),
  ]
    .filter((option) => option.isNot(true))
    .map((option) => set(option, true));
}
