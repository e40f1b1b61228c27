import { defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'ec2-snapshot-block-public-access',
  title: 'EBS snapshots may be made public',
  on: 'AWS::EC2::SnapshotBlockPublicAccess',
  severity: 'high',
  category: 'access-control',
  profile: 'recommended',
  aspect: 'network-exposure',
  peers: { security_hub: ['EC2.182'] },
  controls: { 'aws-fsbp': ['EC2.182'], 'nist-800-53-r5': ['AC-3', 'AC-6'] },
  why: 'A public snapshot can be read by every AWS account, and they are looked for. The setting blocks that for the whole Region, whatever a single snapshot says.',
  remedy: 'Set State to block-all-sharing.',
  references: ['https://docs.aws.amazon.com/ebs/latest/userguide/block-public-access-snapshots.html'],
  check(resource, report) {
    const state = resource.get('State');
    if (!state.is('unblocked')) return;
    report(state, `${resource.logicalId} lets snapshots be shared with everyone`, {
      fixes: [fix('Block all public sharing', 'behaviour', set(state, 'block-all-sharing'))],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Block:
            Type: AWS::EC2::SnapshotBlockPublicAccess
            Properties:
              State: unblocked
                   # ^^^^^^^^^
      `,
      good: template`
        Resources:
          Block:
            Type: AWS::EC2::SnapshotBlockPublicAccess
            Properties:
              State: block-all-sharing
      `,
    },
    {
      name: 'in development only',
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Block:
            Type: AWS::EC2::SnapshotBlockPublicAccess
            Properties:
              State: !If [IsProd, block-new-sharing, unblocked]
                                                   # ^^^^^^^^^
      `,
      good: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Block:
            Type: AWS::EC2::SnapshotBlockPublicAccess
            Properties:
              State: !If [IsProd, block-new-sharing, block-all-sharing]
      `,
    },
    {
      name: 'chosen at deployment',
      silent: template`
        Parameters:
          Choice: {Type: String}
        Resources:
          Block:
            Type: AWS::EC2::SnapshotBlockPublicAccess
            Properties:
              State: !Ref Choice
      `,
    },
  ],
});
