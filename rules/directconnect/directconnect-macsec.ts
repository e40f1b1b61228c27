import { defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'directconnect-macsec',
  title: 'Direct Connect line is not encrypted',
  on: ['AWS::DirectConnect::Connection', 'AWS::DirectConnect::Lag'],
  severity: 'low',
  category: 'encryption-in-transit',
  profile: 'strict',
  aspect: 'encryption-in-transit',
  peers: {},
  controls: { 'nist-800-53-r5': ['SC-8', 'SC-8(1)'] },
  why: 'A dedicated line is private, not encrypted: it runs through the cages and cross connects of others. MACsec encrypts lines of 10 Gbps and more, and only a line that was ordered with it can have it; a VPN over the line is the other way.',
  remedy: 'Order the line with RequestMACSec, and associate a key; or run a VPN over it.',
  references: ['https://docs.aws.amazon.com/directconnect/latest/UserGuide/MACsec.html'],
  check(line, report) {
    const macsec = line.get('RequestMACSec');
    const bandwidth = line.get(line.type === 'AWS::DirectConnect::Lag' ? 'ConnectionsBandwidth' : 'Bandwidth');
    // A line of a group is ordered as the group is.
    if (!macsec.isNot(true) || !bandwidth.is('10Gbps', '100Gbps', '400Gbps') || !line.get('LagId').isAbsent) return;
    report(macsec, `${line.logicalId} is ordered without encryption`, {
      fixes: [fix('Order it with MACsec (replaces the line)', 'replacement', set(macsec, true))],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Line:
        # ^^^^
            Type: AWS::DirectConnect::Connection
            Properties:
              ConnectionName: line
              Location: EqDC2
              Bandwidth: 10Gbps
      `,
      good: template`
        Resources:
          Line:
            Type: AWS::DirectConnect::Connection
            Properties:
              ConnectionName: line
              Location: EqDC2
              Bandwidth: 10Gbps
              RequestMACSec: true
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
          Lines:
            Type: AWS::DirectConnect::Lag
            Properties:
              LagName: lines
              Location: EqDC2
              ConnectionsBandwidth: 100Gbps
              RequestMACSec: !If [IsProd, true, false]
                                              # ^^^^^
      `,
      good: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Lines:
            Type: AWS::DirectConnect::Lag
            Properties:
              LagName: lines
              Location: EqDC2
              ConnectionsBandwidth: 100Gbps
              RequestMACSec: !If [IsProd, true, true]
      `,
    },
    {
      name: 'lines of 1 Gbps know no MACsec',
      silent: template`
        Resources:
          Line:
            Type: AWS::DirectConnect::Connection
            Properties:
              ConnectionName: line
              Location: EqDC2
              Bandwidth: 1Gbps
      `,
    },
    {
      name: 'a choice without default is unknown',
      silent: template`
        Parameters:
          Encrypted: {Type: String}
        Resources:
          Line:
            Type: AWS::DirectConnect::Connection
            Properties:
              ConnectionName: line
              Location: EqDC2
              Bandwidth: 10Gbps
              RequestMACSec: !Ref Encrypted
      `,
    },
  ],
});
