/**
 * What an AWS managed policy grants, in a line; undefined for one that is not listed. From AWS's reference of managed policies:
 * https://docs.aws.amazon.com/aws-managed-policy/latest/reference/policy-list.html
 */
export function managedPolicyGrants(text: string): string | undefined {
  const name = /^arn:[^:]*:iam::aws:policy\/(?:[\w-]+\/)*([\w+=,.@-]+)$/.exec(text)?.[1];
  if (name === undefined) return undefined;
  const listed = Object.hasOwn(GRANTS, name) ? GRANTS[name] : undefined;
  if (listed) return listed;
  // AWS names them so throughout.
  const service = /^(?:Amazon|AWS)?(\w+?)_?(FullAccess|ReadOnlyAccess)$/.exec(name);
  if (!service) return undefined;
  return service[2] === 'FullAccess'
    ? `every action of ${service[1]}, on every resource`
    : `reading everything of ${service[1]}, on every resource`;
}

const GRANTS: { readonly [name: string]: string | undefined } = {
  AdministratorAccess: 'every action of every service, on every resource: whoever has it owns the account',
  PowerUserAccess: 'every action of every service except managing users, roles and the organization',
  ReadOnlyAccess: 'reading everything in the account, the content of buckets and tables included',
  ViewOnlyAccess: 'listing and describing resources of most services, not reading their content',
  SecurityAudit: 'reading how everything is configured, not what it holds',
  IAMFullAccess: 'every action of IAM: whoever has it can make themselves administrator',
  IAMReadOnlyAccess: 'reading all users, roles and policies',
  AmazonS3FullAccess: 'every action of S3 on every bucket: reading, changing and deleting all data',
  AmazonS3ReadOnlyAccess: 'reading every object of every bucket',
  AmazonDynamoDBFullAccess: 'every action of DynamoDB, and of what belongs to it in other services, on every table',
  AmazonEC2FullAccess: 'every action of EC2, Elastic Load Balancing, CloudWatch and Auto Scaling',
  AmazonRDSFullAccess: 'every action of RDS on every database, deleting included',
  AWSLambda_FullAccess: 'every action of Lambda, passing roles to it, and reading what functions are triggered by',
  AmazonSSMManagedInstanceCore: 'what the Systems Manager agent of an instance needs: sessions, commands, inventory',
  AmazonSSMFullAccess:
    'every action of Systems Manager: running commands on every managed instance, reading every parameter',
  AmazonEC2RoleforSSM:
    'more than the Systems Manager agent needs, all buckets included: AWS has replaced it by AmazonSSMManagedInstanceCore',
  CloudWatchAgentServerPolicy: 'what the CloudWatch agent of a server needs: writing metrics, logs and traces',
  CloudWatchLogsFullAccess: 'every action of CloudWatch Logs, deleting logs included',
  SecretsManagerReadWrite: 'reading and changing every secret of the account',
  AWSKeyManagementServicePowerUser: 'creating and listing keys, not using or deleting them',
  AWSLambdaBasicExecutionRole: 'writing logs to CloudWatch Logs, what every function needs',
  AWSLambdaVPCAccessExecutionRole: 'writing logs, and the network interfaces that a function in a VPC needs',
  AWSLambdaSQSQueueExecutionRole: 'writing logs, and receiving and deleting messages of every queue',
  AWSLambdaDynamoDBExecutionRole: 'writing logs, and reading every DynamoDB stream',
  AWSLambdaKinesisExecutionRole: 'writing logs, and reading every Kinesis stream',
  AWSXRayDaemonWriteAccess: 'writing traces to X-Ray',
  AWSXrayWriteOnlyAccess: 'writing traces to X-Ray',
  AmazonECSTaskExecutionRolePolicy:
    'pulling images from every ECR repository and writing logs, what starting a task needs',
  AmazonEC2ContainerServiceforEC2Role: 'what a container instance needs to serve its cluster',
  AmazonEC2ContainerRegistryReadOnly: 'pulling images from every ECR repository',
  AmazonEC2ContainerRegistryPowerUser: 'pulling and pushing images of every ECR repository',
  AmazonEKSClusterPolicy: 'what the control plane of a Kubernetes cluster needs to manage its nodes',
  AmazonEKSWorkerNodePolicy: 'what a Kubernetes node needs to join its cluster',
  AmazonEKS_CNI_Policy: 'changing the network interfaces and addresses of Kubernetes nodes',
  AmazonRDSEnhancedMonitoringRole: 'writing the operating system metrics of databases to CloudWatch Logs',
  AWSBackupServiceRolePolicyForBackup: 'backing up every resource that AWS Backup supports',
  AWSBackupServiceRolePolicyForRestores: 'restoring every resource that AWS Backup supports',
  AWSCodeBuildAdminAccess: 'every action of CodeBuild, and of what builds use',
  AmazonAPIGatewayPushToCloudWatchLogs: 'writing the logs of API Gateway to CloudWatch Logs',
  AWS_ConfigRole: 'reading how everything is configured, for AWS Config to record',
};
