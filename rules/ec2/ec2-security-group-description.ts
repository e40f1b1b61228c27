import { defineRule, template } from '#kit';

export default defineRule({
  id: 'ec2-security-group-description',
  title: 'Security group says nothing of its purpose',
  on: 'AWS::EC2::SecurityGroup',
  severity: 'low',
  category: 'organisation',
  profile: 'strict',
  aspect: 'network-exposure',
  peers: { trivy: ['AWS-0099'], cdk_nag: ['EC2SecurityGroupDescription', 'AwsSolutions-EC27'] },
  controls: {},
  why: 'A group whose purpose nobody knows is reused for the wrong thing and never removed. The description cannot be changed later without replacing the group.',
  remedy: 'Say in GroupDescription what the group guards.',
  references: [
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-securitygroup.html',
  ],
  check(resource, report) {
    const description = resource.get('GroupDescription');
    if (!description.isAbsent && !description.satisfies((text) => /^.?$|^managed by /i.test(text.trim()))) return;
    report(description, `${resource.logicalId} does not say what it is for`);
  },
  examples: [
    {
      bad: template`
        Resources:
          App:
            Type: AWS::EC2::SecurityGroup
            Properties:
              GroupDescription: '-'
                              # ^^^
              VpcId: vpc-12345678
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
            Type: AWS::EC2::SecurityGroup
            Properties:
              GroupDescription: !If [IsProd, Application servers, '']
                                                                # ^^
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
              GroupDescription: !Ref Choice
      `,
    },
  ],
});
