import { defineRule, template } from '#kit';

export default defineRule({
  id: 'ec2-volume-unattached',
  title: 'EBS volume is attached to no instance',
  on: 'AWS::EC2::Volume',
  severity: 'low',
  category: 'organisation',
  profile: 'strict',
  aspect: 'backup-durability',
  peers: { kics: ['1819ac03'] },
  controls: {},
  why: 'A volume without an instance costs money, and its data is forgotten rather than deleted.',
  remedy: 'Attach the volume, or remove it.',
  references: ['https://docs.aws.amazon.com/ebs/latest/userguide/ebs-attaching-volume.html'],
  check(resource, report) {
    const { template: stack } = resource;
    const isAttached = stack.referrers(resource, 'AWS::EC2::VolumeAttachment', 'AWS::EC2::Instance').length > 0;
    if (isAttached || stack.isOpen) return;
    report(resource, `${resource.logicalId} is attached to no instance of this template`);
  },
  examples: [
    {
      bad: template`
        Resources:
          Data:
        # ^^^^
            Type: AWS::EC2::Volume
            Properties:
              AvailabilityZone: eu-west-1a
              Size: 100
      `,
    },
    {
      name: 'attached in production only',
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Data:
        # ^^^^
            Type: AWS::EC2::Volume
            Properties:
              AvailabilityZone: eu-west-1a
              Size: 100
          Attach:
            Type: AWS::EC2::VolumeAttachment
            Condition: IsProd
            Properties:
              InstanceId: i-12345678
              VolumeId: !Ref Data
      `,
    },
    {
      name: 'attached to an instance that is chosen at deployment',
      silent: template`
        Parameters:
          Choice: {Type: String}
        Resources:
          Data:
            Type: AWS::EC2::Volume
            Properties:
              AvailabilityZone: eu-west-1a
              Size: 100
          Attach:
            Type: AWS::EC2::VolumeAttachment
            Properties:
              InstanceId: !Ref Choice
              VolumeId: !Ref Data
      `,
    },
  ],
});
