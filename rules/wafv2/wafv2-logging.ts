import { addResource, companion, defineRule, fix, type ResourceView, refersTo, template } from '#kit';

export default defineRule({
  id: 'wafv2-logging',
  title: 'Web ACL keeps no log',
  on: 'AWS::WAFv2::WebACL',
  severity: 'medium',
  category: 'logging',
  profile: 'strict',
  aspect: 'logging-monitoring',
  peers: { cdk_nag: ['WAFv2LoggingEnabled'], security_hub: ['WAF.11'] },
  controls: { 'aws-fsbp': ['WAF.11'], 'nist-800-53-r5': ['AU-2', 'AU-3', 'AU-12'], 'pci-dss-4': ['10.4.2'] },
  why: 'Which requests were stopped, from where and by which rule, and which should have been, is known only from the log. It may be set up outside of this template, and costs by volume.',
  remedy: 'Add an AWS::WAFv2::LoggingConfiguration for the web ACL.',
  references: ['https://docs.aws.amazon.com/waf/latest/developerguide/logging.html'],
  check(acl, report) {
    const isLogged = acl.template
      .referrers(acl, 'AWS::WAFv2::LoggingConfiguration')
      .some((logging) => refersTo(logging.get('ResourceArn'), acl));
    if (isLogged || acl.template.isOpen) return;
    report(acl, `${acl.logicalId} keeps no log`, { fixes: () => [startLogging(acl)] });
  },
  examples: [
    {
      bad: template`
        Resources:
          Wall:
        # ^^^^
            Type: AWS::WAFv2::WebACL
            Properties:
              Scope: REGIONAL
      `,
      good: template`
        Resources:
          Wall:
            Type: AWS::WAFv2::WebACL
            Properties:
              Scope: REGIONAL
          WallLogs:
            Type: AWS::Logs::LogGroup
            Properties:
              LogGroupName: !Sub 'aws-waf-logs-\${AWS::StackName}-Wall'
              RetentionInDays: 365
          WallLogging:
            Type: AWS::WAFv2::LoggingConfiguration
            Properties:
              ResourceArn: !GetAtt Wall.Arn
              LogDestinationConfigs:
                - !Sub 'arn:\${AWS::Partition}:logs:\${AWS::Region}:\${AWS::AccountId}:log-group:\${WallLogs}'
      `,
    },
    {
      name: 'in development',
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Wall:
        # ^^^^
            Type: AWS::WAFv2::WebACL
            Properties: {Scope: REGIONAL}
          Log:
            Type: AWS::WAFv2::LoggingConfiguration
            Condition: IsProd
            Properties: {ResourceArn: !GetAtt Wall.Arn, LogDestinationConfigs: [!ImportValue Bucket]}
      `,
    },
    {
      name: 'an include may hold the configuration',
      silent: template`
        Resources:
          Fn::Transform: {Name: AWS::Include, Parameters: {Location: s3://bucket/waf.yaml}}
          Wall:
            Type: AWS::WAFv2::WebACL
            Properties: {Scope: REGIONAL}
      `,
    },
  ],
});

/** The name must begin with aws-waf-logs-, and the ARN must be without the star that `Fn::GetAtt` ends it with. */
function startLogging(acl: ResourceView) {
  const group = `${acl.logicalId}Logs`;
  const groupBody = {
    LogGroupName: { 'Fn::Sub': `aws-waf-logs-\${AWS::StackName}-${acl.logicalId}` },
    RetentionInDays: 365,
  };
  const arn = `arn:\${AWS::Partition}:logs:\${AWS::Region}:\${AWS::AccountId}:log-group:\${${group}}`;
  const logging = {
    ResourceArn: { 'Fn::GetAtt': [acl.logicalId, 'Arn'] },
    LogDestinationConfigs: [{ 'Fn::Sub': arn }],
  };
  return fix(
    'Log to a new log group (billed by volume)',
    'cost',
    addResource(group, companion(acl, 'AWS::Logs::LogGroup', groupBody), acl),
    addResource(`${acl.logicalId}Logging`, companion(acl, 'AWS::WAFv2::LoggingConfiguration', logging), acl),
  );
}
