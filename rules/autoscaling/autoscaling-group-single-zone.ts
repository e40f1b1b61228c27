import { defineRule, template } from '#kit';

export default defineRule({
  id: 'autoscaling-group-single-zone',
  title: 'Auto Scaling group stands in one Availability Zone',
  on: 'AWS::AutoScaling::AutoScalingGroup',
  severity: 'low',
  category: 'resilience',
  profile: 'strict',
  aspect: 'backup-durability',
  peers: { security_hub: ['AutoScaling.2'] },
  controls: { 'aws-fsbp': ['AutoScaling.2'], 'nist-800-53-r5': ['CP-10', 'SC-36'] },
  why: 'Availability Zones fail one at a time, and a group in one of them fails with it.',
  remedy: 'Give the group subnets in at least two zones.',
  references: ['https://docs.aws.amazon.com/autoscaling/ec2/userguide/auto-scaling-benefits.html'],
  check(resource, report) {
    const subnets = resource.get('VPCZoneIdentifier');
    const zones = resource.get('AvailabilityZones');
    const named = subnets.isAbsent ? zones : subnets;
    const [only] = named.items();
    // A text may be a list in one string, and a list parameter holds any number.
    if (
      !only ||
      !named.isList ||
      named.isOpen ||
      named.items().length !== 1 ||
      only.parameter ||
      !(only.isKnown || only.target())
    )
      return;
    if (only.satisfies((text) => text.includes(','))) return;
    report(named, `${resource.logicalId} stands in one Availability Zone`);
  },
  examples: [
    {
      bad: template`
        Resources:
          Web:
            Type: AWS::AutoScaling::AutoScalingGroup
            Properties:
              MinSize: '1'
              MaxSize: '4'
              VPCZoneIdentifier: [subnet-12345678]
            # ^^^^^^^^^^^^^^^^^
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
          Web:
            Type: AWS::AutoScaling::AutoScalingGroup
            Properties:
              MinSize: '1'
              MaxSize: '4'
              AvailabilityZones:
            # ^^^^^^^^^^^^^^^^^
                - eu-west-1a
                - !If [IsProd, eu-west-1b, !Ref AWS::NoValue]
      `,
    },
    {
      name: 'subnets that are chosen at deployment, and all zones of the Region',
      silent: template`
        Parameters:
          Subnets: {Type: 'List<AWS::EC2::Subnet::Id>'}
        Resources:
          Web:
            Type: AWS::AutoScaling::AutoScalingGroup
            Properties:
              MinSize: '1'
              MaxSize: '4'
              VPCZoneIdentifier: !Ref Subnets
          Zones:
            Type: AWS::AutoScaling::AutoScalingGroup
            Properties:
              MinSize: '1'
              MaxSize: '4'
              AvailabilityZones: !GetAZs ''
      `,
    },
  ],
});
