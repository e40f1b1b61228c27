import { defineRule, type Fix, fix, set, template, type Value } from '#kit';

export default defineRule({
  id: 'template-deletion-policy',
  title: 'Stored data goes when the stack or resource goes',
  on: [
    'AWS::DynamoDB::Table',
    'AWS::DynamoDB::GlobalTable',
    'AWS::RDS::DBInstance',
    'AWS::RDS::DBCluster',
    'AWS::Neptune::DBCluster',
    'AWS::DocDB::DBCluster',
    'AWS::Redshift::Cluster',
    'AWS::EC2::Volume',
    'AWS::EFS::FileSystem',
    'AWS::FSx::FileSystem',
    'AWS::OpenSearchService::Domain',
    'AWS::Cognito::UserPool',
    'AWS::KMS::Key',
    'AWS::Timestream::Table',
    'AWS::QLDB::Ledger',
    'AWS::MemoryDB::Cluster',
  ],
  severity: 'medium',
  category: 'backup-recovery',
  profile: 'recommended',
  aspect: 'backup-durability',
  peers: {},
  controls: { 'nist-800-53-r5': ['CP-9', 'CP-10'] },
  why: 'Deleting a stack, renaming a logical id or changing a property that replaces the resource deletes its data as well, unless the template says otherwise. A bucket or vault that holds something cannot be deleted at all, so those are left alone; clusters and standalone instances of RDS leave a snapshot by themselves when deleted, but not when replaced.',
  remedy:
    'Set DeletionPolicy and UpdateReplacePolicy to Retain, or to Snapshot where there are snapshots; say Delete where the data is not worth keeping.',
  references: [
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-deletionpolicy.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-updatereplacepolicy.html',
  ],
  check(store, report) {
    const deletion = store.attribute('DeletionPolicy');
    const replacement = store.attribute('UpdateReplacePolicy');
    // A member of a cluster holds no data of its own.
    if (store.type === 'AWS::RDS::DBInstance' && !store.get('DBClusterIdentifier').isAbsent) return;
    const missing = [...(deletion.isAbsent ? [deletion] : []), ...(replacement.isAbsent ? [replacement] : [])];
    // Whoever has chosen either has thought of what becomes of the data.
    if (missing.length < 2) return;
    const severity = SNAPSHOT_BY_DEFAULT.has(store.type) ? 'low' : 'medium';
    const policy = SNAPSHOTS.has(store.type) ? 'Snapshot' : 'Retain';
    const lost = store.type === 'AWS::KMS::Key' ? 'What it encrypted is lost' : 'Its data is lost';
    report(store, `${lost} when ${store.logicalId} is deleted or replaced`, {
      severity,
      fixes: () => [
        ...(policy === 'Snapshot'
          ? [keep('Snapshot', 'Leave a snapshot when it is deleted or replaced', deletion, replacement)]
          : []),
        keep('Retain', 'Keep it when it is deleted or replaced (must then be deleted by hand)', deletion, replacement),
      ],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Orders:
        # ^^^^^^
            Type: AWS::DynamoDB::Table
            Properties: {}
      `,
      good: template`
        Resources:
          Orders:
            Type: AWS::DynamoDB::Table
            Properties: {}
            DeletionPolicy: Retain
            UpdateReplacePolicy: Retain
      `,
    },
    {
      name: 'snapshots where there are any',
      bad: template`
        Resources:
          Disk:
        # ^^^^
            Type: AWS::EC2::Volume
            Properties: {Size: 8, AvailabilityZone: eu-west-1a}
      `,
      good: template`
        Resources:
          Disk:
            Type: AWS::EC2::Volume
            Properties: {Size: 8, AvailabilityZone: eu-west-1a}
            DeletionPolicy: Snapshot
            UpdateReplacePolicy: Snapshot
      `,
    },
    {
      name: 'it is said that the data may go',
      silent: template`
        Resources:
          Cache:
            Type: AWS::DynamoDB::Table
            DeletionPolicy: Delete
            Properties: {}
      `,
    },
    {
      name: 'the policies are parameters without default',
      silent: template`
        Parameters:
          Keep: {Type: String}
        Resources:
          Orders:
            Type: AWS::DynamoDB::Table
            DeletionPolicy: !Ref Keep
            UpdateReplacePolicy: !Ref Keep
            Properties: {}
      `,
    },
    {
      name: 'a bucket with objects in it is never deleted by CloudFormation',
      silent: template`
        Resources:
          Data:
            Type: AWS::S3::Bucket
      `,
    },
    {
      name: 'a member of a cluster',
      silent: template`
        Resources:
          Member:
            Type: AWS::RDS::DBInstance
            Properties: {DBClusterIdentifier: orders, Engine: aurora-mysql, DBInstanceClass: db.r6g.large}
      `,
    },
  ],
});

const SNAPSHOT_BY_DEFAULT = new Set(['AWS::RDS::DBInstance', 'AWS::RDS::DBCluster']);
const SNAPSHOTS = new Set([
  ...SNAPSHOT_BY_DEFAULT,
  'AWS::DocDB::DBCluster',
  'AWS::EC2::Volume',
  'AWS::Neptune::DBCluster',
  'AWS::Redshift::Cluster',
]);

function keep(policy: string, title: string, ...attributes: readonly Value[]): Fix | undefined {
  return fix(title, 'behaviour', ...attributes.map((attribute) => set(attribute, policy)));
}
