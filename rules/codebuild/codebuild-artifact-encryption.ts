import { defineRule, fix, type Peers, set, template, type Value } from '#kit';

export default defineRule({
  id: 'codebuild-artifact-encryption',
  title: 'Build results are not encrypted',
  on: ['AWS::CodeBuild::Project', 'AWS::CodeBuild::ReportGroup'],
  severity: 'medium',
  category: 'encryption-at-rest',
  profile: 'recommended',
  aspect: 'encryption-at-rest',
  peers: { checkov: ['CKV_AWS_78'], trivy: ['AWS-0018'], security_hub: ['CodeBuild.3', 'CodeBuild.7'] },
  controls: { 'aws-fsbp': ['CodeBuild.3', 'CodeBuild.7'], 'nist-800-53-r5': ['SC-28'], 'pci-dss-4': ['10.3.2'] },
  why: 'CodeBuild encrypts artifacts, logs and reports by itself; here that is switched off.',
  remedy: 'Remove EncryptionDisabled or set it to false.',
  references: ['https://docs.aws.amazon.com/codebuild/latest/userguide/security-encryption.html'],
  check(project, report) {
    const artifacts = project.get('Artifacts');
    const secondary = project.get('SecondaryArtifacts').items();
    say(artifacts.get('EncryptionDisabled'), 'artifacts', artifacts.get('Type').isNot('S3') ? OF_ALL : OF_PRIMARY);
    for (const each of secondary) say(each.get('EncryptionDisabled'), 'artifacts', OF_ALL);
    say(project.get('LogsConfig.S3Logs.EncryptionDisabled'), 'logs', { security_hub: ['CodeBuild.3'] });
    say(project.get('ExportConfig.S3Destination.EncryptionDisabled'), 'reports', { security_hub: ['CodeBuild.7'] });

    function say(disabled: Value, what: string, peers: Peers): void {
      if (!disabled.is(true)) return;
      report(disabled, `${project.logicalId} writes its ${what} without encryption`, {
        peers,
        fixes: () => [fix('Encrypt them', 'safe', set(disabled, false))],
      });
    }
  },
  examples: [
    {
      bad: template`
        Resources:
          Build:
            Type: AWS::CodeBuild::Project
            Properties:
              Artifacts:
                Type: S3
                EncryptionDisabled: true
                                  # ^^^^
      `,
      good: template`
        Resources:
          Build:
            Type: AWS::CodeBuild::Project
            Properties:
              Artifacts:
                Type: S3
                EncryptionDisabled: false
      `,
    },
    {
      name: 'secondary artifacts',
      bad: template`
        Resources:
          Build:
            Type: AWS::CodeBuild::Project
            Properties:
              Artifacts:
                Type: S3
              SecondaryArtifacts:
                - Type: S3
                  EncryptionDisabled: true
                                    # ^^^^
      `,
      good: template`
        Resources:
          Build:
            Type: AWS::CodeBuild::Project
            Properties:
              Artifacts:
                Type: S3
              SecondaryArtifacts:
                - Type: S3
                  EncryptionDisabled: false
      `,
    },
    {
      name: 'reports, in development',
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Tests:
            Type: AWS::CodeBuild::ReportGroup
            Properties:
              ExportConfig:
                S3Destination:
                  EncryptionDisabled: !If [IsProd, false, true]
                                                        # ^^^^
      `,
      good: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Tests:
            Type: AWS::CodeBuild::ReportGroup
            Properties:
              ExportConfig:
                S3Destination:
                  EncryptionDisabled: !If [IsProd, false, false]
      `,
    },
    {
      name: 'the answer is a parameter without default',
      silent: template`
        Parameters:
          Given: {Type: String}
        Resources:
          Build:
            Type: AWS::CodeBuild::Project
            Properties: {Artifacts: {Type: S3, EncryptionDisabled: !Ref Given}}
      `,
    },
  ],
});

const OF_ALL: Peers = { trivy: ['AWS-0018'] };
/** Only the first artifacts, and where they go to S3, are also looked at by another scanner. */
const OF_PRIMARY: Peers = { ...OF_ALL, checkov: ['CKV_AWS_78'] };
