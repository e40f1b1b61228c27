import { defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'ec2-host-auto-placement',
  title: 'Dedicated host takes instances that were not meant for it',
  on: 'AWS::EC2::Host',
  severity: 'low',
  category: 'configuration',
  profile: 'strict',
  aspect: 'hardware-virtualization',
  peers: {},
  controls: { 'nist-800-53-r5': ['SC-2', 'CM-7'] },
  why: 'With automatic placement, the default, any instance of the account with host tenancy may land on the host, beside those for whose sake it is dedicated.',
  remedy: 'Set AutoPlacement to off, and name the host where instances are launched.',
  references: ['https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/dedicated-hosts-understanding.html'],
  check(host, report) {
    const placement = host.get('AutoPlacement');
    if (!placement.isNot('off')) return;
    report(placement, `${host.logicalId} takes any instance with host tenancy`, {
      fixes: [fix('Take only instances that name the host', 'behaviour', set(placement, 'off'))],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Metal:
        # ^^^^^
            Type: AWS::EC2::Host
            Properties:
              AvailabilityZone: eu-west-1a
              InstanceFamily: m7i
      `,
      good: template`
        Resources:
          Metal:
            Type: AWS::EC2::Host
            Properties:
              AvailabilityZone: eu-west-1a
              InstanceFamily: m7i
              AutoPlacement: 'off'
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
          Metal:
            Type: AWS::EC2::Host
            Properties:
              AvailabilityZone: eu-west-1a
              AutoPlacement: !If [IsProd, 'off', 'on']
                                               # ^^^^
      `,
    },
    {
      name: 'a choice without default is unknown',
      silent: template`
        Parameters:
          Placement: {Type: String}
        Resources:
          Metal:
            Type: AWS::EC2::Host
            Properties:
              AvailabilityZone: eu-west-1a
              AutoPlacement: !Ref Placement
      `,
    },
  ],
});
