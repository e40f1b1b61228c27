import {
  addResource,
  associatedWith,
  companion,
  defineRule,
  fix,
  logGroupBody,
  logsKeyBody,
  type ResourceView,
  template,
} from '#kit';

export default defineRule({
  id: 'route53-resolver-query-logging',
  title: 'DNS queries of a VPC are not logged',
  on: 'AWS::EC2::VPC',
  severity: 'low',
  category: 'logging',
  profile: 'strict',
  aspect: 'logging-monitoring',
  peers: {},
  controls: { 'nist-800-53-r5': ['AU-2', 'AU-12', 'SI-4'] },
  why: 'Malware asks for its masters by name, and data can leave in the names that are asked for. Flow logs do not show it: queries to the resolver of the VPC are not in them.',
  remedy: 'Add an AWS::Route53Resolver::ResolverQueryLoggingConfig, and associate the VPC with it.',
  references: ['https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-query-logs.html'],
  check(vpc, report) {
    const { logicalId, template: whole } = vpc;
    if (whole.isOpen) return;
    const logged = whole.resources(ASSOCIATION).map((association) => association.get('ResourceId'));
    if (logged.some((id) => associatedWith(id, vpc, 'VpcId') || (id.isUnknown && !id.target()))) return;
    report(vpc, `DNS queries of ${logicalId} are not logged`, {
      fixes: () => [
        whole.declared(ASSOCIATION).some((each) => associatedWith(each.get('ResourceId'), vpc, 'VpcId'))
          ? undefined
          : logQueries(vpc),
      ],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Network:
        # ^^^^^^^
            Type: AWS::EC2::VPC
            Properties:
              CidrBlock: 10.0.0.0/16
      `,
      good: template`
        Resources:
          Network:
            Type: AWS::EC2::VPC
            Properties:
              CidrBlock: 10.0.0.0/16
          NetworkQueries:
            Type: AWS::Logs::LogGroup
            Properties:
              RetentionInDays: 365
              KmsKeyId: !GetAtt NetworkQueriesKey.Arn
          NetworkQueriesKey:
            Type: AWS::KMS::Key
            DeletionPolicy: Retain
            UpdateReplacePolicy: Retain
            Properties:
              EnableKeyRotation: true
              KeyPolicy:
                Version: '2012-10-17'
                Statement:
                  - Sid: AllowAccount
                    Effect: Allow
                    Principal:
                      AWS: !Sub 'arn:\${AWS::Partition}:iam::\${AWS::AccountId}:root'
                    Action: kms:*
                    Resource: '*'
                  - Sid: AllowLogs
                    Effect: Allow
                    Principal:
                      Service: !Sub 'logs.\${AWS::Region}.amazonaws.com'
                    Action:
                      - kms:Encrypt
                      - kms:Decrypt
                      - kms:ReEncrypt*
                      - kms:GenerateDataKey*
                      - kms:DescribeKey
                    Resource: '*'
                    Condition:
                      ArnLike:
                        kms:EncryptionContext:aws:logs:arn: !Sub 'arn:\${AWS::Partition}:logs:\${AWS::Region}:\${AWS::AccountId}:log-group:*'
          NetworkQueryLog:
            Type: AWS::Route53Resolver::ResolverQueryLoggingConfig
            Properties:
              DestinationArn: !GetAtt NetworkQueries.Arn
          NetworkQueryLogAssociation:
            Type: AWS::Route53Resolver::ResolverQueryLoggingConfigAssociation
            Properties:
              ResolverQueryLogConfigId: !GetAtt NetworkQueryLog.Id
              ResourceId: !Ref Network
      `,
    },
    {
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Network:
        # ^^^^^^^
            Type: AWS::EC2::VPC
            Properties: {CidrBlock: 10.0.0.0/16}
          Queries:
            Type: AWS::Route53Resolver::ResolverQueryLoggingConfigAssociation
            Condition: IsProd
            Properties: {ResolverQueryLogConfigId: rqlc-12345678, ResourceId: !Ref Network}
      `,
    },
    {
      name: 'a VPC that is named at deployment may be this one',
      silent: template`
        Parameters:
          VpcId: {Type: String}
        Resources:
          Network:
            Type: AWS::EC2::VPC
            Properties: {CidrBlock: 10.0.0.0/16}
          Queries:
            Type: AWS::Route53Resolver::ResolverQueryLoggingConfigAssociation
            Properties: {ResolverQueryLogConfigId: rqlc-12345678, ResourceId: !Ref VpcId}
      `,
    },
  ],
});

const ASSOCIATION = 'AWS::Route53Resolver::ResolverQueryLoggingConfigAssociation';

function logQueries(vpc: ResourceView) {
  const group = `${vpc.logicalId}Queries`;
  const key = `${group}Key`;
  const config = `${vpc.logicalId}QueryLog`;
  const destination = { DestinationArn: { 'Fn::GetAtt': [group, 'Arn'] } };
  const association = {
    ResolverQueryLogConfigId: { 'Fn::GetAtt': [config, 'Id'] },
    ResourceId: { Ref: vpc.logicalId },
  };
  return fix(
    'Log the queries to a new, encrypted log group',
    'cost',
    addResource(group, logGroupBody(vpc, key), vpc),
    addResource(key, logsKeyBody(vpc), vpc),
    addResource(config, companion(vpc, 'AWS::Route53Resolver::ResolverQueryLoggingConfig', destination), vpc),
    addResource(`${config}Association`, companion(vpc, ASSOCIATION, association), vpc),
  );
}
