import {
  defineRule,
  fix,
  LAUNCH_TYPES,
  launchSetting,
  type Peers,
  parameterOf,
  type ResourceView,
  type Safety,
  set,
  template,
} from '#kit';

export default defineRule({
  id: 'ec2-imdsv2',
  title: 'Instance answers metadata requests without a session token',
  on: LAUNCH_TYPES,
  severity: 'high',
  category: 'access-control',
  profile: 'recommended',
  aspect: 'identity-access',
  peers: {
    checkov: ['CKV_AWS_79'],
    trivy: ['AWS-0028', 'AWS-0130'],
    cdk_nag: ['EC2IMDSv2Enabled'],
    security_hub: ['EC2.8', 'EC2.170', 'AutoScaling.3'],
  },
  controls: {
    'aws-fsbp': ['EC2.8', 'EC2.170', 'AutoScaling.3'],
    'cis-aws-3': ['5.6'],
    'nist-800-53-r5': ['AC-3', 'AC-6'],
    'pci-dss-4': ['2.2.6'],
  },
  why: "With IMDSv1 one forged request from a web application, or a misconfigured proxy, reads the credentials of the instance's role. Where nothing is said the image and the account decide: Amazon Linux 2023 asks for tokens, older images do not, so that weighs less.",
  remedy: 'Require tokens: MetadataOptions with HttpTokens: required.',
  references: ['https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-service.html'],
  check(resource, report) {
    const tokens = launchSetting(resource, 'MetadataOptions.HttpTokens');
    const endpoint = launchSetting(resource, 'MetadataOptions.HttpEndpoint');
    // Images of Amazon Linux 2023 ask for tokens by themselves.
    if (tokens?.isAbsent && isAmazonLinux2023(resource)) return;
    if (!tokens?.isNot('required') || (endpoint && !endpoint.isNot('disabled'))) return;
    report(tokens, `${resource.logicalId} lets metadata be read without a session token`, {
      severity: tokens.isAbsent ? 'medium' : 'high',
      peers: peersOf(resource),
      fixes: [fix('Require IMDSv2', SAFETY[resource.type] ?? 'behaviour', set(tokens, 'required'))],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Web:
        # ^^^
            Type: AWS::EC2::Instance
            Properties:
              ImageId: ami-12345678
      `,
      good: template`
        Resources:
          Web:
            Type: AWS::EC2::Instance
            Properties:
              ImageId: ami-12345678
              MetadataOptions:
                HttpTokens: required
      `,
    },
    {
      bad: template`
        Resources:
          Web:
            Type: AWS::EC2::LaunchTemplate
            Properties:
              LaunchTemplateData:
                MetadataOptions:
                  HttpTokens: optional
                            # ^^^^^^^^
      `,
      good: template`
        Resources:
          Web:
            Type: AWS::EC2::LaunchTemplate
            Properties:
              LaunchTemplateData:
                MetadataOptions:
                  HttpTokens: required
      `,
    },
    {
      name: 'required in production only',
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Web:
            Type: AWS::AutoScaling::LaunchConfiguration
            Properties:
              ImageId: ami-12345678
              InstanceType: t3.micro
              MetadataOptions:
                HttpTokens: !If [IsProd, required, optional]
                                                 # ^^^^^^^^
      `,
      good: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Web:
            Type: AWS::AutoScaling::LaunchConfiguration
            Properties:
              ImageId: ami-12345678
              InstanceType: t3.micro
              MetadataOptions:
                HttpTokens: !If [IsProd, required, required]
      `,
    },
    {
      name: 'an image of Amazon Linux 2023 asks for tokens by itself',
      silent: template`
        Parameters:
          Image:
            Type: AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>
            Default: /aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64
        Resources:
          Web:
            Type: AWS::EC2::Instance
            Properties:
              ImageId: !Ref Image
          Batch:
            Type: AWS::EC2::Instance
            Properties:
              ImageId: '{{resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64}}'
      `,
    },
    {
      name: 'tokens that are chosen at deployment, a service that is off, and a launch template that decides',
      silent: template`
        Parameters:
          Choice: {Type: String}
        Resources:
          Web:
            Type: AWS::EC2::Instance
            Properties:
              MetadataOptions: {HttpTokens: !Ref Choice}
          Off:
            Type: AWS::EC2::Instance
            Properties:
              MetadataOptions: {HttpEndpoint: disabled}
          Launched:
            Type: AWS::EC2::Instance
            Properties:
              LaunchTemplate: {LaunchTemplateId: lt-12345678, Version: '1'}
      `,
    },
  ],
});

const SAFETY: { readonly [type: string]: Safety } = { 'AWS::AutoScaling::LaunchConfiguration': 'replacement' };

const PEERS: { readonly [type: string]: Peers } = {
  'AWS::EC2::Instance': { trivy: ['AWS-0028'], cdk_nag: ['EC2IMDSv2Enabled'], security_hub: ['EC2.8'] },
  'AWS::EC2::LaunchTemplate': { checkov: ['CKV_AWS_79'], trivy: ['AWS-0130'], security_hub: ['EC2.170'] },
  'AWS::AutoScaling::LaunchConfiguration': { security_hub: ['AutoScaling.3'] },
};

/** A launch template also answers for the instances of this template that are launched from it. */
function peersOf(resource: ResourceView): Peers | undefined {
  const own = PEERS[resource.type];
  const isOfInstance = resource.template.referrers(resource, 'AWS::EC2::Instance').length > 0;
  if (resource.type !== 'AWS::EC2::LaunchTemplate' || !isOfInstance) return own;
  return { ...own, trivy: ['AWS-0028', 'AWS-0130'], cdk_nag: ['EC2IMDSv2Enabled'] };
}

function isAmazonLinux2023(resource: ResourceView): boolean {
  const image = launchSetting(resource, 'ImageId');
  if (!image) return false;
  const byDefault = parameterOf(image, resource.template)?.get('Default');
  const name = byDefault?.pattern() ?? image.pattern() ?? '';
  return /\/ami-amazon-linux-latest\/al2023-/.test(name);
}
