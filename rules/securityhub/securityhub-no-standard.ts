import { addResource, companion, defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'securityhub-no-standard',
  title: 'Security Hub checks against no standard',
  on: 'AWS::SecurityHub::Hub',
  severity: 'low',
  category: 'logging',
  profile: 'recommended',
  aspect: 'logging-monitoring',
  peers: {},
  controls: { 'nist-800-53-r5': ['CA-7', 'RA-5'] },
  why: 'Without a standard Security Hub only collects what other services find; none of its own checks runs, though it seems to be on.',
  remedy: 'Leave EnableDefaultStandards out, or add an AWS::SecurityHub::Standard.',
  references: ['https://docs.aws.amazon.com/securityhub/latest/userguide/fsbp-standard.html'],
  check(hub, report) {
    const defaults = hub.get('EnableDefaultStandards');
    const { template: whole } = hub;
    if (!defaults.is(false) || whole.isOpen || whole.resources(STANDARD).length > 0) return;
    const arn =
      'arn:${AWS::Partition}:securityhub:${AWS::Region}::standards/aws-foundational-security-best-practices/v/1.0.0';
    report(defaults, `${hub.logicalId} checks against no standard`, {
      fixes: () => [
        fix(
          'Add the Foundational Security Best Practices',
          'cost',
          addResource(
            'BestPractices',
            companion(hub, STANDARD, { StandardsArn: { 'Fn::Sub': arn } }, { DependsOn: hub.logicalId }),
            hub,
          ),
        ),
        fix('Use the default standards', 'cost', set(defaults, true)),
      ],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Hub:
            Type: AWS::SecurityHub::Hub
            Properties:
              EnableDefaultStandards: false
                                    # ^^^^^
      `,
      good: template`
        Resources:
          Hub:
            Type: AWS::SecurityHub::Hub
            Properties:
              EnableDefaultStandards: false
          BestPractices:
            Type: AWS::SecurityHub::Standard
            DependsOn: Hub
            Properties:
              StandardsArn: !Sub 'arn:\${AWS::Partition}:securityhub:\${AWS::Region}::standards/aws-foundational-security-best-practices/v/1.0.0'
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
          Hub:
            Type: AWS::SecurityHub::Hub
            Properties:
              EnableDefaultStandards: !If [IsProd, true, false]
                                                       # ^^^^^
      `,
    },
    {
      name: 'a choice without default is unknown',
      silent: template`
        Parameters:
          Defaults: {Type: String}
        Resources:
          Hub:
            Type: AWS::SecurityHub::Hub
            Properties: {EnableDefaultStandards: !Ref Defaults}
      `,
    },
    {
      name: 'the standard is chosen by the template',
      silent: template`
        Resources:
          Hub:
            Type: AWS::SecurityHub::Hub
            Properties: {EnableDefaultStandards: false}
          Nist:
            Type: AWS::SecurityHub::Standard
            Properties: {StandardsArn: 'arn:aws:securityhub:eu-west-1::standards/nist-800-53/v/5.0.0'}
      `,
    },
  ],
});

const STANDARD = 'AWS::SecurityHub::Standard';
