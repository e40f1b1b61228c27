import {
  defineRule,
  fix,
  mayBeClusterMember,
  mayBeReplica,
  mayBeRestored,
  type ResourceView,
  set,
  template,
} from '#kit';

const INSTANCE_PEERS = { checkov: ['CKV_AWS_161'], trivy: ['AWS-0176'], kics: ['9fcd0a0a'], security_hub: ['RDS.10'] };
const CLUSTER_PEERS = {
  checkov: ['CKV_AWS_162'],
  cdk_nag: ['AuroraMySQLPostgresIAMAuth', 'AwsSolutions-RDS6'],
  security_hub: ['RDS.12'],
};

export default defineRule({
  id: 'rds-iam-authentication',
  title: 'RDS database knows passwords only',
  on: ['AWS::RDS::DBInstance', 'AWS::RDS::DBCluster'],
  severity: 'low',
  category: 'access-control',
  profile: 'strict',
  aspect: 'identity-access',
  peers: {
    checkov: ['CKV_AWS_161', 'CKV_AWS_162'],
    trivy: ['AWS-0176'],
    cdk_nag: ['AuroraMySQLPostgresIAMAuth', 'AwsSolutions-RDS6'],
    kics: ['9fcd0a0a'],
    security_hub: ['RDS.10', 'RDS.12'],
  },
  controls: { 'aws-fsbp': ['RDS.10', 'RDS.12'], 'nist-800-53-r5': ['AC-3', 'AC-6'], 'pci-dss-4': ['7.2.2'] },
  why: 'Passwords are shared, copied and seldom changed; with IAM authentication a login needs a token that lives for 15 minutes and follows IAM policies. Users keep their passwords until they are moved over.',
  remedy: 'Set EnableIAMDatabaseAuthentication to true, and create database users that log in with it.',
  references: ['https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.html'],
  check(database, report) {
    const isCluster = database.type === 'AWS::RDS::DBCluster';
    if (mayBeClusterMember(database)) return;
    if (!(isCluster ? isClusterAble(database) : isInstanceAble(database))) return;
    const authentication = database.get('EnableIAMDatabaseAuthentication');
    if (!authentication.isNot(true)) return;
    report(authentication, `${database.logicalId} lets users in by password only`, {
      peers: isCluster ? CLUSTER_PEERS : INSTANCE_PEERS,
      fixes: [fix('Allow logins with IAM', 'safe', set(authentication, true))],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Orders:
        # ^^^^^^
            Type: AWS::RDS::DBInstance
            Properties:
              Engine: postgres
      `,
      good: template`
        Resources:
          Orders:
            Type: AWS::RDS::DBInstance
            Properties:
              Engine: postgres
              EnableIAMDatabaseAuthentication: true
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
          Orders:
            Type: AWS::RDS::DBInstance
            Properties:
              Engine: postgres
              EnableIAMDatabaseAuthentication: !If [IsProd, true, false]
                                                                # ^^^^^
      `,
      good: template`
        Parameters:
          Env:
            Type: String
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Orders:
            Type: AWS::RDS::DBInstance
            Properties:
              Engine: postgres
              EnableIAMDatabaseAuthentication: !If [IsProd, true, true]
      `,
    },
    {
      name: 'a parameter without default decides',
      silent: template`
        Parameters:
          Setting:
            Type: String
        Resources:
          Orders:
            Type: AWS::RDS::DBInstance
            Properties:
              Engine: postgres
              EnableIAMDatabaseAuthentication: !Ref Setting
      `,
    },
    {
      name: 'an Aurora cluster',
      bad: template`
        Resources:
          Orders:
        # ^^^^^^
            Type: AWS::RDS::DBCluster
            Properties:
              Engine: aurora-mysql
      `,
      good: template`
        Resources:
          Orders:
            Type: AWS::RDS::DBCluster
            Properties:
              Engine: aurora-mysql
              EnableIAMDatabaseAuthentication: true
      `,
    },
    {
      name: 'a cluster of another engine, and one that is restored',
      bad: template`
        Parameters:
          Engine: {Type: String}
        Resources:
          Orders:
        # ^^^^^^
            Type: AWS::RDS::DBCluster
            Properties:
              Engine: postgres
          Invoices:
        # ^^^^^^^^
            Type: AWS::RDS::DBCluster
            Properties:
              Engine: !Ref Engine
              SnapshotIdentifier: !ImportValue Snapshot
      `,
      good: template`
        Parameters:
          Engine: {Type: String}
        Resources:
          Orders:
            Type: AWS::RDS::DBCluster
            Properties:
              Engine: postgres
              EnableIAMDatabaseAuthentication: true
          Invoices:
            Type: AWS::RDS::DBCluster
            Properties:
              Engine: !Ref Engine
              SnapshotIdentifier: !ImportValue Snapshot
              EnableIAMDatabaseAuthentication: true
      `,
    },
    {
      name: 'Oracle does not know IAM',
      silent: template`
        Resources:
          Orders:
            Type: AWS::RDS::DBInstance
            Properties:
              Engine: oracle-ee
      `,
    },
    {
      name: 'a member of a cluster takes it from the cluster',
      silent: template`
        Resources:
          Orders:
            Type: AWS::RDS::DBInstance
            Properties:
              Engine: aurora-mysql
              DBClusterIdentifier: !ImportValue OrdersCluster
      `,
    },
    {
      name: 'an engine without default is unknown',
      silent: template`
        Parameters:
          Setting:
            Type: String
        Resources:
          Orders:
            Type: AWS::RDS::DBInstance
            Properties:
              Engine: !Ref Setting
      `,
    },
    {
      name: 'RDS takes the name of the engine in any case',
      bad: template`
        Resources:
          Orders:
        # ^^^^^^
            Type: AWS::RDS::DBInstance
            Properties:
              Engine: MySQL
      `,
      good: template`
        Resources:
          Orders:
            Type: AWS::RDS::DBInstance
            Properties:
              Engine: MySQL
              EnableIAMDatabaseAuthentication: true
      `,
    },
    {
      name: 'what is restored brings its engine along',
      silent: template`
        Resources:
          Orders:
            Type: AWS::RDS::DBInstance
            Properties:
              DBSnapshotIdentifier: !ImportValue Snapshot
      `,
    },
  ],
});

/** Every engine of RDS clusters knows IAM; RDS takes Neptune's as well, which is another service. */
function isClusterAble(cluster: ResourceView): boolean {
  return !cluster.get('Engine').satisfies((text) => !/^(?:aurora|mysql$|postgres$)/i.test(text));
}

function isInstanceAble(instance: ResourceView): boolean {
  const engine = instance.get('Engine');
  // Only what is restored or replicated may leave its engine out.
  if (engine.isAbsent) return !mayBeReplica(instance) && !mayBeRestored(instance);
  return engine.satisfies((text) => /^(?:mysql|mariadb|postgres)$/i.test(text));
}
