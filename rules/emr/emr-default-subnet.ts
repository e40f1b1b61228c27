import { addParameter, defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'emr-default-subnet',
  title: 'EMR cluster runs in a subnet that nobody chose',
  on: 'AWS::EMR::Cluster',
  severity: 'low',
  category: 'network',
  profile: 'strict',
  aspect: 'network-exposure',
  peers: { kics: ['bf89373a'] },
  controls: { 'nist-800-53-r5': ['SC-7'] },
  why: 'Without a subnet the cluster is started in the default VPC, whose subnets are all public.',
  remedy: 'Set Ec2SubnetId, or Ec2SubnetIds for instance fleets, to private subnets.',
  references: ['https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-vpc-host-job-flows.html'],
  check(cluster, report) {
    const instances = cluster.get('Instances');
    const subnet = instances.get('Ec2SubnetId');
    if (!subnet.isAbsent || !instances.get('Ec2SubnetIds').isAbsent) return;
    const parameter = `${cluster.logicalId}Subnet`;
    report(subnet, `${cluster.logicalId} runs in a subnet that nobody chose`, {
      fixes: () => [
        fix(
          'Ask for a subnet (replaces the cluster)',
          'replacement',
          addParameter(parameter, {
            Type: 'AWS::EC2::Subnet::Id',
            Description: `Private subnet of ${cluster.logicalId}`,
          }),
          set(subnet, { Ref: parameter }),
        ),
      ],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Jobs:
            Type: AWS::EMR::Cluster
            Properties:
              Instances:
            # ^^^^^^^^^
                Ec2KeyName: admin
      `,
      good: template`
        Parameters:
          JobsSubnet:
            Type: AWS::EC2::Subnet::Id
            Description: Private subnet of Jobs
        Resources:
          Jobs:
            Type: AWS::EMR::Cluster
            Properties:
              Instances:
                Ec2KeyName: admin
                Ec2SubnetId: !Ref JobsSubnet
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
          Jobs:
            Type: AWS::EMR::Cluster
            Properties:
              Instances:
                Ec2SubnetId: !If [IsProd, !ImportValue Subnet, !Ref AWS::NoValue]
              # ^^^^^^^^^^^
      `,
    },
    {
      name: 'subnets for fleets, and one that is chosen at deployment',
      silent: template`
        Parameters:
          Subnet: {Type: 'AWS::EC2::Subnet::Id'}
        Resources:
          Fleet:
            Type: AWS::EMR::Cluster
            Properties: {Instances: {Ec2SubnetIds: [subnet-1, subnet-2]}}
          Chosen:
            Type: AWS::EMR::Cluster
            Properties: {Instances: {Ec2SubnetId: !Ref Subnet}}
      `,
    },
  ],
});
