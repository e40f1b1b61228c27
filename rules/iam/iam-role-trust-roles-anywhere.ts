import {
  defineRule,
  type Fix,
  fix,
  grants,
  type ResourceView,
  type Statement,
  set,
  statementsOf,
  template,
} from '#kit';

export default defineRule({
  id: 'iam-role-trust-roles-anywhere',
  title: 'IAM role is given to every certificate',
  on: 'AWS::IAM::Role',
  severity: 'medium',
  category: 'access-control',
  profile: 'recommended',
  aspect: 'identity-access',
  peers: {},
  controls: { 'nist-800-53-r5': ['AC-3', 'AC-6', 'IA-5(2)'] },
  why: 'IAM Roles Anywhere takes a certificate of any trust anchor of the account for a login. Without a condition every machine with such a certificate gets the role, those of trust anchors to come included.',
  remedy: 'Compare aws:SourceArn with the trust anchor, and aws:PrincipalTag/x509Subject/CN with the machine.',
  references: ['https://docs.aws.amazon.com/rolesanywhere/latest/userguide/trust-model.html'],
  check(role, report) {
    for (const statement of statementsOf(role.get('AssumeRolePolicyDocument'))) {
      if (!grants(statement) || !statement.condition.isAbsent) continue;
      const service = statement.principals.find(({ value }) => value.is('rolesanywhere.amazonaws.com'));
      if (!service) continue;
      report(service.value, `${role.logicalId} is given to every certificate of any trust anchor`, {
        fixes: () => [bindToAnchor(role, statement)],
      });
    }
  },
  examples: [
    {
      bad: template`
        Resources:
          Anchor:
            Type: AWS::RolesAnywhere::TrustAnchor
            Properties:
              Name: factory
              Source: {SourceType: AWS_ACM_PCA, SourceData: {AcmPcaArn: !ImportValue FactoryCa}}
          Robot:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument:
                Version: '2012-10-17'
                Statement:
                  - Effect: Allow
                    Principal:
                      Service: rolesanywhere.amazonaws.com
                             # ^^^^^^^^^^^^^^^^^^^^^^^^^^^
                    Action: [sts:AssumeRole, sts:TagSession, sts:SetSourceIdentity]
      `,
      good: template`
        Resources:
          Anchor:
            Type: AWS::RolesAnywhere::TrustAnchor
            Properties:
              Name: factory
              Source: {SourceType: AWS_ACM_PCA, SourceData: {AcmPcaArn: !ImportValue FactoryCa}}
          Robot:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument:
                Version: '2012-10-17'
                Statement:
                  - Effect: Allow
                    Principal:
                      Service: rolesanywhere.amazonaws.com
                    Action: [sts:AssumeRole, sts:TagSession, sts:SetSourceIdentity]
                    Condition:
                      ArnEquals:
                        aws:SourceArn: !GetAtt Anchor.TrustAnchorArn
      `,
    },
    {
      name: 'outside production',
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Robot:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument:
                Statement:
                  - Effect: Allow
                    Principal: {Service: rolesanywhere.amazonaws.com}
                                       # ^^^^^^^^^^^^^^^^^^^^^^^^^^^
                    Action: sts:AssumeRole
                    Condition: !If
                      - IsProd
                      - StringEquals: {aws:PrincipalTag/x509Subject/CN: robot}
                      - !Ref AWS::NoValue
      `,
    },
    {
      name: 'conditions that the template does not tell',
      silent: template`
        Parameters:
          Service: {Type: String}
        Resources:
          Robot:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument:
                Statement:
                  - Effect: Allow
                    Principal: {Service: !Ref Service}
                    Action: sts:AssumeRole
      `,
    },
    {
      name: 'the subject of the certificate is compared',
      silent: template`
        Resources:
          Robot:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument:
                Statement:
                  - Effect: Allow
                    Principal: {Service: rolesanywhere.amazonaws.com}
                    Action: sts:AssumeRole
                    Condition: {StringEquals: {aws:PrincipalTag/x509Subject/CN: robot}}
      `,
    },
  ],
});

function bindToAnchor(role: ResourceView, { condition }: Statement): Fix | undefined {
  const anchors = role.template.declared('AWS::RolesAnywhere::TrustAnchor');
  const [anchor] = anchors;
  if (!anchor || anchors.length > 1 || !anchor.attribute('Condition').isAbsent) return undefined;
  const arn = { 'Fn::GetAtt': [anchor.logicalId, 'TrustAnchorArn'] };
  return fix(
    `Take certificates of ${anchor.logicalId} only`,
    'behaviour',
    set(condition.get('ArnEquals').get('aws:SourceArn'), arn),
  );
}
