import { defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'ec2-vpc-block-public-access',
  title: 'VPC Block Public Access is switched off',
  on: 'AWS::EC2::VPCBlockPublicAccessOptions',
  severity: 'medium',
  category: 'network',
  profile: 'recommended',
  aspect: 'network-exposure',
  peers: { security_hub: ['EC2.172'] },
  controls: { 'aws-fsbp': ['EC2.172'], 'nist-800-53-r5': ['AC-4', 'SC-7'] },
  why: 'The setting stands above every internet gateway of the Region in this account; switched off, nothing stops the next route to the internet.',
  remedy: 'Block both directions, or ingress where outbound traffic is needed.',
  references: ['https://docs.aws.amazon.com/vpc/latest/userguide/security-vpc-bpa.html'],
  check(resource, report) {
    const mode = resource.get('InternetGatewayBlockMode');
    if (!mode.is('off')) return;
    report(mode, `${resource.logicalId} lets internet gateways pass all traffic`, {
      fixes: [
        fix('Block what comes in from the internet', 'behaviour', set(mode, 'block-ingress')),
        fix('Block both directions', 'behaviour', set(mode, 'block-bidirectional')),
      ],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Block:
            Type: AWS::EC2::VPCBlockPublicAccessOptions
            Properties:
              InternetGatewayBlockMode: off
                                      # ^^^
      `,
      good: template`
        Resources:
          Block:
            Type: AWS::EC2::VPCBlockPublicAccessOptions
            Properties:
              InternetGatewayBlockMode: block-ingress
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
          Block:
            Type: AWS::EC2::VPCBlockPublicAccessOptions
            Properties:
              InternetGatewayBlockMode: !If [IsProd, block-bidirectional, 'off']
                                                                        # ^^^^^
      `,
      good: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Block:
            Type: AWS::EC2::VPCBlockPublicAccessOptions
            Properties:
              InternetGatewayBlockMode: !If [IsProd, block-bidirectional, block-ingress]
      `,
    },
    {
      name: 'chosen at deployment',
      silent: template`
        Parameters:
          Choice: {Type: String}
        Resources:
          Block:
            Type: AWS::EC2::VPCBlockPublicAccessOptions
            Properties:
              InternetGatewayBlockMode: !Ref Choice
      `,
    },
  ],
});
