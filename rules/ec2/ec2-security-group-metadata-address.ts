import { defineRule, describe, fix, INGRESS_TYPES, ingressOf, remove, template } from '#kit';

export default defineRule({
  id: 'ec2-security-group-metadata-address',
  title: 'Security group names the instance metadata address',
  on: INGRESS_TYPES,
  severity: 'low',
  category: 'network',
  profile: 'strict',
  aspect: 'network-exposure',
  peers: { kics: ['adcd0082'] },
  controls: {},
  why: 'Requests to 169.254.169.254 are answered by the host below the instance and never pass a security group, so the rule protects nothing and misleads whoever reads it.',
  remedy: 'Remove the rule, and require IMDSv2 on the instances.',
  references: ['https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instancedata-data-retrieval.html'],
  check(resource, report) {
    for (const rule of ingressOf(resource)) {
      const cidr = rule.get('CidrIp');
      if (!cidr.satisfies((text) => text.startsWith('169.254.169.254'))) continue;
      const isInline = resource.type === 'AWS::EC2::SecurityGroup';
      report(cidr, `${resource.logicalId} admits ${describe(cidr)}, which never sends through a security group`, {
        fixes: isInline ? [fix('Remove the rule', 'safe', remove(rule))] : [],
      });
    }
  },
  examples: [
    {
      bad: template`
        Resources:
          App:
            Type: AWS::EC2::SecurityGroup
            Properties:
              GroupDescription: Application
              SecurityGroupIngress:
                - {IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 10.0.0.0/16}
                - {IpProtocol: tcp, FromPort: 80, ToPort: 80, CidrIp: 169.254.169.254/32}
                                                                    # ^^^^^^^^^^^^^^^^^^
      `,
      good: template`
        Resources:
          App:
            Type: AWS::EC2::SecurityGroup
            Properties:
              GroupDescription: Application
              SecurityGroupIngress:
                - {IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 10.0.0.0/16}
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
          App:
            Type: AWS::EC2::SecurityGroupIngress
            Properties:
              GroupId: sg-12345678
              IpProtocol: tcp
              FromPort: 80
              ToPort: 80
              CidrIp: !If [IsProd, 10.0.0.0/16, 169.254.169.254/32]
                                              # ^^^^^^^^^^^^^^^^^^
      `,
    },
    {
      name: 'a block that is chosen at deployment',
      silent: template`
        Parameters:
          Choice: {Type: String}
        Resources:
          App:
            Type: AWS::EC2::SecurityGroup
            Properties:
              GroupDescription: Application
              SecurityGroupIngress:
                - {IpProtocol: tcp, FromPort: 80, ToPort: 80, CidrIp: !Ref Choice}
      `,
    },
  ],
});
