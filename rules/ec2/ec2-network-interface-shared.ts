import { defineRule, describe, template } from '#kit';

export default defineRule({
  id: 'ec2-network-interface-shared',
  title: 'Another account may attach a network interface',
  on: 'AWS::EC2::NetworkInterfacePermission',
  severity: 'low',
  category: 'network',
  profile: 'strict',
  aspect: 'network-exposure',
  peers: {},
  controls: { 'nist-800-53-r5': ['AC-4', 'SC-7'] },
  why: 'An instance of the other account gets an address in this network and the security groups of the interface: it stands inside, whatever the edge lets through.',
  remedy:
    'Use a VPC endpoint service or a shared subnet instead, unless a service of that account asks for the interface.',
  references: [
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-networkinterfacepermission.html',
  ],
  check(permission, report) {
    const account = permission.get('AwsAccountId');
    if (!permission.get('Permission').is('INSTANCE-ATTACH') || !account.satisfies((id) => /^\d{12}$/.test(id))) return;
    report(account, `${permission.logicalId} lets account ${describe(account)} into the network`);
  },
  examples: [
    {
      bad: template`
        Resources:
          Partner:
            Type: AWS::EC2::NetworkInterfacePermission
            Properties:
              NetworkInterfaceId: eni-12345678
              Permission: INSTANCE-ATTACH
              AwsAccountId: '123456789012'
                          # ^^^^^^^^^^^^^^
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
          Partner:
            Type: AWS::EC2::NetworkInterfacePermission
            Properties:
              NetworkInterfaceId: eni-12345678
              Permission: INSTANCE-ATTACH
              AwsAccountId: !If [IsProd, !Ref AWS::AccountId, '123456789012']
                                                            # ^^^^^^^^^^^^^^
      `,
    },
    {
      name: 'the own account, or one that is chosen at deployment',
      silent: template`
        Parameters:
          Partner: {Type: String}
        Resources:
          Own:
            Type: AWS::EC2::NetworkInterfacePermission
            Properties: {NetworkInterfaceId: eni-12345678, Permission: INSTANCE-ATTACH, AwsAccountId: !Ref AWS::AccountId}
          Other:
            Type: AWS::EC2::NetworkInterfacePermission
            Properties: {NetworkInterfaceId: eni-12345678, Permission: INSTANCE-ATTACH, AwsAccountId: !Ref Partner}
      `,
    },
  ],
});
