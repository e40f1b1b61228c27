import { defineRule, refersTo, template } from '#kit';

export default defineRule({
  id: 'ec2-network-acl-unused',
  title: 'Network ACL guards no subnet',
  on: 'AWS::EC2::NetworkAcl',
  severity: 'low',
  category: 'configuration',
  profile: 'strict',
  aspect: 'network-exposure',
  peers: { security_hub: ['EC2.16'] },
  controls: { 'aws-fsbp': ['EC2.16'] },
  why: 'A network ACL without a subnet protects nothing, while whoever reads the template believes it does.',
  remedy: 'Associate it with the subnets it is meant for, or remove it.',
  references: ['https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html'],
  check(resource, report) {
    const { template: stack } = resource;
    const isUsed = stack
      .referrers(resource, 'AWS::EC2::SubnetNetworkAclAssociation')
      .some((item) => refersTo(item.get('NetworkAclId'), resource));
    if (isUsed || stack.isOpen) return;
    report(resource, `${resource.logicalId} is associated with no subnet`);
  },
  examples: [
    {
      bad: template`
        Resources:
          Acl:
        # ^^^
            Type: AWS::EC2::NetworkAcl
            Properties:
              VpcId: vpc-12345678
      `,
    },
    {
      name: 'used in production only',
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Acl:
        # ^^^
            Type: AWS::EC2::NetworkAcl
            Properties:
              VpcId: vpc-12345678
          Use:
            Type: AWS::EC2::SubnetNetworkAclAssociation
            Condition: IsProd
            Properties:
              NetworkAclId: !Ref Acl
              SubnetId: subnet-12345678
      `,
    },
    {
      name: 'associated with a subnet that is chosen at deployment',
      silent: template`
        Parameters:
          Choice: {Type: String}
        Resources:
          Acl:
            Type: AWS::EC2::NetworkAcl
            Properties:
              VpcId: vpc-12345678
          Use:
            Type: AWS::EC2::SubnetNetworkAclAssociation
            Properties:
              NetworkAclId: !Ref Acl
              SubnetId: !Ref Choice
      `,
    },
  ],
});
