import { defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'dms-instance-public',
  title: 'DMS replication instance has a public address',
  on: 'AWS::DMS::ReplicationInstance',
  severity: 'high',
  category: 'network',
  profile: 'essential',
  aspect: 'network-exposure',
  peers: {
    checkov: ['CKV_AWS_89'],
    cfn_nag: ['W91'],
    guard: ['DMS_REPLICATION_NOT_PUBLIC'],
    cdk_nag: ['DMSReplicationNotPublic'],
    kics: ['5864fb39'],
    security_hub: ['DMS.1'],
  },
  controls: { 'aws-fsbp': ['DMS.1'], 'nist-800-53-r5': ['AC-4', 'SC-7'], 'pci-dss-4': ['1.4.4'] },
  why: 'The instance holds the credentials and the data of both databases. It gets a public address by default.',
  remedy: 'Set PubliclyAccessible to false.',
  references: ['https://docs.aws.amazon.com/dms/latest/userguide/CHAP_ReplicationInstance.PublicPrivate.html'],
  check(instance, report) {
    const isPublic = instance.get('PubliclyAccessible');
    if (!isPublic.is(true) && !isPublic.isAbsent) return;
    report(isPublic, `${instance.logicalId} gets a public address${isPublic.isAbsent ? ' by default' : ''}`, {
      fixes: [fix('Make the instance private (replaces the instance)', 'replacement', set(isPublic, false))],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Move:
        # ^^^^
            Type: AWS::DMS::ReplicationInstance
            Properties:
              ReplicationInstanceClass: dms.t3.medium
      `,
      good: template`
        Resources:
          Move:
            Type: AWS::DMS::ReplicationInstance
            Properties:
              ReplicationInstanceClass: dms.t3.medium
              PubliclyAccessible: false
      `,
    },
    {
      name: 'in one environment only',
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env:
            Type: String
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Move:
            Type: AWS::DMS::ReplicationInstance
            Properties:
              ReplicationInstanceClass: dms.t3.medium
              PubliclyAccessible: !If [IsProd, false, true]
                                                    # ^^^^
      `,
      good: template`
        Parameters:
          Env:
            Type: String
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Move:
            Type: AWS::DMS::ReplicationInstance
            Properties:
              ReplicationInstanceClass: dms.t3.medium
              PubliclyAccessible: !If [IsProd, false, false]
      `,
    },
    {
      name: 'a parameter without default decides',
      silent: template`
        Parameters:
          Setting:
            Type: String
        Resources:
          Move:
            Type: AWS::DMS::ReplicationInstance
            Properties:
              ReplicationInstanceClass: dms.t3.medium
              PubliclyAccessible: !Ref Setting
      `,
    },
  ],
});
