import { defineRule, template } from '#kit';

export default defineRule({
  id: 'codebuild-image',
  title: 'Builds run in an image that AWS does not patch',
  on: 'AWS::CodeBuild::Project',
  severity: 'low',
  category: 'patching',
  profile: 'strict',
  aspect: 'platform-patching',
  peers: { cdk_nag: ['CodeBuildProjectManagedImages', 'AwsSolutions-CB5'] },
  controls: { 'nist-800-53-r5': ['SI-2'] },
  why: 'The images of CodeBuild are patched by AWS; any other one is as current, and as trustworthy, as whoever makes it.',
  remedy: 'Use an aws/codebuild image, or one from your own registry that you rebuild regularly.',
  references: ['https://docs.aws.amazon.com/codebuild/latest/userguide/build-env-ref-available.html'],
  check(project, report) {
    const image = project.get('Environment.Image');
    if (image.satisfies((text) => !text.startsWith('aws/codebuild/')))
      report(image, `Builds of ${project.logicalId} run in ${image.pattern()}`);
  },
  examples: [
    {
      bad: template`
        Resources:
          Build:
            Type: AWS::CodeBuild::Project
            Properties:
              Environment:
                Image: node:20
                     # ^^^^^^^
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
              Environment:
                Image: !If [IsProd, 'aws/codebuild/standard:7.0', 'node:20']
                                                                # ^^^^^^^^^
      `,
    },
    {
      name: 'the image is a parameter without default',
      silent: template`
        Parameters:
          Given: {Type: String}
        Resources:
          Build:
            Type: AWS::CodeBuild::Project
            Properties: {Environment: {Image: !Ref Given}}
      `,
    },
  ],
});
