import { defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'ec2-source-dest-check',
  title: 'Instance forwards traffic that is not its own',
  on: ['AWS::EC2::Instance', 'AWS::EC2::NetworkInterface'],
  severity: 'medium',
  category: 'network',
  profile: 'strict',
  aspect: 'network-exposure',
  peers: { security_hub: ['EC2.180'] },
  controls: { 'aws-fsbp': ['EC2.180'] },
  why: 'Without the check a host may send and receive under the addresses of others, so an intruder on it can spoof or route for them. NAT and firewall instances need it off, and nothing else does.',
  remedy: 'Leave SourceDestCheck out, unless the host is a router.',
  references: ['https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-eni.html'],
  check(resource, report) {
    const check = resource.get('SourceDestCheck');
    if (!check.is(false)) return;
    report(check, `${resource.logicalId} may forward traffic that is not its own`, {
      fixes: [fix('Check source and destination', 'behaviour', set(check, true))],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Web:
            Type: AWS::EC2::Instance
            Properties:
              ImageId: ami-12345678
              SourceDestCheck: false
                             # ^^^^^
      `,
      good: template`
        Resources:
          Web:
            Type: AWS::EC2::Instance
            Properties:
              ImageId: ami-12345678
              SourceDestCheck: true
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
          Card:
            Type: AWS::EC2::NetworkInterface
            Properties:
              SubnetId: subnet-12345678
              SourceDestCheck: !If [IsProd, true, false]
                                                # ^^^^^
      `,
      good: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Card:
            Type: AWS::EC2::NetworkInterface
            Properties:
              SubnetId: subnet-12345678
              SourceDestCheck: !If [IsProd, true, true]
      `,
    },
    {
      name: 'chosen at deployment, and the default',
      silent: template`
        Parameters:
          Choice: {Type: String}
        Resources:
          Web:
            Type: AWS::EC2::Instance
            Properties:
              SourceDestCheck: !Ref Choice
          Default:
            Type: AWS::EC2::Instance
            Properties:
              ImageId: ami-12345678
      `,
    },
  ],
});
