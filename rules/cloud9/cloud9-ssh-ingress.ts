import { defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'cloud9-ssh-ingress',
  title: 'Cloud9 environment waits for SSH connections',
  on: 'AWS::Cloud9::EnvironmentEC2',
  severity: 'medium',
  category: 'network',
  profile: 'recommended',
  aspect: 'network-exposure',
  peers: { cdk_nag: ['Cloud9InstanceNoIngressSystemsManager', 'AwsSolutions-C91'] },
  controls: { 'nist-800-53-r5': ['AC-4', 'SC-7'] },
  why: 'The instance gets a public address and an open port 22, though for addresses of Cloud9 only. Through Systems Manager it needs neither.',
  remedy: 'Set ConnectionType to CONNECT_SSM.',
  references: ['https://docs.aws.amazon.com/cloud9/latest/user-guide/ec2-ssm.html'],
  check(environment, report) {
    const connection = environment.get('ConnectionType');
    if (!connection.isNot('CONNECT_SSM')) return;
    report(connection, `${environment.logicalId} waits for SSH connections`, {
      fixes: [
        fix(
          'Connect through Systems Manager (replaces the environment, and what is stored in it)',
          'replacement',
          set(connection, 'CONNECT_SSM'),
        ),
      ],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Desk:
        # ^^^^
            Type: AWS::Cloud9::EnvironmentEC2
            Properties:
              InstanceType: t3.small
      `,
      good: template`
        Resources:
          Desk:
            Type: AWS::Cloud9::EnvironmentEC2
            Properties:
              InstanceType: t3.small
              ConnectionType: CONNECT_SSM
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
          Desk:
            Type: AWS::Cloud9::EnvironmentEC2
            Properties:
              ConnectionType: !If [IsProd, CONNECT_SSM, CONNECT_SSH]
                                                      # ^^^^^^^^^^^
      `,
      good: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Desk:
            Type: AWS::Cloud9::EnvironmentEC2
            Properties:
              ConnectionType: !If [IsProd, CONNECT_SSM, CONNECT_SSM]
      `,
    },
    {
      name: 'a parameter without default decides',
      silent: template`
        Parameters:
          Connection: {Type: String}
        Resources:
          Desk:
            Type: AWS::Cloud9::EnvironmentEC2
            Properties: {ConnectionType: !Ref Connection}
      `,
    },
  ],
});
