import { defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'cloudformation-stackset-retention',
  title: 'Stacks go when an account leaves the organization',
  on: 'AWS::CloudFormation::StackSet',
  severity: 'low',
  category: 'backup-recovery',
  profile: 'strict',
  aspect: 'backup-durability',
  peers: { kics: ['fe974ae9'] },
  controls: { 'nist-800-53-r5': ['CP-9'] },
  why: 'Moving an account to another organizational unit deletes its stacks, and with them their data, unless they are retained.',
  remedy: 'Set RetainStacksOnAccountRemoval to true where the stacks hold data.',
  references: [
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/stacksets-orgs-manage-auto-deployment.html',
  ],
  check(stackSet, report) {
    const automatic = stackSet.get('AutoDeployment');
    const retain = automatic.get('RetainStacksOnAccountRemoval');
    if (!automatic.get('Enabled').is(true) || !retain.isNot(true)) return;
    report(retain, `The stacks of ${stackSet.logicalId} are deleted when their account leaves`, {
      fixes: () => [fix('Retain the stacks (must then be deleted by hand)', 'behaviour', set(retain, true))],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Baseline:
            Type: AWS::CloudFormation::StackSet
            Properties:
              StackSetName: baseline
              PermissionModel: SERVICE_MANAGED
              AutoDeployment:
            # ^^^^^^^^^^^^^^
                Enabled: true
      `,
      good: template`
        Resources:
          Baseline:
            Type: AWS::CloudFormation::StackSet
            Properties:
              StackSetName: baseline
              PermissionModel: SERVICE_MANAGED
              AutoDeployment:
                Enabled: true
                RetainStacksOnAccountRemoval: true
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
          Baseline:
            Type: AWS::CloudFormation::StackSet
            Properties:
              AutoDeployment:
                Enabled: true
                RetainStacksOnAccountRemoval: !If [IsProd, true, false]
                                                               # ^^^^^
      `,
      good: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Baseline:
            Type: AWS::CloudFormation::StackSet
            Properties:
              AutoDeployment:
                Enabled: true
                RetainStacksOnAccountRemoval: !If [IsProd, true, true]
      `,
    },
    {
      name: 'the answer is a parameter without default',
      silent: template`
        Parameters:
          Retain: {Type: String}
        Resources:
          Baseline:
            Type: AWS::CloudFormation::StackSet
            Properties:
              AutoDeployment: {Enabled: true, RetainStacksOnAccountRemoval: !Ref Retain}
      `,
    },
  ],
});
