import { defineRule, fix, launchSetting, set, template } from '#kit';

export default defineRule({
  id: 'ec2-ebs-optimized',
  title: 'Instance shares its network with its disks',
  on: 'AWS::EC2::Instance',
  severity: 'low',
  category: 'organisation',
  profile: 'strict',
  aspect: 'backup-durability',
  peers: { guard: ['EBS_OPTIMIZED_INSTANCE'], cdk_nag: ['EC2EBSOptimizedInstance'], kics: ['8dd0ff1f'] },
  controls: { 'nist-800-53-r5': ['CP-10', 'SC-5(2)'] },
  why: 'Without dedicated bandwidth disk and network traffic slow each other down. Current instance types always have it, and ignore the property.',
  remedy: 'Set EbsOptimized to true, or use a current instance type.',
  references: ['https://docs.aws.amazon.com/ebs/latest/userguide/ebs-optimized.html'],
  check(resource, report) {
    const optimized = launchSetting(resource, 'EbsOptimized');
    const family = resource.get('InstanceType');
    // Types since the fourth generation are optimized by default.
    const isOld = family.satisfies((text) => /^(?:c1|c3|g2|i2|m1|m2|m3|r3)\./.test(text));
    if (!optimized?.isNot(true)) return;
    if (!isOld && !family.isAbsent && !optimized.is(false)) return;
    report(optimized, `${resource.logicalId} has no bandwidth of its own for its disks`, {
      fixes: [fix('Give the disks bandwidth of their own', 'behaviour', set(optimized, true))],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Web:
        # ^^^
            Type: AWS::EC2::Instance
            Properties:
              ImageId: ami-12345678
              InstanceType: m3.xlarge
      `,
      good: template`
        Resources:
          Web:
            Type: AWS::EC2::Instance
            Properties:
              ImageId: ami-12345678
              InstanceType: m3.xlarge
              EbsOptimized: true
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
          Web:
            Type: AWS::EC2::Instance
            Properties:
              ImageId: ami-12345678
              InstanceType: c3.xlarge
              EbsOptimized: !If [IsProd, true, false]
                                             # ^^^^^
      `,
      good: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Web:
            Type: AWS::EC2::Instance
            Properties:
              ImageId: ami-12345678
              InstanceType: c3.xlarge
              EbsOptimized: !If [IsProd, true, true]
      `,
    },
    {
      name: 'chosen at deployment, and a type that always has it',
      silent: template`
        Parameters:
          Choice: {Type: String}
        Resources:
          Web:
            Type: AWS::EC2::Instance
            Properties:
              InstanceType: m3.xlarge
              EbsOptimized: !Ref Choice
          Current:
            Type: AWS::EC2::Instance
            Properties:
              InstanceType: m7g.large
      `,
    },
  ],
});
