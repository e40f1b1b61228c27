import { defineRule, describe, template } from '#kit';

export default defineRule({
  id: 'directconnect-single-location',
  title: 'Direct Connect lines all end in one building',
  on: ['AWS::DirectConnect::Connection', 'AWS::DirectConnect::Lag'],
  severity: 'low',
  category: 'resilience',
  profile: 'strict',
  aspect: 'backup-durability',
  peers: {},
  controls: { 'nist-800-53-r5': ['CP-8', 'CP-10'] },
  why: 'A fire, a digger or a maintenance at the one location cuts the network off from AWS; more lines to the same building do not help.',
  remedy: 'Order a second line at another location, or keep a VPN as the backup.',
  references: ['https://docs.aws.amazon.com/directconnect/latest/UserGuide/resiliency_toolkit.html'],
  check(line, report) {
    const { template: whole } = line;
    if (whole.isOpen || whole.resources('AWS::EC2::VPNConnection').length > 0) return;
    const lines = whole.resources('AWS::DirectConnect::Connection', 'AWS::DirectConnect::Lag');
    const [first, ...others] = lines;
    if (first?.logicalId !== line.logicalId) return;
    const location = line.get('Location');
    const name = location.text();
    if (name === undefined || !others.every((other) => other.get('Location').is(name))) return;
    report(location, `All Direct Connect lines of the template end at ${describe(location)}`);
  },
  examples: [
    {
      bad: template`
        Resources:
          First:
            Type: AWS::DirectConnect::Connection
            Properties: {ConnectionName: first, Location: EqDC2, Bandwidth: 1Gbps}
                                                        # ^^^^^
          Second:
            Type: AWS::DirectConnect::Connection
            Properties: {ConnectionName: second, Location: EqDC2, Bandwidth: 1Gbps}
      `,
      good: template`
        Resources:
          First:
            Type: AWS::DirectConnect::Connection
            Properties: {ConnectionName: first, Location: EqDC2, Bandwidth: 1Gbps}
          Second:
            Type: AWS::DirectConnect::Connection
            Properties: {ConnectionName: second, Location: CSVA1, Bandwidth: 1Gbps}
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
          First:
            Type: AWS::DirectConnect::Connection
            Properties: {ConnectionName: first, Location: EqDC2, Bandwidth: 1Gbps}
                                                        # ^^^^^
          Second:
            Type: AWS::DirectConnect::Connection
            Condition: IsProd
            Properties: {ConnectionName: second, Location: CSVA1, Bandwidth: 1Gbps}
      `,
    },
    {
      name: 'a VPN is the backup',
      silent: template`
        Resources:
          Line:
            Type: AWS::DirectConnect::Connection
            Properties: {ConnectionName: line, Location: EqDC2, Bandwidth: 1Gbps}
          Backup:
            Type: AWS::EC2::VPNConnection
            Properties: {Type: ipsec.1, CustomerGatewayId: cgw-12345678}
      `,
    },
    {
      name: 'a location that is chosen at deployment',
      silent: template`
        Parameters:
          Where: {Type: String}
        Resources:
          Line:
            Type: AWS::DirectConnect::Connection
            Properties: {ConnectionName: line, Location: !Ref Where, Bandwidth: 1Gbps}
      `,
    },
  ],
});
