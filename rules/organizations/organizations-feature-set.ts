import { defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'organizations-feature-set',
  title: 'Organization shares nothing but the bill',
  on: 'AWS::Organizations::Organization',
  severity: 'medium',
  category: 'access-control',
  profile: 'recommended',
  aspect: 'identity-access',
  peers: {},
  controls: { 'nist-800-53-r5': ['AC-3', 'AC-6'] },
  why: 'With consolidated billing alone there are no service control policies, no organization trail and no delegated security services: each account can do what it likes.',
  remedy: 'Set FeatureSet to ALL, or leave it out.',
  references: ['https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_org_support-all-features.html'],
  check(organization, report) {
    const features = organization.get('FeatureSet');
    if (!features.is('CONSOLIDATED_BILLING')) return;
    report(features, `${organization.logicalId} shares nothing but the bill`, {
      fixes: [fix('Use all features', 'behaviour', set(features, 'ALL'))],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Company:
            Type: AWS::Organizations::Organization
            Properties:
              FeatureSet: CONSOLIDATED_BILLING
                        # ^^^^^^^^^^^^^^^^^^^^
      `,
      good: template`
        Resources:
          Company:
            Type: AWS::Organizations::Organization
            Properties:
              FeatureSet: ALL
      `,
    },
    {
      when: 'IsTrial is true',
      bad: template`
        Parameters:
          Trial: {Type: String, AllowedValues: ['yes', 'no']}
        Conditions:
          IsTrial: !Equals [!Ref Trial, 'yes']
        Resources:
          Company:
            Type: AWS::Organizations::Organization
            Properties:
              FeatureSet: !If [IsTrial, CONSOLIDATED_BILLING, ALL]
                                      # ^^^^^^^^^^^^^^^^^^^^
      `,
    },
    {
      name: 'all features are the default',
      silent: template`
        Resources:
          Company:
            Type: AWS::Organizations::Organization
      `,
    },
    {
      name: 'a choice without default is unknown',
      silent: template`
        Parameters:
          Features: {Type: String}
        Resources:
          Company:
            Type: AWS::Organizations::Organization
            Properties:
              FeatureSet: !Ref Features
      `,
    },
  ],
});
