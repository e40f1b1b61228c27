import { defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'codebuild-logging',
  title: 'Builds keep no log',
  on: 'AWS::CodeBuild::Project',
  severity: 'medium',
  category: 'logging',
  profile: 'recommended',
  aspect: 'logging-monitoring',
  peers: { security_hub: ['CodeBuild.4'] },
  controls: { 'aws-fsbp': ['CodeBuild.4'], 'nist-800-53-r5': ['AU-2', 'AU-12'] },
  why: 'Builds log to CloudWatch Logs unless that is switched off, as here: nobody sees what a build did, or what was slipped into it.',
  remedy: 'Set CloudWatchLogs or S3Logs to ENABLED.',
  references: [
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-codebuild-project-logsconfig.html',
  ],
  check(project, report) {
    const cloudWatch = project.get('LogsConfig.CloudWatchLogs.Status');
    if (!cloudWatch.is('DISABLED') || !project.get('LogsConfig.S3Logs.Status').isNot('ENABLED')) return;
    report(cloudWatch, `Builds of ${project.logicalId} keep no log`, {
      fixes: () => [fix('Log to CloudWatch Logs', 'cost', set(cloudWatch, 'ENABLED'))],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Build:
            Type: AWS::CodeBuild::Project
            Properties:
              LogsConfig:
                CloudWatchLogs:
                  Status: DISABLED
                        # ^^^^^^^^
      `,
      good: template`
        Resources:
          Build:
            Type: AWS::CodeBuild::Project
            Properties:
              LogsConfig:
                CloudWatchLogs:
                  Status: ENABLED
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
          Build:
            Type: AWS::CodeBuild::Project
            Properties:
              LogsConfig:
                CloudWatchLogs:
                  Status: !If [IsProd, ENABLED, DISABLED]
                                              # ^^^^^^^^
      `,
      good: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Build:
            Type: AWS::CodeBuild::Project
            Properties:
              LogsConfig:
                CloudWatchLogs:
                  Status: !If [IsProd, ENABLED, ENABLED]
      `,
    },
    {
      name: 'the status is a parameter without default',
      silent: template`
        Parameters:
          Given: {Type: String}
        Resources:
          Build:
            Type: AWS::CodeBuild::Project
            Properties: {LogsConfig: {CloudWatchLogs: {Status: DISABLED}, S3Logs: {Status: !Ref Given}}}
      `,
    },
  ],
});
