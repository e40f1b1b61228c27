import { anyAccount, defineRule, grants, mayLimitCallers, narrowPrincipal, statementsOf, template } from '#kit';

export default defineRule({
  id: 'cloudtrail-policy-public',
  title: 'Anyone may write to or read CloudTrail Lake',
  on: 'AWS::CloudTrail::ResourcePolicy',
  severity: 'high',
  category: 'access-control',
  profile: 'essential',
  aspect: 'identity-access',
  peers: {},
  controls: { 'nist-800-53-r5': ['AC-3', 'AC-6', 'AU-9'] },
  why: 'What strangers may put into the record of events proves nothing any more, and what they may query of it tells them all about the account.',
  remedy: 'Name the accounts or roles that need it, or add a condition on aws:PrincipalOrgID.',
  references: [
    'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/security_iam_resource-based-policy-examples.html',
  ],
  check(policy, report) {
    for (const statement of statementsOf(policy.get('ResourcePolicy'))) {
      const anyone = grants(statement) ? statement.principals.find(anyAccount) : undefined;
      if (!anyone || mayLimitCallers(statement.condition)) continue;
      report(anyone.value, `${policy.logicalId} lets everyone in`, { fixes: () => narrowPrincipal(statement, anyone) });
    }
  },
  examples: [
    {
      bad: template`
        Resources:
          Partners:
            Type: AWS::CloudTrail::ResourcePolicy
            Properties:
              ResourceArn: !ImportValue Channel
              ResourcePolicy:
                Version: '2012-10-17'
                Statement:
                  - Effect: Allow
                    Principal: '*'
                             # ^^^
                    Action: cloudtrail-data:PutAuditEvents
                    Resource: !ImportValue Channel
      `,
      good: template`
        Resources:
          Partners:
            Type: AWS::CloudTrail::ResourcePolicy
            Properties:
              ResourceArn: !ImportValue Channel
              ResourcePolicy:
                Version: '2012-10-17'
                Statement:
                  - Effect: Allow
                    Principal:
                      AWS: !Sub 'arn:\${AWS::Partition}:iam::\${AWS::AccountId}:root'
                    Action: cloudtrail-data:PutAuditEvents
                    Resource: !ImportValue Channel
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
          Partners:
            Type: AWS::CloudTrail::ResourcePolicy
            Properties:
              ResourceArn: !ImportValue Channel
              ResourcePolicy:
                Statement:
                  - Effect: Allow
                    Principal: {AWS: !If [IsProd, 'arn:aws:iam::123456789012:root', '*']}
                                                                                  # ^^^
                    Action: cloudtrail-data:PutAuditEvents
                    Resource: !ImportValue Channel
      `,
    },
    {
      name: 'who it is is chosen at deployment',
      silent: template`
        Parameters:
          Who: {Type: String}
        Resources:
          Partners:
            Type: AWS::CloudTrail::ResourcePolicy
            Properties:
              ResourceArn: !ImportValue Channel
              ResourcePolicy:
                Statement:
                  - Effect: Allow
                    Principal: {AWS: !Ref Who}
                    Action: cloudtrail-data:PutAuditEvents
                    Resource: !ImportValue Channel
      `,
    },
  ],
});
