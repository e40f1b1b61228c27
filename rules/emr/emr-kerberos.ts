import { defineRule, template } from '#kit';

const KERBEROS = { guard: ['EMR_KERBEROS_ENABLED'], cdk_nag: ['EMRKerberosEnabled'] };

export default defineRule({
  id: 'emr-kerberos',
  title: 'EMR cluster believes whatever user name a client gives',
  on: 'AWS::EMR::Cluster',
  severity: 'low',
  category: 'access-control',
  profile: 'strict',
  aspect: 'identity-access',
  peers: {
    guard: KERBEROS.guard,
    cdk_nag: [...KERBEROS.cdk_nag, 'EMRAuthEC2KeyPairOrKerberos', 'AwsSolutions-EMR6'],
  },
  controls: { 'nist-800-53-r5': ['AC-2', 'AC-3', 'IA-2'] },
  why: 'Hadoop checks who its users are with Kerberos or not at all. It matters where several people or teams share a cluster: without it any of them can read and run as another.',
  remedy: 'Set KerberosAttributes, and Kerberos in the security configuration.',
  references: ['https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-kerberos.html'],
  check(cluster, report) {
    const kerberos = cluster.get('KerberosAttributes');
    if (!kerberos.isAbsent) return;
    const hasNeither = cluster.get('Instances.Ec2KeyName').isAbsent;
    report(kerberos, `${cluster.logicalId} has no Kerberos, and believes whatever user name a client gives`, {
      ...(hasNeither ? {} : { peers: KERBEROS }),
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Jobs:
        # ^^^^
            Type: AWS::EMR::Cluster
            Properties:
              ReleaseLabel: emr-7.10.0
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
              Instances: {Ec2KeyName: admin}
              KerberosAttributes: !If [IsProd, {Realm: EC2.INTERNAL, KdcAdminPassword: '{{resolve:secretsmanager:kdc}}'}, !Ref AWS::NoValue]
            # ^^^^^^^^^^^^^^^^^^
      `,
    },
    {
      name: 'attributes that another stack gives',
      silent: template`
        Resources:
          Jobs:
            Type: AWS::EMR::Cluster
            Properties: {KerberosAttributes: {Realm: EC2.INTERNAL, KdcAdminPassword: !ImportValue Kdc}}
      `,
    },
  ],
});
