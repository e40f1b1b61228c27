import { defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'dms-neptune-iam-authentication',
  title: 'DMS endpoint writes to Neptune without saying who it is',
  on: 'AWS::DMS::Endpoint',
  severity: 'medium',
  category: 'access-control',
  profile: 'strict',
  aspect: 'identity-access',
  peers: { security_hub: ['DMS.10'] },
  controls: { 'aws-fsbp': ['DMS.10'], 'nist-800-53-r5': ['AC-3', 'AC-6'], 'pci-dss-4': ['7.2.2'] },
  why: 'A cluster that takes such requests takes them from anyone.',
  remedy: 'Set NeptuneSettings.IamAuthEnabled to true, and switch IAM authentication on in the cluster.',
  references: ['https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Target.Neptune.html'],
  check(endpoint, report) {
    if (!endpoint.get('EngineName').is('neptune')) return;
    const authentication = endpoint.get('NeptuneSettings.IamAuthEnabled');
    if (!authentication.isNot(true)) return;
    report(authentication, `${endpoint.logicalId} writes to Neptune without saying who it is`, {
      fixes: [fix('Sign requests to Neptune (its cluster has to ask for it)', 'behaviour', set(authentication, true))],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Graph:
        # ^^^^^
            Type: AWS::DMS::Endpoint
            Properties:
              EngineName: neptune
      `,
      good: template`
        Resources:
          Graph:
            Type: AWS::DMS::Endpoint
            Properties:
              EngineName: neptune
              NeptuneSettings:
                IamAuthEnabled: true
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
          Graph:
            Type: AWS::DMS::Endpoint
            Properties:
              EngineName: neptune
              NeptuneSettings:
                IamAuthEnabled: !If [IsProd, true, false]
                                                 # ^^^^^
      `,
      good: template`
        Parameters:
          Env:
            Type: String
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Graph:
            Type: AWS::DMS::Endpoint
            Properties:
              EngineName: neptune
              NeptuneSettings:
                IamAuthEnabled: !If [IsProd, true, true]
      `,
    },
    {
      name: 'a parameter without default decides',
      silent: template`
        Parameters:
          Setting:
            Type: String
        Resources:
          Graph:
            Type: AWS::DMS::Endpoint
            Properties:
              EngineName: neptune
              NeptuneSettings:
                IamAuthEnabled: !Ref Setting
      `,
    },
    {
      name: 'another engine',
      silent: template`
        Resources:
          Source:
            Type: AWS::DMS::Endpoint
            Properties:
              EngineName: mysql
      `,
    },
  ],
});
