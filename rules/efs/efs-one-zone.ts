import { defineRule, describe, fix, remove, template } from '#kit';

export default defineRule({
  id: 'efs-one-zone',
  title: 'EFS file system stands in one Availability Zone',
  on: 'AWS::EFS::FileSystem',
  severity: 'low',
  category: 'resilience',
  profile: 'strict',
  aspect: 'backup-durability',
  peers: {},
  controls: { 'nist-800-53-r5': ['CP-10', 'SC-36'] },
  why: 'A One Zone file system is lost with its zone, and unreachable while the zone is; it saves half the price for data that can be made again.',
  remedy: 'Leave AvailabilityZoneName out, and copy the data to the new file system.',
  references: ['https://docs.aws.amazon.com/efs/latest/ug/features.html'],
  check(files, report) {
    const zone = files.get('AvailabilityZoneName');
    // A zone that is chosen at deployment is one zone all the same.
    if (!zone.isGiven) return;
    const name = describe(zone) ?? 'one zone';
    report(zone, `${files.logicalId} stands in ${name} alone`, {
      fixes: [fix('Spread it over the zones (makes a new, empty file system)', 'replacement', remove(zone))],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Shared:
            Type: AWS::EFS::FileSystem
            Properties:
              Encrypted: true
              AvailabilityZoneName: eu-west-1a
                                  # ^^^^^^^^^^
      `,
      good: template`
        Resources:
          Shared:
            Type: AWS::EFS::FileSystem
            Properties:
              Encrypted: true
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
          Shared:
            Type: AWS::EFS::FileSystem
            Properties:
              AvailabilityZoneName: !If [IsProd, !Ref AWS::NoValue, eu-west-1a]
                                                                  # ^^^^^^^^^^
      `,
    },
    {
      name: 'regional unless told otherwise, and the template may not tell',
      silent: template`
        Parameters:
          Zone: {Type: String}
        Conditions:
          HasZone: !Not [!Equals [!Ref Zone, '']]
        Resources:
          Shared:
            Type: AWS::EFS::FileSystem
            Properties:
              Encrypted: true
          Other:
            Type: AWS::EFS::FileSystem
            Properties:
              Fn::Transform: {Name: Extra, Parameters: {Zone: !Ref Zone}}
      `,
    },
  ],
});
