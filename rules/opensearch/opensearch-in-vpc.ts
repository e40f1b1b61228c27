import { addParameter, defineRule, fix, isEmptyList, set, template } from '#kit';

const PEERS = { cfn_nag: ['W90'], cdk_nag: ['OpenSearchInVPCOnly', 'AwsSolutions-OS1'] };

export default defineRule({
  id: 'opensearch-in-vpc',
  title: 'OpenSearch domain has a public endpoint',
  on: ['AWS::OpenSearchService::Domain', 'AWS::Elasticsearch::Domain'],
  severity: 'medium',
  category: 'network',
  profile: 'recommended',
  aspect: 'network-exposure',
  peers: {
    cfn_nag: ['W90'],
    guard: ['ELASTICSEARCH_IN_VPC_ONLY', 'OPENSEARCH_IN_VPC_ONLY'],
    cdk_nag: ['OpenSearchInVPCOnly', 'AwsSolutions-OS1'],
    security_hub: ['ES.2', 'Opensearch.2'],
  },
  controls: { 'aws-fsbp': ['ES.2', 'Opensearch.2'], 'nist-800-53-r5': ['AC-4', 'SC-7'], 'pci-dss-4': ['1.4.4'] },
  why: 'A public endpoint leaves the access policy alone between the indexes and everyone. A domain cannot be moved into a VPC later: a new one has to be made.',
  remedy: 'Place the domain in private subnets (VPCOptions).',
  references: ['https://docs.aws.amazon.com/opensearch-service/latest/developerguide/vpc.html'],
  check(domain, report) {
    const subnets = domain.get('VPCOptions.SubnetIds');
    if (!subnets.isAbsent && !isEmptyList(subnets)) return;
    const isElasticsearch = domain.type === 'AWS::Elasticsearch::Domain';
    const name = `${domain.logicalId}SubnetIds`;
    const groups = `${domain.logicalId}SecurityGroupIds`;
    report(subnets, `${domain.logicalId} has a public endpoint`, {
      peers: {
        ...PEERS,
        guard: [isElasticsearch ? 'ELASTICSEARCH_IN_VPC_ONLY' : 'OPENSEARCH_IN_VPC_ONLY'],
        security_hub: [isElasticsearch ? 'ES.2' : 'Opensearch.2'],
      },
      fixes: [
        fix(
          'Place it in subnets that are chosen at deployment (needs a new domain)',
          'replacement',
          set(domain.get('VPCOptions'), { SubnetIds: { Ref: name }, SecurityGroupIds: { Ref: groups } }),
          addParameter(name, {
            Type: 'List<AWS::EC2::Subnet::Id>',
            Description: 'Private subnets of the search domain, one for each availability zone it spans',
          }),
          addParameter(groups, {
            Type: 'List<AWS::EC2::SecurityGroup::Id>',
            Description: 'Security groups that let clients reach port 443 of the search domain',
          }),
        ),
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
        Parameters:
          SearchSubnetIds:
            Type: List<AWS::EC2::Subnet::Id>
            Description: Private subnets of the search domain, one for each availability zone it spans
          SearchSecurityGroupIds:
            Type: List<AWS::EC2::SecurityGroup::Id>
            Description: Security groups that let clients reach port 443 of the search domain
        Resources:
          Search:
            Type: AWS::OpenSearchService::Domain
            Properties:
              EngineVersion: OpenSearch_2.19
              VPCOptions:
                SubnetIds: !Ref SearchSubnetIds
                SecurityGroupIds: !Ref SearchSecurityGroupIds
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
              VPCOptions: !If [IsProd, {SubnetIds: [subnet-1], SecurityGroupIds: [sg-1]}, !Ref AWS::NoValue]
            # ^^^^^^^^^^
      `,
      good: template`
        Parameters:
          Env:
            Type: String
          SearchSubnetIds:
            Type: List<AWS::EC2::Subnet::Id>
            Description: Private subnets of the search domain, one for each availability zone it spans
          SearchSecurityGroupIds:
            Type: List<AWS::EC2::SecurityGroup::Id>
            Description: Security groups that let clients reach port 443 of the search domain
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Search:
            Type: AWS::OpenSearchService::Domain
            Properties:
              VPCOptions: !If [IsProd, {SubnetIds: [subnet-1], SecurityGroupIds: [sg-1]}, {SubnetIds: !Ref SearchSubnetIds, SecurityGroupIds: !Ref SearchSecurityGroupIds}]
      `,
    },
    {
      name: 'subnets from a parameter are unknown',
      silent: template`
        Parameters:
          Setting:
            Type: List<AWS::EC2::Subnet::Id>
        Resources:
          Search:
            Type: AWS::OpenSearchService::Domain
            Properties:
              VPCOptions:
                SubnetIds: !Ref Setting
      `,
    },
  ],
});
