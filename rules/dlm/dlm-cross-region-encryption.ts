import { defineRule, fix, type ResourceView, set, template, type Value } from '#kit';

export default defineRule({
  id: 'dlm-cross-region-encryption',
  title: 'Unencrypted snapshots are copied to another region as they are',
  on: 'AWS::DLM::LifecyclePolicy',
  severity: 'medium',
  category: 'encryption-at-rest',
  profile: 'recommended',
  aspect: 'encryption-at-rest',
  peers: { cfn_nag: ['W81'], guard: ['DLM_LIFECYCLE_POLICY_CROSS_REGION_ENCRYPTION_RULE'] },
  controls: { 'nist-800-53-r5': ['CP-9(8)', 'SC-28'] },
  why: 'The copy of an unencrypted snapshot stays unencrypted: all that is on the volume lies in the clear in two regions, and can be shared with any account.',
  remedy: 'Set Encrypted to true for each copy, with a key of the other region if the default one will not do.',
  references: ['https://docs.aws.amazon.com/ebs/latest/userguide/snapshot-ami-policy.html'],
  check(policy, report) {
    for (const encrypted of copiesOf(policy)) {
      if (!encrypted.isNot(true)) continue;
      report(encrypted, `${policy.logicalId} copies unencrypted snapshots to another region as they are`, {
        fixes: [fix('Encrypt the copies', 'safe', set(encrypted, true))],
      });
    }
  },
  examples: [
    {
      bad: template`
        Resources:
          Nightly:
            Type: AWS::DLM::LifecyclePolicy
            Properties:
              PolicyDetails:
                Schedules:
                  - Name: nightly
                    CrossRegionCopyRules:
                      - TargetRegion: eu-west-1
                        Encrypted: false
                                 # ^^^^^
      `,
      good: template`
        Resources:
          Nightly:
            Type: AWS::DLM::LifecyclePolicy
            Properties:
              PolicyDetails:
                Schedules:
                  - Name: nightly
                    CrossRegionCopyRules:
                      - TargetRegion: eu-west-1
                        Encrypted: true
      `,
    },
    {
      name: 'snapshots shared by others, in development',
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Shared:
            Type: AWS::DLM::LifecyclePolicy
            Properties:
              PolicyDetails:
                Actions:
                  - Name: copy
                    CrossRegionCopy:
                      - Target: eu-west-1
                        EncryptionConfiguration: {Encrypted: !If [IsProd, true, false]}
                                                                              # ^^^^^
      `,
      good: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Shared:
            Type: AWS::DLM::LifecyclePolicy
            Properties:
              PolicyDetails:
                Actions:
                  - Name: copy
                    CrossRegionCopy:
                      - Target: eu-west-1
                        EncryptionConfiguration: {Encrypted: !If [IsProd, true, true]}
      `,
    },
    {
      name: 'a parameter without default decides',
      silent: template`
        Parameters:
          Encrypted: {Type: String}
        Resources:
          Nightly:
            Type: AWS::DLM::LifecyclePolicy
            Properties:
              PolicyDetails:
                Schedules:
                  - CrossRegionCopyRules: [{TargetRegion: eu-west-1, Encrypted: !Ref Encrypted}]
      `,
    },
  ],
});

/** Whether each copy is encrypted: of the policy's own snapshots, and of those that others share. */
function copiesOf(policy: ResourceView): readonly Value[] {
  const details = policy.get('PolicyDetails');
  const own = details.get('Schedules').items();
  const shared = details.get('Actions').items();
  return [
    ...own.flatMap((schedule) => schedule.get('CrossRegionCopyRules').items()).map((rule) => rule.get('Encrypted')),
    ...shared
      .flatMap((action) => action.get('CrossRegionCopy').items())
      .map((copy) => copy.get('EncryptionConfiguration.Encrypted')),
  ];
}
