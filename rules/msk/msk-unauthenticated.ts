import { defineRule, fix, set, template, type Value } from '#kit';

export default defineRule({
  id: 'msk-unauthenticated',
  title: 'MSK cluster asks nobody who they are',
  on: 'AWS::MSK::Cluster',
  severity: 'high',
  category: 'access-control',
  profile: 'recommended',
  aspect: 'identity-access',
  peers: { security_hub: ['MSK.6'] },
  controls: { 'aws-fsbp': ['MSK.6'], 'nist-800-53-r5': ['AC-3', 'AC-6'], 'pci-dss-4': ['7.2.2'] },
  why: 'Whoever reaches the brokers reads and writes every topic that no ACL guards. Without a ClientAuthentication block nobody is asked.',
  remedy: 'Enable IAM, SCRAM or TLS authentication and set Unauthenticated.Enabled to false.',
  references: ['https://docs.aws.amazon.com/msk/latest/developerguide/kafka_apis_iam.html'],
  check(cluster, report) {
    const authentication = cluster.get('ClientAuthentication');
    const anonymous = authentication.get('Unauthenticated.Enabled');
    const kinds = ['Sasl.Iam.Enabled', 'Sasl.Scram.Enabled', 'Tls.Enabled'].map((path) => authentication.get(path));
    const byIam = set(authentication.get('Sasl.Iam.Enabled'), true);
    if (anonymous.is(true)) {
      report(anonymous, `${cluster.logicalId} lets clients in without asking who they are`, {
        fixes: [
          kinds.some((kind) => kind.is(true))
            ? fix('Turn unknown clients away', 'behaviour', set(anonymous, false))
            : fix('Ask clients to authenticate with IAM', 'behaviour', set(anonymous, false), byIam),
        ],
      });
    } else if (anonymous.isAbsent && kinds.every((kind) => kind.isNot(true)) && !hasTls(authentication)) {
      report(authentication, `${cluster.logicalId} lets clients in without asking who they are`, {
        severity: 'medium',
        fixes: [fix('Ask clients to authenticate with IAM', 'behaviour', byIam)],
      });
    }
  },
  examples: [
    {
      bad: template`
        Resources:
          Events:
        # ^^^^^^
            Type: AWS::MSK::Cluster
            Properties:
              ClusterName: events
      `,
      good: template`
        Resources:
          Events:
            Type: AWS::MSK::Cluster
            Properties:
              ClusterName: events
              ClientAuthentication:
                Sasl:
                  Iam:
                    Enabled: true
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
          Events:
            Type: AWS::MSK::Cluster
            Properties:
              ClientAuthentication:
                Sasl:
                  Iam:
                    Enabled: true
                Unauthenticated:
                  Enabled: !If [IsProd, false, true]
                                             # ^^^^
      `,
      good: template`
        Parameters:
          Env:
            Type: String
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Events:
            Type: AWS::MSK::Cluster
            Properties:
              ClientAuthentication:
                Sasl:
                  Iam:
                    Enabled: true
                Unauthenticated:
                  Enabled: !If [IsProd, false, false]
      `,
    },
    {
      name: 'a parameter without default decides',
      silent: template`
        Parameters:
          Setting:
            Type: String
        Resources:
          Events:
            Type: AWS::MSK::Cluster
            Properties:
              ClientAuthentication:
                Unauthenticated:
                  Enabled: !Ref Setting
      `,
    },
    {
      name: 'clients with certificates',
      silent: template`
        Resources:
          Events:
            Type: AWS::MSK::Cluster
            Properties:
              ClientAuthentication:
                Tls:
                  CertificateAuthorityArnList: [!ImportValue Authority]
      `,
    },
  ],
});

/** Older templates name the authorities without switching TLS on, which is then on. */
function hasTls(authentication: Value): boolean {
  return !authentication.get('Tls.CertificateAuthorityArnList').isAbsent;
}
