import { anyAccount, defineRule, grants, mayLimitCallers, narrowPrincipal, statementsOf, template } from '#kit';

export default defineRule({
  id: 'opensearch-public-policy',
  title: 'OpenSearch domain lets anyone in',
  on: ['AWS::OpenSearchService::Domain', 'AWS::Elasticsearch::Domain'],
  severity: 'critical',
  category: 'access-control',
  profile: 'essential',
  aspect: 'identity-access',
  peers: {
    cdk_nag: [
      'OpenSearchNoUnsignedOrAnonymousAccess',
      'AwsSolutions-OS5',
      'OpenSearchAllowlistedIPs',
      'AwsSolutions-OS3',
    ],
    kics: ['5c666ed9'],
  },
  controls: { 'nist-800-53-r5': ['AC-3', 'AC-6'], 'pci-dss-4': ['7.2.2'] },
  why: 'A policy that allows the principal * takes unsigned requests: whoever reaches the endpoint reads and deletes indexes. In a VPC that is everyone whom the security group admits. With fine-grained access control such a policy is fine, and what AWS advises.',
  remedy: 'Name the IAM principals that may call the domain, or the addresses they call from.',
  references: ['https://docs.aws.amazon.com/opensearch-service/latest/developerguide/ac.html'],
  check(domain, report) {
    // Then every request has to say who it is, whatever this policy allows.
    if (!domain.get('AdvancedSecurityOptions.Enabled').isNot(true)) return;
    const isPrivate = !domain.get('VPCOptions.SubnetIds').isAbsent;
    for (const statement of statementsOf(domain.get('AccessPolicies'))) {
      const principal = statement.principals.find(anyAccount);
      if (!grants(statement) || !principal || mayLimitCallers(statement.condition)) continue;
      report(principal.value, `${domain.logicalId} lets in whoever reaches it`, {
        severity: isPrivate ? 'medium' : 'critical',
        fixes: narrowPrincipal(statement, principal),
      });
    }
  },
  examples: [
    {
      bad: template`
        Resources:
          Search:
            Type: AWS::OpenSearchService::Domain
            Properties:
              AccessPolicies:
                Version: '2012-10-17'
                Statement:
                  - Effect: Allow
                    Principal: '*'
                             # ^^^
                    Action: es:ESHttp*
                    Resource: '*'
      `,
      good: template`
        Resources:
          Search:
            Type: AWS::OpenSearchService::Domain
            Properties:
              AccessPolicies:
                Version: '2012-10-17'
                Statement:
                  - Effect: Allow
                    Principal:
                      AWS: !Sub 'arn:\${AWS::Partition}:iam::\${AWS::AccountId}:root'
                    Action: es:ESHttp*
                    Resource: '*'
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
              AccessPolicies:
                Statement:
                  - Effect: Allow
                    Principal:
                      AWS: !If [IsProd, arn:aws:iam::111122223333:role/App, '*']
                                                                          # ^^^
                    Action: es:ESHttp*
                    Resource: '*'
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
              AccessPolicies:
                Statement:
                  - Effect: Allow
                    Principal:
                      AWS: !If [IsProd, arn:aws:iam::111122223333:role/App, !Sub 'arn:\${AWS::Partition}:iam::\${AWS::AccountId}:root']
                    Action: es:ESHttp*
                    Resource: '*'
      `,
    },
    {
      name: 'a condition on the caller’s address narrows it',
      silent: template`
        Resources:
          Search:
            Type: AWS::OpenSearchService::Domain
            Properties:
              AccessPolicies:
                Statement:
                  - Effect: Allow
                    Principal: '*'
                    Action: es:ESHttp*
                    Resource: '*'
                    Condition:
                      IpAddress:
                        aws:SourceIp: 203.0.113.0/24
      `,
    },
    {
      name: 'with fine-grained access control every request says who it is',
      silent: template`
        Resources:
          Search:
            Type: AWS::OpenSearchService::Domain
            Properties:
              AdvancedSecurityOptions:
                Enabled: true
              AccessPolicies:
                Statement:
                  - Effect: Allow
                    Principal: '*'
                    Action: es:ESHttp*
                    Resource: '*'
      `,
    },
    {
      name: 'a principal without default is unknown',
      silent: template`
        Parameters:
          Setting:
            Type: String
        Resources:
          Search:
            Type: AWS::OpenSearchService::Domain
            Properties:
              AccessPolicies:
                Statement:
                  - Effect: Allow
                    Principal: !Ref Setting
                    Action: es:ESHttp*
                    Resource: '*'
      `,
    },
  ],
});
