import { defineRule, egressOf, ingressOf, template } from '#kit';

export default defineRule({
  id: 'ec2-security-group-rule-description',
  title: 'Security group rule says nothing of its purpose',
  on: ['AWS::EC2::SecurityGroup', 'AWS::EC2::SecurityGroupIngress', 'AWS::EC2::SecurityGroupEgress'],
  severity: 'low',
  category: 'organisation',
  profile: 'strict',
  aspect: 'network-exposure',
  peers: {
    checkov: ['CKV_AWS_23'],
    cfn_nag: ['W36'],
    guard: ['SECURITY_GROUP_DESCRIPTION_RULE'],
    trivy: ['AWS-0124'],
    kics: ['5e6c9c68'],
  },
  controls: {},
  why: 'Rules outlive the reason they were added for. Without a description nobody dares to remove one, and the group only ever grows.',
  remedy: 'Describe who connects and why.',
  references: ['https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html'],
  check(resource, report) {
    for (const rule of [...ingressOf(resource), ...egressOf(resource)]) {
      const description = rule.get('Description');
      if (description.isAbsent || description.is('')) {
        report(description, `A rule of ${resource.logicalId} does not say what it is for`);
      }
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
                - IpProtocol: tcp
                # ^^^^^^^^^^^^^^^
                  FromPort: 443
                  ToPort: 443
                  CidrIp: 10.0.0.0/16
      `,
    },
    {
      name: 'described in production only',
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
              FromPort: 443
              ToPort: 443
              CidrIp: 10.0.0.0/16
              Description: !If [IsProd, From the load balancer, !Ref AWS::NoValue]
            # ^^^^^^^^^^^
      `,
    },
    {
      name: 'a description that is chosen at deployment',
      silent: template`
        Parameters:
          Choice: {Type: String}
        Resources:
          App:
            Type: AWS::EC2::SecurityGroup
            Properties:
              GroupDescription: Application
              SecurityGroupIngress:
                - {IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 10.0.0.0/16, Description: !Ref Choice}
      `,
    },
  ],
});
