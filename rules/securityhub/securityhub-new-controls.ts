import { defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'securityhub-new-controls',
  title: 'Security Hub leaves new controls off',
  on: 'AWS::SecurityHub::Hub',
  severity: 'low',
  category: 'logging',
  profile: 'strict',
  aspect: 'logging-monitoring',
  peers: {},
  controls: { 'nist-800-53-r5': ['CA-7'] },
  why: 'Controls that AWS adds to a standard check nothing until somebody notices them and turns them on.',
  remedy: 'Set AutoEnableControls to true, or leave it out.',
  references: ['https://docs.aws.amazon.com/securityhub/latest/userguide/controls-auto-enable.html'],
  check(hub, report) {
    const controls = hub.get('AutoEnableControls');
    if (!controls.is(false)) return;
    report(controls, `${hub.logicalId} leaves controls off that AWS adds to its standards`, {
      fixes: [fix('Turn new controls on by themselves', 'behaviour', set(controls, true))],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Hub:
            Type: AWS::SecurityHub::Hub
            Properties:
              AutoEnableControls: false
                                # ^^^^^
      `,
      good: template`
        Resources:
          Hub:
            Type: AWS::SecurityHub::Hub
            Properties:
              AutoEnableControls: true
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
          Hub:
            Type: AWS::SecurityHub::Hub
            Properties:
              AutoEnableControls: !If [IsProd, true, false]
                                                   # ^^^^^
      `,
      good: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Hub:
            Type: AWS::SecurityHub::Hub
            Properties:
              AutoEnableControls: !If [IsProd, true, true]
      `,
    },
    {
      name: 'a choice without default is unknown',
      silent: template`
        Parameters:
          Choice: {Type: String}
        Resources:
          Hub:
            Type: AWS::SecurityHub::Hub
            Properties:
              AutoEnableControls: !Ref Choice
      `,
    },
  ],
});
