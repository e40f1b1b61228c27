import { defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'ec2-transit-gateway-auto-accept',
  title: 'Transit gateway accepts attachments of other accounts by itself',
  on: 'AWS::EC2::TransitGateway',
  severity: 'high',
  category: 'network',
  profile: 'recommended',
  aspect: 'network-exposure',
  peers: { security_hub: ['EC2.23'] },
  controls: { 'aws-fsbp': ['EC2.23'], 'nist-800-53-r5': ['AC-4(21)', 'CA-9(1)', 'CM-2'] },
  why: 'Every account the gateway is shared with can join its network to yours without anybody agreeing.',
  remedy: 'Disable AutoAcceptSharedAttachments, and accept attachments one by one.',
  references: ['https://docs.aws.amazon.com/vpc/latest/tgw/tgw-transit-gateways.html'],
  check(resource, report) {
    const accept = resource.get('AutoAcceptSharedAttachments');
    if (!accept.is('enable')) return;
    report(accept, `${resource.logicalId} accepts attachments of other accounts by itself`, {
      fixes: [fix('Accept attachments by hand', 'behaviour', set(accept, 'disable'))],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Hub:
            Type: AWS::EC2::TransitGateway
            Properties:
              AutoAcceptSharedAttachments: enable
                                         # ^^^^^^
      `,
      good: template`
        Resources:
          Hub:
            Type: AWS::EC2::TransitGateway
            Properties:
              AutoAcceptSharedAttachments: disable
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
          Hub:
            Type: AWS::EC2::TransitGateway
            Properties:
              AutoAcceptSharedAttachments: !If [IsProd, disable, enable]
                                                               # ^^^^^^
      `,
      good: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Hub:
            Type: AWS::EC2::TransitGateway
            Properties:
              AutoAcceptSharedAttachments: !If [IsProd, disable, disable]
      `,
    },
    {
      name: 'chosen at deployment, and the default',
      silent: template`
        Parameters:
          Choice: {Type: String}
        Resources:
          Hub:
            Type: AWS::EC2::TransitGateway
            Properties:
              AutoAcceptSharedAttachments: !Ref Choice
          Default:
            Type: AWS::EC2::TransitGateway
            Properties:
              Description: Hub
      `,
    },
  ],
});
