import {
  defineRule,
  type Fix,
  fix,
  hideSecret,
  type ResourceView,
  remove,
  type SecretExposure,
  secretExposure,
  secretInPlainSight,
  secretSource,
  set,
  template,
  type Value,
} from '#kit';

export default defineRule({
  id: 'rds-literal-password',
  title: 'RDS master password stands in the template',
  on: ['AWS::RDS::DBInstance', 'AWS::RDS::DBCluster'],
  severity: 'critical',
  category: 'secrets',
  profile: 'essential',
  aspect: 'keys-secrets',
  peers: {
    cfn_nag: ['F23', 'F34'],
    guard: [
      'RDS_MASTER_USER_PASSWORD_USES_SECURE_PARAMETER',
      'RDS_MASTER_USER_PASSWORD_USES_SECURE_SERVICE',
      'RDS_MASTER_USER_PASSWORD_NO_PLAINTEXT_PASSWORD',
      'RDS_CLUSTER_MASTER_USER_PASSWORD_USES_SECURE_PARAMETER',
      'RDS_CLUSTER_MASTER_USER_PASSWORD_USES_SECURE_SERVICE',
      'RDS_CLUSTER_MASTER_USER_PASSWORD_NO_PLAINTEXT_PASSWORD',
    ],
  },
  controls: { 'nist-800-53-r5': ['IA-5(7)', 'SC-28'], 'pci-dss-4': ['8.6.2'] },
  why: 'Everyone who reads the repository, the stack or its change sets knows the master password of the database, and it is seldom changed.',
  remedy: 'Let RDS keep the password in Secrets Manager (ManageMasterUserPassword), or refer to a generated secret.',
  references: ['https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-secrets-manager.html'],
  check(database, report) {
    const password = database.get('MasterUserPassword');
    const exposure = secretExposure(password, database.template);
    if (!exposure) return;
    report(password, `The master password of ${database.logicalId} ${secretInPlainSight(exposure)}`, {
      related: secretSource(exposure),
      severity: exposure.kind === 'echo' ? 'high' : 'critical',
      peers: database.type === 'AWS::RDS::DBCluster' ? CLUSTER_PEERS : INSTANCE_PEERS,
      fixes: fixesFor(database, password, exposure),
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Orders:
            Type: AWS::RDS::DBInstance
            Properties:
              Engine: postgres
              MasterUsername: orders
              MasterUserPassword: correct-horse
                                # ^^^^^^^^^^^^^
      `,
      good: template`
        Resources:
          Orders:
            Type: AWS::RDS::DBInstance
            Properties:
              Engine: postgres
              MasterUsername: orders
              ManageMasterUserPassword: true
      `,
    },
    {
      name: 'the default of a NoEcho parameter is still a password in the template',
      when: 'Password is left at its default',
      bad: template`
        Parameters:
          Password:
            Type: String
            NoEcho: true
            Default: correct-horse
        Resources:
          Orders:
            Type: AWS::RDS::DBCluster
            Properties:
              Engine: aurora-mysql
              MasterUserPassword: !Ref Password
                                # ^^^^^^^^^^^^^
      `,
      good: template`
        Parameters:
          Password:
            Type: String
            NoEcho: true
        Resources:
          Orders:
            Type: AWS::RDS::DBCluster
            Properties:
              Engine: aurora-mysql
              MasterUserPassword: !Ref Password
      `,
    },
    {
      name: 'a parameter that is shown in clear text',
      bad: template`
        Parameters:
          Password:
            Type: String
        Resources:
          Orders:
            Type: AWS::RDS::DBInstance
            Properties:
              Engine: mysql
              MasterUserPassword: !Ref Password
                                # ^^^^^^^^^^^^^
      `,
      good: template`
        Parameters:
          Password:
            Type: String
            NoEcho: true
        Resources:
          Orders:
            Type: AWS::RDS::DBInstance
            Properties:
              Engine: mysql
              MasterUserPassword: !Ref Password
      `,
    },
    {
      name: 'a literal in one branch',
      when: 'IsLocal is true',
      bad: template`
        Parameters:
          Stage:
            Type: String
          Password:
            Type: String
            NoEcho: true
        Conditions:
          IsLocal: !Equals [!Ref Stage, local]
        Resources:
          Orders:
            Type: AWS::RDS::DBInstance
            Properties:
              Engine: mysql
              MasterUserPassword: !If [IsLocal, correct-horse, !Ref Password]
                                              # ^^^^^^^^^^^^^
      `,
    },
    {
      name: 'a parameter store entry that is not encrypted',
      bad: template`
        Resources:
          Orders:
            Type: AWS::RDS::DBInstance
            Properties:
              Engine: mysql
              MasterUserPassword: '{{resolve:ssm:/orders/password:1}}'
                                # ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      `,
      good: template`
        Resources:
          Orders:
            Type: AWS::RDS::DBInstance
            Properties:
              Engine: mysql
              ManageMasterUserPassword: true
      `,
    },
    {
      name: 'a dynamic reference is read when the stack is deployed',
      silent: template`
        Resources:
          Orders:
            Type: AWS::RDS::DBInstance
            Properties:
              Engine: mysql
              MasterUserPassword: '{{resolve:secretsmanager:orders:SecretString:password}}'
      `,
    },
    {
      name: 'a NoEcho parameter without default is unknown and stays hidden',
      silent: template`
        Parameters:
          Password:
            Type: String
            NoEcho: true
        Resources:
          Orders:
            Type: AWS::RDS::DBInstance
            Properties:
              Engine: mysql
              MasterUserPassword: !Ref Password
      `,
    },
  ],
});

const INSTANCE_PEERS = {
  cfn_nag: ['F23'],
  guard: [
    'RDS_MASTER_USER_PASSWORD_USES_SECURE_PARAMETER',
    'RDS_MASTER_USER_PASSWORD_USES_SECURE_SERVICE',
    'RDS_MASTER_USER_PASSWORD_NO_PLAINTEXT_PASSWORD',
  ],
};
const CLUSTER_PEERS = {
  cfn_nag: ['F34'],
  guard: [
    'RDS_CLUSTER_MASTER_USER_PASSWORD_USES_SECURE_PARAMETER',
    'RDS_CLUSTER_MASTER_USER_PASSWORD_USES_SECURE_SERVICE',
    'RDS_CLUSTER_MASTER_USER_PASSWORD_NO_PLAINTEXT_PASSWORD',
  ],
};

function fixesFor(database: ResourceView, value: Value, exposure: SecretExposure): readonly (Fix | undefined)[] {
  const managed = fix(
    'Let RDS manage the password in Secrets Manager (rotates it; applications must read the secret)',
    'behaviour',
    set(database.get('ManageMasterUserPassword'), true),
    remove(value),
  );
  const description = `Master password of ${database.logicalId}`;
  const hidden = hideSecret({ of: database, value, name: 'Password', description, isOwn: true }, exposure);
  return exposure.kind === 'literal' ? [managed, ...hidden] : [...hidden, managed];
}
