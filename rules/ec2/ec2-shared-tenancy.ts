import { defineRule, fix, LAUNCH_TYPES, launchSetting, type ResourceView, set, template, type Value } from '#kit';

export default defineRule({
  id: 'ec2-shared-tenancy',
  title: 'Some instances share their hardware, others of the template do not',
  on: LAUNCH_TYPES,
  severity: 'low',
  category: 'organisation',
  profile: 'strict',
  aspect: 'hardware-virtualization',
  peers: {},
  controls: { 'nist-800-53-r5': ['SC-2', 'SC-39'] },
  why: 'AWS keeps instances on one machine apart either way. Where a licence or a regulation asks for hardware of your own, it asks for it for all instances that handle the same data, and the ones left out are easily overlooked.',
  remedy: 'Give all of them dedicated tenancy, or none.',
  references: ['https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/dedicated-instance.html'],
  check(launch, report) {
    const tenancy = tenancyOf(launch);
    if (!tenancy?.isNot('dedicated', 'host') || mayBeInDedicatedVpc(launch)) return;
    const model = launch.template.resources(...LAUNCH_TYPES).find((other) => tenancyOf(other)?.is('dedicated', 'host'));
    if (!model) return;
    report(tenancy, `${launch.logicalId} shares its hardware with other accounts, unlike ${model.logicalId}`, {
      related: [{ at: model, message: 'Has hardware of its own' }],
      fixes: [fix('Launch on dedicated hardware', 'replacement', set(tenancy, 'dedicated'))],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Ledger:
            Type: AWS::EC2::Instance
            Properties:
              ImageId: ami-12345678
              Tenancy: dedicated
          Reports:
        # ^^^^^^^
            Type: AWS::EC2::Instance
            Properties:
              ImageId: ami-12345678
      `,
      good: template`
        Resources:
          Ledger:
            Type: AWS::EC2::Instance
            Properties:
              ImageId: ami-12345678
              Tenancy: dedicated
          Reports:
            Type: AWS::EC2::Instance
            Properties:
              ImageId: ami-12345678
              Tenancy: dedicated
      `,
    },
    {
      name: 'a launch template in development',
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Ledger:
            Type: AWS::EC2::Instance
            Properties:
              ImageId: ami-12345678
              Tenancy: host
          Workers:
            Type: AWS::EC2::LaunchTemplate
            Properties:
              LaunchTemplateData:
                Placement:
                  Tenancy: !If [IsProd, dedicated, default]
                                                 # ^^^^^^^
      `,
    },
    {
      name: 'nobody asked for dedicated hardware',
      silent: template`
        Resources:
          Reports:
            Type: AWS::EC2::Instance
            Properties:
              ImageId: ami-12345678
      `,
    },
    {
      name: 'all of the network is dedicated, or a parameter decides',
      silent: template`
        Parameters:
          Tenancy: {Type: String}
        Resources:
          Network:
            Type: AWS::EC2::VPC
            Properties: {CidrBlock: 10.0.0.0/16, InstanceTenancy: dedicated}
          Private:
            Type: AWS::EC2::Subnet
            Properties: {VpcId: !Ref Network, CidrBlock: 10.0.1.0/24}
          Ledger:
            Type: AWS::EC2::Instance
            Properties: {ImageId: ami-12345678, Tenancy: dedicated}
          Reports:
            Type: AWS::EC2::Instance
            Properties: {ImageId: ami-12345678, SubnetId: !Ref Private}
          Archive:
            Type: AWS::EC2::Instance
            Properties: {ImageId: ami-12345678, Tenancy: !Ref Tenancy}
      `,
    },
  ],
});

function tenancyOf(launch: ResourceView): Value | undefined {
  if (launch.type === 'AWS::EC2::Instance') return launchSetting(launch, 'Tenancy');
  if (launch.type === 'AWS::EC2::LaunchTemplate') return launch.get('LaunchTemplateData.Placement.Tenancy');
  return launch.get('PlacementTenancy');
}

function mayBeInDedicatedVpc(launch: ResourceView): boolean {
  const subnet = launch.get('SubnetId').target()?.resource;
  const vpc = subnet?.get('VpcId').target()?.resource;
  return vpc !== undefined && !vpc.get('InstanceTenancy').isNot('dedicated');
}
