import { defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'ecs-public-address',
  title: 'Tasks get public addresses',
  on: ['AWS::ECS::Service', 'AWS::ECS::TaskSet'],
  severity: 'medium',
  category: 'network',
  profile: 'recommended',
  aspect: 'network-exposure',
  peers: { security_hub: ['ECS.2', 'ECS.16'] },
  controls: { 'aws-fsbp': ['ECS.2', 'ECS.16'], 'nist-800-53-r5': ['SC-7', 'AC-4'], 'pci-dss-4': ['1.4.4'] },
  why: 'With a public address a task is one security group rule away from the internet; a load balancer and a private subnet keep it behind a door.',
  remedy: 'Set AssignPublicIp to DISABLED and give private subnets a NAT gateway or VPC endpoints.',
  references: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-networking.html'],
  check(service, report) {
    const assign = service.get('NetworkConfiguration.AwsvpcConfiguration.AssignPublicIp');
    const own = service.get('NetworkConfiguration.AwsVpcConfiguration.AssignPublicIp');
    const value = assign.isAbsent ? own : assign;
    if (!value.is('ENABLED')) return;
    report(value, `Tasks of ${service.logicalId} get public addresses`, {
      fixes: () => [
        fix('Give tasks private addresses only (they need another way to images)', 'behaviour', set(value, 'DISABLED')),
      ],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Web:
            Type: AWS::ECS::Service
            Properties:
              NetworkConfiguration:
                AwsvpcConfiguration:
                  AssignPublicIp: ENABLED
                                # ^^^^^^^
                  Subnets: [subnet-1]
      `,
      good: template`
        Resources:
          Web:
            Type: AWS::ECS::Service
            Properties:
              NetworkConfiguration:
                AwsvpcConfiguration:
                  AssignPublicIp: DISABLED
                  Subnets: [subnet-1]
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
          Web:
            Type: AWS::ECS::Service
            Properties:
              NetworkConfiguration:
                AwsvpcConfiguration:
                  AssignPublicIp: !If [IsProd, DISABLED, ENABLED]
                                                       # ^^^^^^^
                  Subnets: [subnet-1]
      `,
      good: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Web:
            Type: AWS::ECS::Service
            Properties:
              NetworkConfiguration:
                AwsvpcConfiguration:
                  AssignPublicIp: !If [IsProd, DISABLED, DISABLED]
                  Subnets: [subnet-1]
      `,
    },
    {
      name: 'the answer is a parameter without default',
      silent: template`
        Parameters:
          Given: {Type: String}
        Resources:
          Web:
            Type: AWS::ECS::Service
            Properties: {NetworkConfiguration: {AwsvpcConfiguration: {AssignPublicIp: !Ref Given, Subnets: [subnet-1]}}}
      `,
    },
  ],
});
