import type { ServiceKnowledge } from '../types.ts';
import { account } from './account.ts';
import { acm } from './acm.ts';
import { amazonMq } from './amazon-mq.ts';
import { amplify } from './amplify.ts';
import { apiGateway } from './api-gateway.ts';
import { appRunner } from './app-runner.ts';
import { appstream } from './appstream.ts';
import { appsync } from './appsync.ts';
import { athena } from './athena.ts';
import { aurora } from './aurora.ts';
import { autoScaling } from './auto-scaling.ts';
import { backup } from './backup.ts';
import { batch } from './batch.ts';
import { bedrock } from './bedrock.ts';
import { cloudformation } from './cloudformation.ts';
import { cloudfront } from './cloudfront.ts';
import { cloudhsm } from './cloudhsm.ts';
import { cloudsearch } from './cloudsearch.ts';
import { cloudtrail } from './cloudtrail.ts';
import { cloudwatch } from './cloudwatch.ts';
import { cloudwatchLogs } from './cloudwatch-logs.ts';
import { codeartifact } from './codeartifact.ts';
import { codebuild } from './codebuild.ts';
import { codecommit } from './codecommit.ts';
import { codedeploy } from './codedeploy.ts';
import { codepipeline } from './codepipeline.ts';
import { cognito } from './cognito.ts';
import { config } from './config.ts';
import { dataPipeline } from './data-pipeline.ts';
import { datasync } from './datasync.ts';
import { dax } from './dax.ts';
import { directConnect } from './direct-connect.ts';
import { directoryService } from './directory-service.ts';
import { dms } from './dms.ts';
import { documentdb } from './documentdb.ts';
import { dynamodb } from './dynamodb.ts';
import { ebs } from './ebs.ts';
import { ec2 } from './ec2.ts';
import { ecr } from './ecr.ts';
import { ecs } from './ecs.ts';
import { efs } from './efs.ts';
import { eks } from './eks.ts';
import { elasticBeanstalk } from './elastic-beanstalk.ts';
import { elasticTranscoder } from './elastic-transcoder.ts';
import { elasticache } from './elasticache.ts';
import { elb } from './elb.ts';
import { emr } from './emr.ts';
import { eventbridge } from './eventbridge.ts';
import { firehose } from './firehose.ts';
import { fsx } from './fsx.ts';
import { glacier } from './glacier.ts';
import { globalAccelerator } from './global-accelerator.ts';
import { globalInfrastructure } from './global-infrastructure.ts';
import { glue } from './glue.ts';
import { guardduty } from './guardduty.ts';
import { iam } from './iam.ts';
import { identityCenter } from './identity-center.ts';
import { inspector } from './inspector.ts';
import { iotCore } from './iot-core.ts';
import { keyspaces } from './keyspaces.ts';
import { kinesis } from './kinesis.ts';
import { kms } from './kms.ts';
import { lakeFormation } from './lake-formation.ts';
import { lambda } from './lambda.ts';
import { lightsail } from './lightsail.ts';
import { macie } from './macie.ts';
import { mediaconvert } from './mediaconvert.ts';
import { memorydb } from './memorydb.ts';
import { mobileAnalytics } from './mobile-analytics.ts';
import { msk } from './msk.ts';
import { mwaa } from './mwaa.ts';
import { neptune } from './neptune.ts';
import { networkFirewall } from './network-firewall.ts';
import { opensearch } from './opensearch.ts';
import { opsworks } from './opsworks.ts';
import { organizations } from './organizations.ts';
import { pinpoint } from './pinpoint.ts';
import { privateCa } from './private-ca.ts';
import { quicksight } from './quicksight.ts';
import { rds } from './rds.ts';
import { redshift } from './redshift.ts';
import { route53 } from './route53.ts';
import { s3 } from './s3.ts';
import { sagemaker } from './sagemaker.ts';
import { secretsManager } from './secrets-manager.ts';
import { securityHub } from './security-hub.ts';
import { ses } from './ses.ts';
import { shield } from './shield.ts';
import { simpledb } from './simpledb.ts';
import { snow } from './snow.ts';
import { sns } from './sns.ts';
import { sqs } from './sqs.ts';
import { ssm } from './ssm.ts';
import { stepFunctions } from './step-functions.ts';
import { storageGateway } from './storage-gateway.ts';
import { sts } from './sts.ts';
import { swf } from './swf.ts';
import { timestream } from './timestream.ts';
import { transferFamily } from './transfer-family.ts';
import { trustedAdvisor } from './trusted-advisor.ts';
import { vpc } from './vpc.ts';
import { waf } from './waf.ts';
import { workspaces } from './workspaces.ts';

/** The services written by hand, one file each. A test says when a file is missing here. */
export const SERVICES: readonly ServiceKnowledge[] = [
  account,
  acm,
  amazonMq,
  amplify,
  apiGateway,
  appRunner,
  appstream,
  appsync,
  athena,
  aurora,
  autoScaling,
  backup,
  batch,
  bedrock,
  cloudformation,
  cloudfront,
  cloudhsm,
  cloudsearch,
  cloudtrail,
  cloudwatch,
  cloudwatchLogs,
  codeartifact,
  codebuild,
  codecommit,
  codedeploy,
  codepipeline,
  cognito,
  config,
  dataPipeline,
  datasync,
  dax,
  directConnect,
  directoryService,
  dms,
  documentdb,
  dynamodb,
  ebs,
  ec2,
  ecr,
  ecs,
  efs,
  eks,
  elasticBeanstalk,
  elasticTranscoder,
  elasticache,
  elb,
  emr,
  eventbridge,
  firehose,
  fsx,
  glacier,
  globalAccelerator,
  globalInfrastructure,
  glue,
  guardduty,
  iam,
  identityCenter,
  inspector,
  iotCore,
  keyspaces,
  kinesis,
  kms,
  lakeFormation,
  lambda,
  lightsail,
  macie,
  mediaconvert,
  memorydb,
  mobileAnalytics,
  msk,
  mwaa,
  neptune,
  networkFirewall,
  opensearch,
  opsworks,
  organizations,
  pinpoint,
  privateCa,
  quicksight,
  rds,
  redshift,
  route53,
  s3,
  sagemaker,
  secretsManager,
  securityHub,
  ses,
  shield,
  simpledb,
  snow,
  sns,
  sqs,
  ssm,
  stepFunctions,
  storageGateway,
  sts,
  swf,
  timestream,
  transferFamily,
  trustedAdvisor,
  vpc,
  waf,
  workspaces,
];
