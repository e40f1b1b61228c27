import { append, defineRule, environmentOption, type Fix, fix, type ResourceView, set, template } from '#kit';

const ACTIONS = 'aws:elasticbeanstalk:managedactions';
const HEALTH = 'aws:elasticbeanstalk:healthreporting:system';

export default defineRule({
  id: 'elasticbeanstalk-managed-updates',
  title: 'Environment does not update its platform',
  on: 'AWS::ElasticBeanstalk::Environment',
  severity: 'medium',
  category: 'patching',
  profile: 'strict',
  aspect: 'platform-patching',
  peers: {
    cdk_nag: ['ElasticBeanstalkManagedUpdatesEnabled', 'AwsSolutions-EB3'],
    security_hub: ['ElasticBeanstalk.2'],
  },
  controls: { 'aws-fsbp': ['ElasticBeanstalk.2'], 'nist-800-53-r5': ['SI-2', 'SI-2(2)'], 'pci-dss-4': ['6.3.3'] },
  why: 'Operating system, web server and language runtime stay at the version they were made with, holes included. Environments made from a template are not updated unless the template, or the source bundle, says so.',
  remedy: 'Set ManagedActionsEnabled, PreferredStartTime and UpdateLevel in OptionSettings.',
  references: [
    'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/environment-platform-update-managed.html',
    'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/command-options-general.html',
  ],
  check(environment, report) {
    const option = environmentOption(environment, ACTIONS, 'ManagedActionsEnabled');
    if (option !== 'unset' && !option?.isNot(true)) return;
    report(option === 'unset' ? environment : option, `${environment.logicalId} does not update its platform`, {
      fixes: () => [option === 'unset' ? startUpdates(environment) : fix(TITLE, 'behaviour', set(option, 'true'))],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Shop:
        # ^^^^
            Type: AWS::ElasticBeanstalk::Environment
            Properties:
              ApplicationName: shop
      `,
      good: template`
        Resources:
          Shop:
            Type: AWS::ElasticBeanstalk::Environment
            Properties:
              ApplicationName: shop
              OptionSettings:
                - Namespace: aws:elasticbeanstalk:managedactions
                  OptionName: ManagedActionsEnabled
                  Value: 'true'
                - Namespace: aws:elasticbeanstalk:managedactions
                  OptionName: PreferredStartTime
                  Value: Sun:03:00
                - Namespace: aws:elasticbeanstalk:managedactions
                  OptionName: ServiceRoleForManagedUpdates
                  Value: AWSServiceRoleForElasticBeanstalkManagedUpdates
                - Namespace: aws:elasticbeanstalk:managedactions:platformupdate
                  OptionName: UpdateLevel
                  Value: minor
                - Namespace: aws:elasticbeanstalk:healthreporting:system
                  OptionName: SystemType
                  Value: enhanced
      `,
    },
    {
      name: 'switched off in development',
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Shop:
            Type: AWS::ElasticBeanstalk::Environment
            Properties:
              OptionSettings:
                - Namespace: aws:elasticbeanstalk:managedactions
                  OptionName: ManagedActionsEnabled
                  Value: !If [IsProd, 'true', 'false']
                                            # ^^^^^^^
      `,
      good: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Shop:
            Type: AWS::ElasticBeanstalk::Environment
            Properties:
              OptionSettings:
                - Namespace: aws:elasticbeanstalk:managedactions
                  OptionName: ManagedActionsEnabled
                  Value: !If [IsProd, 'true', 'true']
      `,
    },
    {
      name: 'a configuration of the template, one that is kept elsewhere, and an option that a parameter names',
      silent: template`
        Parameters:
          Option: {Type: String}
        Resources:
          Saved:
            Type: AWS::ElasticBeanstalk::ConfigurationTemplate
            Properties:
              OptionSettings:
                - {Namespace: 'aws:elasticbeanstalk:managedactions', OptionName: ManagedActionsEnabled, Value: true}
          Shop:
            Type: AWS::ElasticBeanstalk::Environment
            Properties: {TemplateName: !Ref Saved}
          Elsewhere:
            Type: AWS::ElasticBeanstalk::Environment
            Properties: {TemplateName: saved-by-hand}
          Chosen:
            Type: AWS::ElasticBeanstalk::Environment
            Properties:
              OptionSettings: [{Namespace: 'aws:elasticbeanstalk:managedactions', OptionName: !Ref Option, Value: true}]
      `,
    },
  ],
});

const TITLE = 'Update the platform every week (instances are replaced one after another)';

/** Managed updates need enhanced health reporting, a time, a level and a role. */
function startUpdates(environment: ResourceView): Fix | undefined {
  const settings = environment.get('OptionSettings');
  const health = environmentOption(environment, HEALTH, 'SystemType');
  const options = [
    [ACTIONS, 'ManagedActionsEnabled', 'true'],
    [ACTIONS, 'PreferredStartTime', 'Sun:03:00'],
    [ACTIONS, 'ServiceRoleForManagedUpdates', 'AWSServiceRoleForElasticBeanstalkManagedUpdates'],
    [`${ACTIONS}:platformupdate`, 'UpdateLevel', 'minor'],
    ...(health === 'unset' ? [[HEALTH, 'SystemType', 'enhanced']] : []),
  ];
  const items = options.map(([Namespace = '', OptionName = '', Value = '']) => ({ Namespace, OptionName, Value }));
  return fix(
    TITLE,
    'behaviour',
    ...(settings.isAbsent ? [set(settings, items)] : items.map((item) => append(settings, item))),
  );
}
