import type { ResourceView } from '#evaluate';

/**
 * Whether a DB instance may be a member of a cluster, from which it takes its storage, backups, logs, port and credentials.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-rds-dbinstance.html
 */
export function mayBeClusterMember(instance: ResourceView): boolean {
  if (instance.type !== 'AWS::RDS::DBInstance') return false;
  if (!instance.get('DBClusterIdentifier').isAbsent) return true;
  return instance.get('Engine').satisfies((engine) => /^aurora/i.test(engine));
}

/** Where RDS databases name the one they replicate. */
const REPLICATION_SOURCES = [
  'SourceDBInstanceIdentifier',
  'SourceDBClusterIdentifier',
  'SourceDbiResourceId',
  'ReplicationSourceIdentifier',
];

/** Whether a database may be a replica, whose contents can be had again from its source. */
export function mayBeReplica(database: ResourceView): boolean {
  return !REPLICATION_SOURCES.every((source) => database.get(source).isAbsent);
}

/** Where RDS databases name the backup that they are made from. */
const BACKUPS = [
  'DBSnapshotIdentifier',
  'DBClusterSnapshotIdentifier',
  'SnapshotIdentifier',
  'RestoreTime',
  'RestoreToTime',
];

/** Whether a database may be made from a backup, which brings its engine, encryption and credentials along. */
export function mayBeRestored(database: ResourceView): boolean {
  return !BACKUPS.every((backup) => database.get(backup).isAbsent);
}
