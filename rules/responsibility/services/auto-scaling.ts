import type { ServiceKnowledge } from '../types.ts';

export const autoScaling: ServiceKnowledge = {
  id: 'auto-scaling',
  name: 'Amazon EC2 Auto Scaling',
  class: 'infrastructure',
  types: ['AWS::AutoScaling::', 'AWS::AutoScalingPlans::'],
  summary: 'Groups that launch and replace EC2 instances by demand and health.',
  link: 'https://docs.aws.amazon.com/autoscaling/ec2/userguide/security.html',
  aspects: {
    'os-patching': {
      who: 'you',
      sentence:
        'You name the image every new instance starts from, and refresh the group so that old ones do not stay unpatched.',
      properties: {
        'AWS::AutoScaling::AutoScalingGroup': ['LaunchTemplate', 'MaxInstanceLifetime'],
        'AWS::AutoScaling::LaunchConfiguration': ['ImageId'],
      },
    },
    'platform-patching': {
      who: 'you',
      sentence: 'You choose launch templates: launch configurations get no new instance types or features any more.',
      properties: {
        'AWS::AutoScaling::AutoScalingGroup': ['LaunchTemplate', 'LaunchConfigurationName'],
      },
      since:
        'Launch configurations get no new instance types since 2023, and new accounts cannot create any since October 2024.',
    },
    'identity-access': {
      who: 'shared',
      sentence:
        'AWS authenticates every request to the control API, and gives each new instance the credentials of the role you attach.',
      notes: [
        'With an IAM role on the launch template, credentials reach new instances automatically and rotate by themselves.',
      ],
      properties: {
        'AWS::AutoScaling::AutoScalingGroup': ['ServiceLinkedRoleARN'],
        'AWS::AutoScaling::LaunchConfiguration': ['IamInstanceProfile', 'MetadataOptions.HttpTokens'],
      },
    },
    'network-exposure': {
      who: 'you',
      sentence: 'You place the group in private subnets, and give launched instances no public address.',
      properties: {
        'AWS::AutoScaling::AutoScalingGroup': ['VPCZoneIdentifier'],
        'AWS::AutoScaling::LaunchConfiguration': ['AssociatePublicIpAddress', 'SecurityGroups'],
      },
    },
    'encryption-at-rest': {
      who: 'you',
      sentence: 'You encrypt the volumes in the launch template; the group copies what it finds there.',
      properties: {
        'AWS::AutoScaling::LaunchConfiguration': ['BlockDeviceMappings[].Ebs.Encrypted'],
      },
    },
    'encryption-in-transit': {
      who: 'you',
      sentence: 'You carry TLS to the instances if the load balancer in front should not talk to them in the clear.',
    },
    'keys-secrets': {
      who: 'you',
      sentence: "You keep secrets out of the launch configuration's user data, since every instance hands it out.",
      properties: {
        'AWS::AutoScaling::LaunchConfiguration': ['UserData', 'KeyName'],
      },
    },
    'logging-monitoring': {
      who: 'shared',
      sentence: 'AWS records scaling activities; notifications, group metrics and instance logs are yours to turn on.',
      properties: {
        'AWS::AutoScaling::AutoScalingGroup': ['NotificationConfigurations', 'MetricsCollection'],
      },
    },
    'backup-durability': {
      who: 'shared',
      sentence:
        "AWS replaces unhealthy instances; you span several Availability Zones and use the load balancer's health check.",
      properties: {
        'AWS::AutoScaling::AutoScalingGroup': ['AvailabilityZones', 'VPCZoneIdentifier', 'HealthCheckType', 'MinSize'],
      },
    },
  },
  carries: {
    'AWS::AutoScaling::ScalingPolicy': ['backup-durability'],
    'AWS::AutoScaling::ScheduledAction': ['backup-durability'],
    'AWS::AutoScaling::LifecycleHook': ['identity-access', 'backup-durability'],
    'AWS::AutoScaling::WarmPool': ['backup-durability'],
  },
};
