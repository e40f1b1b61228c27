import { defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'ecr-scan-on-push',
  title: 'ECR repository does not scan images',
  on: 'AWS::ECR::Repository',
  severity: 'medium',
  category: 'patching',
  profile: 'recommended',
  aspect: 'os-patching',
  peers: {
    checkov: ['CKV_AWS_163'],
    cfn_nag: ['W79'],
    guard: ['ECR_REPO_SCAN_ON_PUSH'],
    trivy: ['AWS-0030'],
    kics: ['9025b2b3'],
    security_hub: ['ECR.1'],
  },
  controls: { 'aws-fsbp': ['ECR.1'], 'nist-800-53-r5': ['RA-5', 'SI-2'], 'pci-dss-4': ['6.3.1', '11.3.1'] },
  why: 'What is inside an image is yours to patch. Basic scanning on push costs nothing and lists the known vulnerabilities of its packages; a registry-wide setting can do the same from outside the template.',
  remedy: 'Set ImageScanningConfiguration.ScanOnPush to true.',
  references: ['https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-scanning.html'],
  check(repository, report) {
    const scan = repository.get('ImageScanningConfiguration.ScanOnPush');
    // A scanning configuration of the registry applies to all of its repositories.
    if (!scan.isNot(true) || repository.template.resources('AWS::ECR::RegistryScanningConfiguration').length > 0)
      return;
    report(scan, `${repository.logicalId} takes images unscanned`, {
      fixes: [fix('Scan images on push', 'safe', set(scan, true))],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Images:
        # ^^^^^^
            Type: AWS::ECR::Repository
      `,
      good: template`
        Resources:
          Images:
            Type: AWS::ECR::Repository
            Properties:
              ImageScanningConfiguration:
                ScanOnPush: true
      `,
    },
    {
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env:
            Type: String
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Images:
            Type: AWS::ECR::Repository
            Properties:
              ImageScanningConfiguration:
                ScanOnPush: !If [IsProd, true, false]
                                             # ^^^^^
      `,
      good: template`
        Parameters:
          Env:
            Type: String
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Images:
            Type: AWS::ECR::Repository
            Properties:
              ImageScanningConfiguration:
                ScanOnPush: !If [IsProd, true, true]
      `,
    },
    {
      name: 'the registry says what is scanned',
      silent: template`
        Resources:
          Images:
            Type: AWS::ECR::Repository
          Scanning:
            Type: AWS::ECR::RegistryScanningConfiguration
            Properties:
              ScanType: ENHANCED
              Rules:
                - ScanFrequency: CONTINUOUS_SCAN
                  RepositoryFilters: [{Filter: '*', FilterType: WILDCARD}]
      `,
    },
    {
      name: 'a switch without default is unknown',
      silent: template`
        Parameters:
          Scan:
            Type: String
        Resources:
          Images:
            Type: AWS::ECR::Repository
            Properties:
              ImageScanningConfiguration:
                ScanOnPush: !Ref Scan
      `,
    },
  ],
});
