import { defineRule, isInternetWide, template } from '#kit';

const OPEN = { cdk_nag: ['RDSRestrictedInbound', 'AwsSolutions-RDS8'], kics: ['9564406d', '0104165b'] };
const WIDE = { kics: ['0104165b'] };

export default defineRule({
  id: 'rds-classic-security-group-ingress',
  title: 'RDS security group lets too many addresses in',
  on: ['AWS::RDS::DBSecurityGroup', 'AWS::RDS::DBSecurityGroupIngress'],
  severity: 'high',
  category: 'network',
  profile: 'recommended',
  aspect: 'network-exposure',
  peers: { cdk_nag: ['RDSRestrictedInbound', 'AwsSolutions-RDS8'], kics: ['9564406d', '0104165b'] },
  controls: { 'nist-800-53-r5': ['AC-4', 'SC-7'], 'pci-dss-4': ['1.4.4'] },
  why: 'Whoever holds one of these addresses may try passwords and exploits on the database. Such groups are left from EC2-Classic; in a VPC an EC2 security group takes their place.',
  remedy: 'Name the group of the callers (EC2SecurityGroupId), or a block of at most 256 addresses.',
  references: ['https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.RDSSecurityGroups.html'],
  check(group, report) {
    const rules =
      group.type === 'AWS::RDS::DBSecurityGroup' ? group.get('DBSecurityGroupIngress').items() : [group.properties];
    for (const rule of rules) {
      const block = rule.get('CIDRIP');
      if (isInternetWide(block)) {
        report(block, `${group.logicalId} opens its databases to the internet`, { severity: 'critical', peers: OPEN });
      } else if (block.satisfies(isWide)) {
        report(block, `${group.logicalId} opens its databases to more than 256 addresses`, {
          severity: 'medium',
          peers: WIDE,
        });
      }
    }
  },
  examples: [
    {
      bad: template`
        Resources:
          Orders:
            Type: AWS::RDS::DBSecurityGroup
            Properties:
              GroupDescription: Orders
              DBSecurityGroupIngress:
                - CIDRIP: 0.0.0.0/0
                        # ^^^^^^^^^
                - CIDRIP: 203.0.113.0/24
      `,
    },
    {
      name: 'too wide in one environment',
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env:
            Type: String
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Orders:
            Type: AWS::RDS::DBSecurityGroupIngress
            Properties:
              DBSecurityGroupName: orders
              CIDRIP: !If [IsProd, 10.0.0.0/24, 10.0.0.0/8]
                                              # ^^^^^^^^^^
      `,
    },
    {
      name: 'a block without default is unknown',
      silent: template`
        Parameters:
          Setting:
            Type: String
        Resources:
          Orders:
            Type: AWS::RDS::DBSecurityGroupIngress
            Properties:
              DBSecurityGroupName: orders
              CIDRIP: !Ref Setting
      `,
    },
  ],
});

/** More than 256 addresses. */
function isWide(block: string): boolean {
  const bits = Number(block.split('/')[1] ?? 32);
  return !block.includes(':') && bits < 24;
}
