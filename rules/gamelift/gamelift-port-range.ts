import { defineRule, template } from '#kit';

export default defineRule({
  id: 'gamelift-port-range',
  title: 'Game servers open a range of ports',
  on: 'AWS::GameLift::Fleet',
  severity: 'low',
  category: 'network',
  profile: 'strict',
  aspect: 'network-exposure',
  peers: { cfn_nag: ['W65'], guard: ['GAMELIFT_FLEET_INBOUND_PORT_RANGE_RULE'], kics: ['43356255'] },
  controls: { 'nist-800-53-r5': ['SC-7(5)'] },
  why: 'A range also opens ports on which no game server listens, or on which something else does. Several servers on one instance need several ports: then keep the range as short as their number.',
  remedy: 'Write one permission for each port, or keep the range short.',
  references: [
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-gamelift-fleet-ippermission.html',
  ],
  check(fleet, report) {
    for (const permission of fleet.get('EC2InboundPermissions').items()) {
      const from = permission.get('FromPort');
      const to = permission.get('ToPort');
      const first = from.number();
      const last = to.number();
      if (first === undefined || last === undefined || first === last) continue;
      report(to, `${fleet.logicalId} opens ports ${first} to ${last}`);
    }
  },
  examples: [
    {
      bad: template`
        Resources:
          Arena:
            Type: AWS::GameLift::Fleet
            Properties:
              EC2InboundPermissions:
                - {FromPort: 1000, ToPort: 2000, IpRange: 10.0.0.0/8, Protocol: UDP}
                                         # ^^^^
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
          Arena:
            Type: AWS::GameLift::Fleet
            Properties:
              EC2InboundPermissions:
                - {FromPort: 1000, ToPort: !If [IsProd, 1000, 2000], IpRange: 10.0.0.0/8, Protocol: UDP}
                                                            # ^^^^
      `,
    },
    {
      name: 'one port, and ports that are chosen at deployment',
      silent: template`
        Parameters:
          Last: {Type: Number}
        Resources:
          Arena:
            Type: AWS::GameLift::Fleet
            Properties:
              EC2InboundPermissions:
                - {FromPort: 1000, ToPort: 1000, IpRange: 10.0.0.0/8, Protocol: UDP}
                - {FromPort: 1000, ToPort: !Ref Last, IpRange: 10.0.0.0/8, Protocol: UDP}
      `,
    },
  ],
});
