import { defineRule, hideSecret, secretExposure, secretInPlainSight, template } from '#kit';

export default defineRule({
  id: 'opensearch-literal-password',
  title: 'OpenSearch master password stands in the template',
  on: ['AWS::OpenSearchService::Domain', 'AWS::Elasticsearch::Domain'],
  severity: 'critical',
  category: 'secrets',
  profile: 'essential',
  aspect: 'keys-secrets',
  peers: {},
  controls: { 'nist-800-53-r5': ['IA-5(7)', 'SC-28'], 'pci-dss-4': ['8.6.2'] },
  why: 'Everyone who reads the repository, the stack or its change sets knows the master password of the domain, and it is seldom changed.',
  remedy: 'Refer to a secret of Secrets Manager, or make an IAM role the master user (MasterUserARN).',
  references: ['https://docs.aws.amazon.com/opensearch-service/latest/developerguide/fgac.html'],
  check(resource, report) {
    const value = resource.get('AdvancedSecurityOptions.MasterUserOptions.MasterUserPassword');
    const exposure = secretExposure(value, resource.template);
    if (!exposure) return;
    const description = `Master password of ${resource.logicalId}`;
    report(value, `${description} ${secretInPlainSight(exposure)}`, {
      severity: exposure.kind === 'echo' ? 'high' : 'critical',
      fixes: hideSecret({ of: resource, value, name: 'Password', description, isOwn: true }, exposure),
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Search:
            Type: AWS::OpenSearchService::Domain
            Properties:
              EngineVersion: OpenSearch_2.19
              AdvancedSecurityOptions:
                MasterUserOptions:
                  MasterUserPassword: correct-horse
                                    # ^^^^^^^^^^^^^
      `,
      good: template`
        Resources:
          Search:
            Type: AWS::OpenSearchService::Domain
            Properties:
              EngineVersion: OpenSearch_2.19
              AdvancedSecurityOptions:
                MasterUserOptions:
                  MasterUserPassword: !Sub '{{resolve:secretsmanager:\${SearchPassword}}}'
          SearchPassword:
            Type: AWS::SecretsManager::Secret
            DeletionPolicy: Retain
            UpdateReplacePolicy: Retain
            Properties:
              Description: Master password of Search
              GenerateSecretString:
                PasswordLength: 32
                ExcludePunctuation: true
      `,
    },
    {
      name: 'the default of a hidden parameter is still a secret in the template',
      when: 'Secret is left at its default',
      bad: template`
        Parameters:
          Secret:
            Type: String
            NoEcho: true
            Default: correct-horse
        Resources:
          Search:
            Type: AWS::OpenSearchService::Domain
            Properties:
              EngineVersion: OpenSearch_2.19
              AdvancedSecurityOptions:
                MasterUserOptions:
                  MasterUserPassword: !Ref Secret
                                    # ^^^^^^^^^^^
      `,
      good: template`
        Parameters:
          Secret:
            Type: String
            NoEcho: true
        Resources:
          Search:
            Type: AWS::OpenSearchService::Domain
            Properties:
              EngineVersion: OpenSearch_2.19
              AdvancedSecurityOptions:
                MasterUserOptions:
                  MasterUserPassword: !Ref Secret
      `,
    },
    {
      name: 'a parameter that is shown in clear text',
      bad: template`
        Parameters:
          Secret:
            Type: String
        Resources:
          Search:
            Type: AWS::OpenSearchService::Domain
            Properties:
              EngineVersion: OpenSearch_2.19
              AdvancedSecurityOptions:
                MasterUserOptions:
                  MasterUserPassword: !Ref Secret
                                    # ^^^^^^^^^^^
      `,
      good: template`
        Parameters:
          Secret:
            Type: String
            NoEcho: true
        Resources:
          Search:
            Type: AWS::OpenSearchService::Domain
            Properties:
              EngineVersion: OpenSearch_2.19
              AdvancedSecurityOptions:
                MasterUserOptions:
                  MasterUserPassword: !Ref Secret
      `,
    },
    {
      name: 'a literal in one environment only',
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env:
            Type: String
          Secret:
            Type: String
            NoEcho: true
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Search:
            Type: AWS::OpenSearchService::Domain
            Properties:
              EngineVersion: OpenSearch_2.19
              AdvancedSecurityOptions:
                MasterUserOptions:
                  MasterUserPassword: !If [IsProd, !Ref Secret, correct-horse]
                                                              # ^^^^^^^^^^^^^
      `,
      good: template`
        Parameters:
          Env:
            Type: String
          Secret:
            Type: String
            NoEcho: true
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Search:
            Type: AWS::OpenSearchService::Domain
            Properties:
              EngineVersion: OpenSearch_2.19
              AdvancedSecurityOptions:
                MasterUserOptions:
                  MasterUserPassword: !If [IsProd, !Ref Secret, !Sub '{{resolve:secretsmanager:\${SearchPassword}}}']
          SearchPassword:
            Type: AWS::SecretsManager::Secret
            DeletionPolicy: Retain
            UpdateReplacePolicy: Retain
            Properties:
              Description: Master password of Search
              GenerateSecretString:
                PasswordLength: 32
                ExcludePunctuation: true
      `,
    },
    {
      name: 'a dynamic reference is read when the stack is deployed',
      silent: template`
        Resources:
          Search:
            Type: AWS::OpenSearchService::Domain
            Properties:
              EngineVersion: OpenSearch_2.19
              AdvancedSecurityOptions:
                MasterUserOptions:
                  MasterUserPassword: '{{resolve:secretsmanager:orders:SecretString:password}}'
      `,
    },
    {
      name: 'a hidden parameter without default is unknown',
      silent: template`
        Parameters:
          Secret:
            Type: String
            NoEcho: true
        Resources:
          Search:
            Type: AWS::OpenSearchService::Domain
            Properties:
              EngineVersion: OpenSearch_2.19
              AdvancedSecurityOptions:
                MasterUserOptions:
                  MasterUserPassword: !Ref Secret
      `,
    },
  ],
});
