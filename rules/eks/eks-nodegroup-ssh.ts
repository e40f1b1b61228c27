import { addParameter, defineRule, fix, remove, set, template } from '#kit';

export default defineRule({
  id: 'eks-nodegroup-ssh',
  title: 'Nodes answer SSH from the internet',
  on: 'AWS::EKS::Nodegroup',
  severity: 'high',
  category: 'network',
  profile: 'essential',
  aspect: 'network-exposure',
  peers: { checkov: ['CKV_AWS_100'], kics: ['73d59e76'] },
  controls: { 'nist-800-53-r5': ['SC-7', 'AC-17'] },
  why: 'With a key and without source security groups EKS opens port 22 of the nodes to every address.',
  remedy: 'Name the security groups that may connect, or use Session Manager and no key.',
  references: [
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-eks-nodegroup-remoteaccess.html',
  ],
  check(nodes, report) {
    const access = nodes.get('RemoteAccess');
    const groups = access.get('SourceSecurityGroups');
    if (!access.get('Ec2SshKey').isGiven || !groups.isAbsent) return;
    report(access, `Nodes of ${nodes.logicalId} answer SSH from every address`, {
      fixes: () => [
        fix('Give the nodes no SSH access (replaces the node group)', 'replacement', remove(access)),
        fix(
          'Admit a security group that whoever deploys the stack chooses (replaces the node group)',
          'replacement',
          set(groups, [{ Ref: 'SshSecurityGroup' }]),
          addParameter('SshSecurityGroup', {
            Type: 'AWS::EC2::SecurityGroup::Id',
            Description: 'Security group from which administrators connect to the nodes',
          }),
        ),
      ],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Nodes:
            Type: AWS::EKS::Nodegroup
            Properties:
              ClusterName: shop
              RemoteAccess:
            # ^^^^^^^^^^^^
                Ec2SshKey: ops
      `,
      good: template`
        Resources:
          Nodes:
            Type: AWS::EKS::Nodegroup
            Properties:
              ClusterName: shop
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
          Nodes:
            Type: AWS::EKS::Nodegroup
            Properties:
              RemoteAccess:
            # ^^^^^^^^^^^^
                Ec2SshKey: ops
                SourceSecurityGroups: !If [IsProd, [sg-1], !Ref AWS::NoValue]
      `,
    },
    {
      name: 'the groups are a parameter without default',
      silent: template`
        Parameters:
          Given: {Type: String}
        Resources:
          Nodes:
            Type: AWS::EKS::Nodegroup
            Properties: {RemoteAccess: {Ec2SshKey: ops, SourceSecurityGroups: [!Ref Given]}}
      `,
    },
  ],
});
